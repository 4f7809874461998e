"""A verb or event noun in its sentence: its sides, the public actors that they stand for, its
senses, and whether it has happened.
"""

from legation.records.predicates import senses, status
from legation.records.predicates.clauses import (
    Clause,
    clause,
    conjuncts,
    content,
    is_passive,
    tells_time,
)
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
from legation.records.predicates.status import Status, passive_or_past

__all__ = [
    "NAMED",
    "Cast",
    "Clause",
    "Condition",
    "NounRow",
    "Sense",
    "Status",
    "VerbRow",
    "clause",
    "conditions",
    "conjuncts",
    "content",
    "event_noun",
    "is_passive",
    "passive_or_past",
    "public",
    "senses",
    "status",
    "tells_time",
]
