"""Documents that tell one story: whole copies of a text, shortened and lengthened ones, and texts
that take over half of it.

A text is the set of its runs of five words. Two are copies if the shorter one's runs stand in the
longer one; MinHash compares whole texts and finds one half-copied text in nine. Templates ("Joint
Statement on …") share as much as some copies do, but in scraps, where a copy shares passages; and
they are weeks apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from legation.model import Document
from legation.reconciliation import overlaps

if TYPE_CHECKING:
    import numpy as np

RUN = 5
"""Words in a run."""
WORD = re.compile(r"[^\W_]+")
MULTIPLIER = 0x9E3779B97F4A7C15

COPIED = 0.5
"""Share of the shorter text that is in the longer one. Of 38 pairs of 354 documents that share more
than a quarter (measured 2026-11-23), all copies have .64 and more, all templates .53 and less."""
PARTLY_COPIED, IN_PASSAGES = 0.3, 0.3
"""A smaller share counts where the three longest passages alone make up this much of the shorter
text: templates reach .25.
"""
SHORT, COPIED_IF_SHORT = 40, 0.8
"""A text of fewer runs than this, and how much of it must be copied: a byline and a "read more"
are a third of a brief.
"""
SHORTEST = 20
"""A text of fewer runs is a copy only of its like: a headline or a byline stands in many texts."""
DAYS, COPIED_IF_LATER = 14, 0.8
"""Texts further apart than this are copies only if nearly the same: a series of statements keeps
its wording for months.
"""
BOTH_OWN = 0.25
"""Where each of two texts has at least this share of its own, and shares only what many share,
that is boilerplate.
"""
KIN = 0.15
"""The shortest texts of two groups share at least this, or a digest of both has brought the groups
together.
"""


class Telling(Struct, frozen=True, kw_only=True):
    """What is kept of a document to compare it: its runs of words as numbers, in their order."""

    id: str
    published: date | None
    runs: Any


def tell(document: Document) -> Telling:
    """A document's telling; the same on every machine."""
    import numpy as np  # late

    words = np.array(
        [_number(word) for word in WORD.findall(document.text.casefold())], dtype=np.uint64
    )
    return Telling(id=document.id, published=document.published, runs=_runs(words))


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return int.from_bytes(
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little"
    )


def _runs(words: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """A number for each run of words; a text shorter than a run is one run."""
    import numpy as np

    count = max(1, len(words) - RUN + 1)
    made = np.zeros(count if len(words) else 0, dtype=np.uint64)
    for place in range(min(RUN, len(words))):
        made = made * np.uint64(MULTIPLIER) + words[place : place + count]
    return made ^ (made >> np.uint64(29))


def stories(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """Which documents tell one story.

    Args:
        tellings: of the documents, in their order.

    Returns:
        For each document, in that order, its id and its story: the id of the first document that
        tells it.
    """
    held = list(tellings)
    shelf = overlaps.Shelf([telling.runs for telling in held])
    links = sorted(link for a, b in shelf.candidates() if (link := _link(held, shelf, a, b)))
    groups = _grouped(len(held), links, shelf)
    for place, telling in enumerate(held):
        yield telling.id, held[groups[place]].id


def _link(
    held: Sequence[Telling], shelf: overlaps.Shelf, a: int, b: int
) -> tuple[float, int, int] | None:
    """A pair that tells one story, the closest first when sorted; ``None`` if it does not."""
    shared = shelf.share(a, b)
    if shared >= _needed(held[a], held[b]) or _in_passages(held, shelf, a, b, shared):
        return None if shelf.only_boilerplate(a, b, BOTH_OWN) else (-shared, a, b)
    return None


def _needed(one: Telling, other: Telling) -> float:
    least = min(len(one.runs), len(other.runs))
    if least < SHORTEST and len(one.runs) != len(other.runs):
        return float("inf")
    if least < SHORT:
        return COPIED_IF_SHORT
    return COPIED_IF_LATER if _apart(one, other) else COPIED


def _apart(one: Telling, other: Telling) -> bool:
    return bool(
        one.published and other.published and abs((one.published - other.published).days) > DAYS
    )


def _in_passages(
    held: Sequence[Telling], shelf: overlaps.Shelf, a: int, b: int, shared: float
) -> bool:
    if (
        shared < PARTLY_COPIED
        or min(len(held[a].runs), len(held[b].runs)) < SHORT
        or _apart(held[a], held[b])
    ):
        return False
    return shelf.passages(a, b) >= IN_PASSAGES


def _grouped(
    count: int, links: Sequence[tuple[float, int, int]], shelf: overlaps.Shelf
) -> list[int]:
    """For each document the first of its group: groups that are linked join, closest first, unless
    only a digest links them.
    """
    groups = {place: [place] for place in range(count)}
    shortest = {place: place for place in range(count)}
    first = list(range(count))
    for _, a, b in links:
        one, other = first[a], first[b]
        if one == other or shelf.share(shortest[one], shortest[other]) < KIN:
            continue
        into, moved = sorted((one, other), key=lambda place: -len(groups[place]))
        for place in groups[moved]:
            first[place] = into
        groups[into] += groups.pop(moved)
        shortest[into] = min(shortest[one], shortest[other], key=shelf.size)
    earliest = {place: min(group) for place, group in groups.items()}
    return [earliest[place] for place in first]
