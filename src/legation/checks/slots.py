"""Whether the slots of a figure are its own, or come from context in a way that leaves no doubt.

"Trade with the region reached 5 billion in 2021. Exports were worth 3 billion." The second
sentence's year is the first's: nothing else is on offer. Where two years, or two partners, are on
offer, what was inherited is doubtful, and no verdict may rest on it that calls a figure wrong.
"""

from collections.abc import Sequence

from legation.checks import periods, places
from legation.model import Figure, Period, Reading, Record, Span

LOOK_BACK = 2
"""Sentences before the figure's own that may lend it a slot."""
NEEDED = ("reporter", "partner", "period", "unit", "product", "measure", "value", "scale")


def doubtful(reading: Reading, records: Sequence[Record], figure: Figure) -> list[str]:
    """The needed slots that were inherited and could have been something else; empty where all is
    certain.
    """
    lent = [slot for slot in NEEDED if slot in figure.inherited]
    return [slot for slot in lent if not _certain(slot, reading, records, figure)]


def _certain(slot: str, reading: Reading, records: Sequence[Record], figure: Figure) -> bool:
    if slot == "period":
        return _only_period(reading, figure)
    if slot in ("reporter", "partner"):
        return _only_dyad(records, figure) and _alone(reading, figure)
    return False


def _only_period(reading: Reading, figure: Figure) -> bool:
    """Whether the nearest sentence up to the figure's own that names a time of whole months names
    this one alone.
    """
    own = _sentence_at(reading, figure.evidence[0])
    if figure.period is None or own is None:
        return False
    named: dict[int, set[tuple[object, object]]] = {}
    for date in reading.dates:
        place = _sentence_at(reading, date.span)
        if (
            date.period is not None
            and periods.whole(date.period)
            and place is not None
            and 0 <= own - place <= LOOK_BACK
        ):
            named.setdefault(place, set()).add(_key(date.period))
    return bool(named) and named[max(named)] == {_key(figure.period)}


def _sentence_at(reading: Reading, place: Span) -> int | None:
    holder = places.sentence_of(reading, place)
    return holder.index if holder else None


def _key(period: Period) -> tuple[object, object]:
    return period.start, period.end


def _only_dyad(records: Sequence[Record], figure: Figure) -> bool:
    """Whether all figures of the document that name their own two parties name these two."""
    own = [
        f
        for f in records
        if isinstance(f, Figure) and f.reporter and f.partner and f.id != figure.id
    ]
    named = {
        frozenset((f.reporter, f.partner))
        for f in own
        if not {"reporter", "partner"} & set(f.inherited)
    }
    return named == {frozenset((figure.reporter, figure.partner))}


def _alone(reading: Reading, figure: Figure) -> bool:
    """Whether its own sentence names no other country: "To Morocco it sold 31 billion" is not the
    Egypt of the line before.
    """
    own = {figure.reporter, figure.partner}
    place = _sentence_at(reading, figure.evidence[0])
    named = {
        a.actor
        for a in reading.actors
        if a.actor and ":" not in a.actor and _sentence_at(reading, a.span) == place
    }
    return named <= own
