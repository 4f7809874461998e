"""Counts: of things with a public meaning always, of others where the number is written as one
that matters.
"""

from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table, word_list, word_set
from legation.model import Quantity
from legation.records.measures import Passage


class CountWord(Struct, frozen=True):
    """A row of ``counts.csv``."""

    lemma: str


@cache
def words() -> frozenset[str]:
    """Lemmas of what is worth counting."""
    return frozenset(row.lemma for row in table("counts", CountWord))


KNOWN = word_list("figures", "counts.known")
NO_THINGS = word_set("figures", "counts.no_things")
AGEING = word_set("figures", "counts.ageing")
OF_RATES = frozenset(["to", "per", "percent", "degrees", "points", "-", "–", "/"])
"""After a bare number: an exchange rate, a score or the half of a unit."""


def counted(passage: Passage, quantity: Quantity) -> Literal["listed", "other"] | None:
    """Whether a count counts something with a public meaning (``listed``), anything else
    (``other``), or nothing.
    """
    following = [t for t in passage.sentence.tokens if t.start >= quantity.digits.end][:5]
    for token in following:
        if (
            token.tag in ("NNS", "NN")
            and token.lemma in words()
            and not _is_known(passage, quantity)
        ):
            return "listed"
        if not token.tag.startswith(("JJ", "NN", "VBN", "VBG", "CC", "HYPH", "POS")):
            break
    return "other" if _is_worth_telling(passage, quantity) else None


def _is_worth_telling(passage: Passage, quantity: Quantity) -> bool:
    """A number in digits before its noun, or in words where it tells something new; without a noun
    only beside "some", a verb or with its thousands marked off ("killing 31", "about 160", "built
    for 150,000")."""
    written = quantity.interval.written
    spelled = not any(c.isdigit() for c in written)
    if quantity.noun is not None:
        return quantity.noun not in NO_THINGS and not (spelled and _is_known(passage, quantity))
    if spelled or quantity.range is not None or any(q.unit != "count" for q in passage.quantities):
        return False
    after = [t.lower for t in passage.sentence.tokens if t.start >= quantity.span.end][:1]
    if after and after[0] in OF_RATES:
        return False
    before = [t for t in passage.sentence.tokens if t.end <= quantity.span.start][-1:]
    acted = (
        bool(before)
        and before[0].tag in ("VBG", "VBD")
        and before[0].lemma not in AGEING
        and quantity.interval.low != 0
    )
    return acted or "," in written or quantity.qualifier != "exact"


def _is_known(passage: Passage, quantity: Quantity) -> bool:
    before = [t.lower for t in passage.sentence.tokens if t.end <= quantity.span.start][-1:]
    spelled = not any(c.isdigit() for c in quantity.interval.written)
    return spelled and bool(before) and before[0] in KNOWN
