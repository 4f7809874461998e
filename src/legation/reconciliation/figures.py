"""One record for a figure that a document repeats, only where it is clearly the same: in doubt
both stay.
"""

from msgspec import structs

from legation.model import Figure, Reading
from legation.reconciliation import evidence

NAMELESS = frozenset({"count", "other", "volume"})
"""Measures that do not say of what they are; two of them are one only in the same words."""


def same(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether the second figure repeats the first."""
    if (
        number(one) != number(other)
        or one.attributed_to != other.attributed_to
        or one.said_in != other.said_in
    ):
        return False
    if one.measure in NAMELESS:
        return _words(reading, one) == _words(reading, other) and one.period == other.period
    slots = ("reporter", "partner", "in_favour_of", "product", "change", "of")
    if not all(evidence.agree(getattr(one, slot), getattr(other, slot)) for slot in slots):
        return False
    return one.reporter is not None and (one.period is other.period or _same_period(one, other))


def joined(one: Figure, other: Figure) -> Figure:
    """Both as one record, with the first one's id; a slot that only the second fills is taken from
    it.
    """
    slots = ("reporter", "partner", "in_favour_of", "product", "change", "of", "period")
    taken = {
        slot: getattr(other, slot)
        for slot in slots
        if getattr(one, slot) is None and getattr(other, slot) is not None
    }
    return structs.replace(
        one,
        evidence=evidence.joined(one.evidence, other.evidence),
        confidence=max(one.confidence, other.confidence),
        tier="sure" if "sure" in (one.tier, other.tier) else "possible",
        inherited=evidence.inherited(one.inherited, other.inherited, list(taken)),
        date_from=other.date_from if "period" in taken else one.date_from,
        uncertain=evidence.uncertain(one, other),
        **taken,
    )


def number(figure: Figure) -> tuple[object, ...]:
    """What two tellings of one figure share for certain."""
    return (
        figure.measure,
        figure.value.low,
        figure.value.high,
        figure.unit,
        figure.qualifier,
        figure.nature,
    )


def _same_period(one: Figure, other: Figure) -> bool:
    return one.period is not None and other.period is not None and one.period.same(other.period)


def _words(reading: Reading, figure: Figure) -> str:
    return " ".join(reading.text(span).casefold() for span in figure.evidence)
