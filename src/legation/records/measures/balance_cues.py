"""Balances in other words than "surplus" and "deficit": "ended the year €2 billion in the red"."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table
from legation.model import Quantity, Token
from legation.records.measures.cues import cues
from legation.records.measures.passages import Passage

DASHES = "-–—"


class BalanceCue(Struct, frozen=True, kw_only=True):
    """A row of ``balance_cues.csv``."""

    words: str
    stands: Literal["before", "after"]
    surplus: Literal["own", "other", "unsaid"]
    example: str


@cache
def rows() -> tuple[BalanceCue, ...]:
    """The table, the longest words first."""
    read = table("balance_cues", BalanceCue)
    return tuple(sorted(read, key=lambda row: -len(row.words.split())))


def told(passage: Passage, quantity: Quantity) -> BalanceCue | None:
    """The words right beside a number that make it a balance; None where there are none."""
    tokens = passage.sentence.tokens
    before = _bare([t for t in tokens if t.end <= quantity.span.start])
    after = [t.lower for t in tokens if t.start >= quantity.span.end]
    return next((row for row in rows() if _stands(row, before, after)), None)


def _bare(before: Sequence[Token]) -> list[str]:
    """The words before a number less its sign and "about", and less dashes that set it apart."""
    words = [t.lower.lstrip(DASHES) for t in before if t.lower.strip(DASHES)]
    while words and (words[-1] in cues().degrees and words[-1] not in ("by", "of")):
        words.pop()
    return words


def _stands(row: BalanceCue, before: Sequence[str], after: Sequence[str]) -> bool:
    words = row.words.split()
    if row.stands == "before":
        return list(before[-len(words) :]) == words
    return list(after[: len(words)]) == words and after[len(words) : len(words) + 1] != ["of"]
