"""The public actors that stand around a verb or event noun, and its senses."""

from legation.records.predicates import senses
from legation.records.predicates.participants import NAMED, Cast
from legation.records.predicates.public import public
from legation.records.predicates.senses import (
    Condition,
    NounRow,
    Sense,
    VerbRow,
    conditions,
    event_noun,
)

__all__ = [
    "NAMED",
    "Cast",
    "Condition",
    "NounRow",
    "Sense",
    "VerbRow",
    "conditions",
    "event_noun",
    "public",
    "senses",
]
