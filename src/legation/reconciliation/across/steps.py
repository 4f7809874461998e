"""The steps of an affair: each change of status or period, by the record that first tells it."""

from collections.abc import Sequence

from legation.model import Event, Instrument, Period
from legation.model.account import Step
from legation.model.links import Card
from legation.reconciliation.across import days
from legation.reconciliation.across.days import Days

EVENT_RANKS = {"hypothetical": 0, "planned": 1, "actual": 2, "negated": 2}
INSTRUMENT_RANKS = {
    "proposed": 0,
    "planned": 1,
    "negotiated": 1,
    "signed": 3,
    "under_construction": 3,
    "ratified": 4,
    "in_force": 5,
    "operating": 5,
    "suspended": 6,
    "ended": 7,
}
"""How far an instrument has come; an earlier stage that is told later is no step back."""
AHEAD = frozenset({"proposed", "planned", "negotiated", "under_construction"})
"""Statuses whose date lies ahead and may change: a signing has one day."""


def of_events(cards: Sequence[Card]) -> tuple[Step, ...]:
    """Planned, moved, held or called off."""
    found: list[Step] = []
    highest, last = -1, None
    for card in cards:
        event = card.record
        assert isinstance(event, Event)
        rank, when = EVENT_RANKS[event.status], days.own(event)
        if rank > highest:
            highest, last = rank, when
        elif rank == highest == 1 and _moved(last, when):
            last = when
        else:
            continue
        found.append(_step(card, event.status, event.date))
    return tuple(found)


def of_instruments(cards: Sequence[Card]) -> tuple[Step, ...]:
    """From proposal to force, or from plan to work."""
    found: list[Step] = []
    highest, told, last = -1, set[str](), None
    for card in cards:
        instrument = card.record
        assert isinstance(instrument, Instrument)
        rank, when = INSTRUMENT_RANKS.get(instrument.status, -1), days.own(instrument)
        if rank < max(0, highest):
            continue
        new = instrument.status not in told
        if not new and not (instrument.status in AHEAD and _moved(last, when)):
            continue
        highest, last = max(rank, highest), when or last
        told.add(instrument.status)
        found.append(_step(card, instrument.status, instrument.date))
    return tuple(found)


def _moved(last: Days | None, when: Days | None) -> bool:
    """Whether a date ahead is another one than that told before, or a firmer one."""
    if last is None or when is None:
        return when is not None and last is None
    if last.overlaps(when):
        return (when.end - when.start) * 2 < last.end - last.start
    return True


def _step(card: Card, status: str, period: Period | None) -> Step:
    return Step(status=status, period=period, document=card.document, record=card.record.id)
