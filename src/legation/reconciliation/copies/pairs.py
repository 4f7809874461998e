"""Whether two texts tell one story: whole copies, shortened and lengthened ones, and texts that
take over half of another.

A text is the set of its runs of five words. Two are copies if the shorter one's runs stand in the
longer one; MinHash compares whole texts and finds one half-copied text in nine. Templates ("Joint
Statement on …") share as much as some copies do, but in scraps, where a copy shares passages; and
they are weeks apart. Daily bulletins share nearly all, but for their numbers.
"""

from typing import NamedTuple

from legation.reconciliation.copies import overlaps
from legation.reconciliation.copies.texts import Text

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
OTHER_NUMBERS, MOSTLY_OTHER, WORDS_A_NUMBER = 3, 0.6, 25
"""Two texts from one template: so many numbers that follow the same words differ, this share of
them at least, and one in so many words of the shorter text. A slip in a copy changes one or two of
its numbers; of the bulletins of five kinds written for this (2026-12-01) the least changed had
four in five.
"""


class Shared(NamedTuple):
    """How much of the shorter text stands in the longer one, and by which rule they are copies."""

    share: float
    rule: str

    @property
    def because(self) -> str:
        """In words."""
        return f"{self.share:.0%} of the shorter text stands in the longer one"


def compared(one: Text, other: Text) -> Shared | None:
    """Why two texts tell one story; ``None`` if they do not."""
    share = overlaps.share(one, other)
    if share >= _needed(one, other):
        rule = "copied"
    elif _in_passages(one, other, share):
        rule = "copied-passages"
    else:
        return None
    return None if look_alike(one, other) else Shared(share, rule)


def look_alike(one: Text, other: Text) -> bool:
    """Whether two texts are one template filled with other numbers: bulletins, not copies."""
    here, there = one.numbers, other.numbers
    both = here.keys() & there.keys()
    unlike = sum(here[words] != there[words] for words in both)
    if unlike < OTHER_NUMBERS or unlike < MOSTLY_OTHER * len(both):
        return False
    return unlike * WORDS_A_NUMBER >= min(len(one.runs), len(other.runs))


def _needed(one: Text, other: Text) -> float:
    least = min(len(one.runs), len(other.runs))
    if least < SHORTEST and len(one.runs) != len(other.runs):
        return float("inf")
    if least < SHORT:
        return COPIED_IF_SHORT
    return COPIED_IF_LATER if _apart(one, other) else COPIED


def _apart(one: Text, other: Text) -> bool:
    return bool(
        one.published and other.published and abs((one.published - other.published).days) > DAYS
    )


def _in_passages(one: Text, other: Text, share: float) -> bool:
    short = min(len(one.runs), len(other.runs)) < SHORT
    if share < PARTLY_COPIED or short or _apart(one, other):
        return False
    return overlaps.passages(one, other) >= IN_PASSAGES
