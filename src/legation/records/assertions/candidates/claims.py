"""A claim without a number, before it becomes an assertion; and the words that make one."""

from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table
from legation.model import Product, Span
from legation.records.measures import Sides

Kind = Literal["dominance", "rank", "trend", "diversity", "comparison"]
Direction = Literal["up", "down", "flat"]


class CueWord(Struct, frozen=True):
    """A row of ``assertion_cues.csv``."""

    lemma: str
    part: str
    direction: Literal["up", "down", "flat", ""] = ""


class SubjectNoun(Struct, frozen=True):
    """A row of ``assertion_nouns.csv``."""

    lemma: str
    measure: str
    settled: str
    needs: str = ""


class RankNoun(Struct, frozen=True):
    """A row of ``rank_nouns.csv``."""

    lemma: str
    measure: str
    side: Literal["partner", "own"]
    needs: tuple[str, ...] = ()


class Claim(Struct, frozen=True, kw_only=True):
    """What a rule found. ``pattern`` names the rule, for its confidence."""

    kind: Kind
    pattern: str
    evidence: Span
    subject: str | None
    object: str | None
    measure: str | None = None
    sides: Sides = Sides()
    product: Product | None = None
    direction: Direction | None = None


@cache
def cues(part: str) -> dict[str, CueWord]:
    """The cue words of a part, by lemma."""
    return {row.lemma: row for row in table("assertion_cues", CueWord) if row.part == part}


@cache
def nouns() -> dict[str, SubjectNoun]:
    """What a claim may be about, by lemma."""
    return {row.lemma: row for row in table("assertion_nouns", SubjectNoun)}


@cache
def ranked() -> dict[str, RankNoun]:
    """What somebody can be the largest of, by lemma."""
    return {row.lemma: row for row in table("rank_nouns", RankNoun)}


def words(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(text).split())
