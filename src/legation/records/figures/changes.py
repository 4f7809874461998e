"""Rises and falls: the sign of a growth figure and how it is meant."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table
from legation.model import Quantity, Token
from legation.records.figures.passages import Passage

Direction = Literal["up", "down", "flat", "none"]
SKIPPED = {
    "by",
    "of",
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "over",
    "more",
    "than",
    "less",
    "at",
    "least",
    "a",
    "an",
    "the",
    "just",
}
SKIPPED |= {
    "roughly",
    "approximately",
    "under",
    "up",
    "to",
    "only",
    "as",
    "much",
    "another",
    "further",
    "record",
    "slightly",
    "sharply",
}
NOUN_REACH = 4


class DirectionWord(Struct, frozen=True):
    """A row of ``directions.csv``."""

    lemma: str
    pos: Literal["verb", "noun", "adj"]
    direction: Direction


@cache
def words() -> dict[tuple[str, str], Direction]:
    """Directions by lemma and part of speech."""
    return {(row.lemma, row.pos): row.direction for row in table("directions", DirectionWord)}


def direction(token: Token) -> Direction | None:
    """Where a word points: "rose" up, "drop" down, "higher" up."""
    known = words()
    if token.tag.startswith("VB"):
        return known.get((token.lemma, "verb"))
    if token.tag.startswith("NN"):
        return known.get((token.lemma, "noun"))
    return known.get((token.lower, "adj"))


def change(passage: Passage, quantity: Quantity) -> Direction | None:
    """Whether a number says by how much something rose or fell; null where it is a level ("rose to 5 %")."""
    if quantity.range is None and quantity.value is None:
        return None
    before = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start and not t.span.overlaps(quantity.digits)]
    return _from_left(before) or _from_right(passage, quantity) or _from_head(passage, quantity)


def _from_left(before: Sequence[Token]) -> Direction | None:
    """ "rose by about 12 %", "up 41 percent", "an increase of more than 60 per cent", "grew 17.9%"."""
    for n, token in enumerate(reversed(before)):
        found = direction(token)
        if found in ("up", "down") and not (
            token.lower in ("up", "more", "less") and n + 1 < len(before) and before[-1].lower in ("to", "than")
        ):
            return found
        if token.lower in ("to", "at", "from") and n == 0 and not _degree(before):
            return None
        if n >= 5 or not (token.lower in SKIPPED or token.tag in ("$", "RB", "RBR", "JJR")):
            return None
    return None


def _degree(before: Sequence[Token]) -> bool:
    return len(before) > 1 and before[-2].lower in ("up", "as") and before[-1].lower in ("to",)


def _from_right(passage: Passage, quantity: Quantity) -> Direction | None:
    """ "a 10% drop", "12 % year-on-year growth", "4 percent higher"."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:NOUN_REACH]
    for n, token in enumerate(following):
        found = direction(token)
        if found in ("up", "down") and (token.tag.startswith("NN") or (n == 0 and token.tag in ("JJR", "RBR", "RB"))):
            return found
        if not (token.tag.startswith(("JJ", "NN", "HYPH", "IN")) and token.lower not in ("of", "to", "in", "for", "from")):
            return None
    return None


def _from_head(passage: Passage, quantity: Quantity) -> Direction | None:
    """The verb or noun that the number measures by grammar: object, measure adverb, or "by" it."""
    top = passage.sentence.apex(quantity.span)
    if top is None or top.dep not in ("dobj", "npadvmod", "advmod", "attr", "pobj", "nmod"):
        return None
    head = passage.sentence.head(top)
    if top.dep == "pobj":
        if head.lower not in ("by", "of"):
            return None
        head = passage.sentence.head(head)
    if abs(head.i - top.i) > 8 or not head.tag.startswith(("VB", "NN")):
        return None
    found = direction(head)
    return found if found in ("up", "down") else None
