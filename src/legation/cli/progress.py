"""Progress on standard error, and only where a person looks at it."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def told(items: Iterable[T], what: str) -> Iterator[T]:
    """The same items; on a terminal, how many have come so far ("12 documents read")."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console

    with Console(stderr=True).status(f"0 {what}") as status:
        for number, item in enumerate(items, start=1):
            status.update(f"{number} {what}")
            yield item
