"""Versions: texts that one address held one after the other."""

from collections.abc import Iterator, Sequence

from legation.reconciliation.copies import overlaps, pairs
from legation.reconciliation.copies.texts import Text

VERSION = 0.15
"""An address of a page that changes daily ("/news") holds other texts, not versions: a version
shares this much of the shorter text at least, and its numbers."""


def version(one: Text, other: Text) -> bool:
    """Whether two texts of one address are versions of one article."""
    return overlaps.share(one, other) >= VERSION and not pairs.look_alike(one, other)


def versions(urls: Sequence[str | None], texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Places of texts that follow each other at one address."""
    last: dict[str, int] = {}
    for place, url in enumerate(urls):
        if url is None:
            continue
        if url in last and version(texts[last[url]], texts[place]):
            yield last[url], place
        last[url] = place
