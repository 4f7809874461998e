"""What figures and assertions both look at in a sentence: measure words, whose trade it is, the
goods, and whether it rises or falls.
"""

from legation.records.measures import balance_cues, changes, products
from legation.records.measures.balances import BALANCES, is_of_trade
from legation.records.measures.changes import direction
from legation.records.measures.cues import cues
from legation.records.measures.listing import JOINED_BY, place
from legation.records.measures.measure_words import (
    Anchor,
    MeasureWord,
    after,
    anchors,
    before,
    lemma,
    words,
)
from legation.records.measures.passages import BODIES, Passage, code, passages
from legation.records.measures.products import in_words
from legation.records.measures.regions import named
from legation.records.measures.sides import FLOWS, Sides, favour, redirected, sides

__all__ = [
    "BALANCES",
    "BODIES",
    "FLOWS",
    "JOINED_BY",
    "Anchor",
    "MeasureWord",
    "Passage",
    "Sides",
    "after",
    "anchors",
    "balance_cues",
    "before",
    "changes",
    "code",
    "cues",
    "direction",
    "favour",
    "in_words",
    "is_of_trade",
    "lemma",
    "named",
    "passages",
    "place",
    "products",
    "redirected",
    "sides",
    "words",
]
