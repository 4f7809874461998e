"""Progress on standard error, and only where a person looks at it."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
OFTEN = 0.1
"""Seconds between two showings: showing must not cost what is shown."""


def watched() -> bool:
    """Whether a person looks at standard error."""
    return sys.stderr is not None and sys.stderr.isatty()


def told(items: Iterable[T], what: str) -> Iterator[T]:
    """The same items; on a terminal, how many have come so far ("12 documents read")."""
    if not watched():
        yield from items
        return
    from rich.console import Console

    with Console(stderr=True).status(f"0 {what}") as status:
        for number, item in enumerate(items, start=1):
            status.update(f"{number} {what}")
            yield item


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """A call that shows "3 of 12 parts" on a terminal, and nothing elsewhere."""
    if not watched():
        yield lambda done, total: None
        return
    from rich.console import Console

    began = time.monotonic()
    with Console(stderr=True).status(f"0 {what}") as status:
        yield lambda done, total: status.update(pace(done, what, total, time.monotonic() - began))


def paced(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    """The same items; on a terminal how many have come, how many a second, and what time is left
    where their number is known.
    """
    if not watched():
        yield from items
        return
    from rich.console import Console

    began = shown = time.monotonic()
    with Console(stderr=True).status(f"0 {what}") as status:
        for number, item in enumerate(items, start=1):
            now = time.monotonic()
            if now - shown >= OFTEN:
                shown = now
                status.update(pace(number, what, total, now - began))
            yield item


def pace(number: int, what: str, total: int | None, seconds: float) -> str:
    """``1,204 of 20,000 documents · 9.8 a second · 32 minutes left``."""
    rate = number / seconds if seconds else 0.0
    said = f"{number:,} of {total:,} {what}" if total else f"{number:,} {what}"
    if rate:
        said += f" · {rate:,.1f} a second"
    if total and rate and total >= number:
        said += f" · {_left((total - number) / rate)} left"
    return said


def _left(seconds: float) -> str:
    minutes = seconds / 60
    if minutes < 1:
        return f"{seconds:.0f} seconds"
    return f"{minutes:.0f} minutes" if minutes < 120 else f"{minutes / 60:.1f} hours"
