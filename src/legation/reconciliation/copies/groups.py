"""Texts that are linked as copies, put into stories."""

from collections.abc import Iterable, Iterator, Sequence

from legation.reconciliation.copies import overlaps, pairs
from legation.reconciliation.copies.texts import Text

BOTH_OWN = 0.25
"""Where each of two texts has at least this share of its own, and shares only what many share,
that is boilerplate.
"""
KIN = 0.15
"""The shortest texts of two groups share at least this, or a digest of both has brought the groups
together.
"""

VERSION = -2.0
"""How close texts of one address are: closer than any copy."""
Linked = tuple[float, int, int]
"""How close (less is closer), and the places of two texts."""


def grouped(texts: Sequence[Text], versions: Iterable[tuple[int, int]] = ()) -> list[int]:
    """For each text the place of the first that tells its story.

    Args:
        texts: in their order.
        versions: places of texts that one address held one after the other; they are one story
            whatever the words.
    """
    held = overlaps.Collection(texts)
    found = sorted(_links(held))
    return _joined(held, [*((VERSION, a, b) for a, b in versions), *found])


def _links(held: overlaps.Collection) -> Iterator[Linked]:
    for a, b in held.candidates():
        shared = pairs.compared(held.texts[a], held.texts[b])
        if shared is not None and not held.only_boilerplate(a, b, BOTH_OWN):
            yield -shared.share, a, b


def _joined(held: overlaps.Collection, links: Sequence[Linked]) -> list[int]:
    """Groups that are linked join, closest first, unless only a digest links them."""
    count = len(held.texts)
    groups = {place: [place] for place in range(count)}
    shortest = {place: place for place in range(count)}
    first = list(range(count))
    for close, a, b in links:
        one, other = first[a], first[b]
        if one == other:
            continue
        if close > VERSION and held.share(shortest[one], shortest[other]) < KIN:
            continue
        into, moved = sorted((one, other), key=lambda place: -len(groups[place]))
        for place in groups[moved]:
            first[place] = into
        groups[into] += groups.pop(moved)
        shortest[into] = min(shortest[one], shortest[other], key=held.size)
    earliest = {place: min(group) for place, group in groups.items()}
    return [earliest[place] for place in first]
