"""How sure a record is, and which of two drawers it goes into.

A pattern's confidence is the share of its records that proved right where it was last measured;
``docs/quality.md`` keeps the measurements.
"""

from legation.model import Tier

SURE = {"statement": 0.8, "event": 0.82, "figure": 0.8, "instrument": 0.8, "proposal": 0.8, "assertion": 0.8}
"""From here on a record of that kind is ``sure``: chosen so that at least nine in ten of the sure ones are right."""


def tier(kind: str, confidence: float) -> Tier:
    """``sure`` or ``possible`` for a record of that kind."""
    return "sure" if confidence >= SURE[kind] else "possible"
