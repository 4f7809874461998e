"""Counts of things with a public meaning: troops, vessels, agreements, students."""

from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Quantity
from legation.records.figures.passages import Passage


class CountWord(Struct, frozen=True):
    """A row of ``counts.csv``."""

    lemma: str


@cache
def words() -> frozenset[str]:
    """Lemmas of what is worth counting."""
    return frozenset(row.lemma for row in table("counts", CountWord))


def counted(passage: Passage, quantity: Quantity) -> str | None:
    """The thing that a count counts, if it has a public meaning."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.digits.end][:5]
    for token in following:
        if token.tag in ("NNS", "NN") and token.lemma in words():
            return token.lemma
        if not token.tag.startswith(("JJ", "NN", "VBN", "VBG", "CC", "HYPH", "POS")):
            return None
    return None
