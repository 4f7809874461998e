"""A meeting without a day of its own that belongs to a dated one beside it: "visited Brasilia on
Monday and met Trade Minister Helena Furtado", "will travel to Brasilia on 4 March. He will meet …".
The day is worked out from the visit, and who is met there without a country is of the host's.
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from legation.model import Event, Ledger, Party, Period, Span
from legation.model.links import Card
from legation.reconciliation.across import days, sides

MEETING = "CONSULT"
NEXT = 2
"""Characters between a sentence and the next."""


def facts(ledger: Ledger) -> dict[str, dict[str, str]]:
    """What the meetings of a text have from a dated one beside them: ``day``, ``day_end`` and the
    code of the ``host``, by the ids of their records.

    Args:
        ledger: of a document.

    Returns:
        Those with days of their own, and those beside no dated meeting of the same person, are left
        out.
    """
    meetings = [
        record
        for record in ledger.records
        if isinstance(record, Event) and record.type == MEETING and record.sentence is not None
    ]
    with_day = [event for event in meetings if _days(event) is not None]
    found = {}
    for event in meetings if with_day else ():
        if _days(event) is None and event.mode != "phone" and not event.historical:
            visit = _beside(event, with_day)
            when = _days(visit) if visit is not None else None
            if visit is not None and when is not None:
                found[event.id] = _told(visit, when)
    return found


def _told(visit: Event, when: days.Days) -> dict[str, str]:
    host = sides.roots(visit.recipients)
    told = {"day": when.start.isoformat(), "day_end": when.end.isoformat()}
    if len(host) != 1:
        return told
    guests = (sides.whole_name(party) or "" for party in visit.actors)
    return told | {"host": next(iter(host)), "guests": ";".join(sorted(guests))}


def read(card: Card) -> Card:
    """A card with the day that a meeting beside it gives it, and with who has no country as the
    host's; others as they are.
    """
    event = card.record
    if "day_end" not in card.facts or not isinstance(event, Event):
        return card
    start, end = (date.fromisoformat(card.facts[name]) for name in ("day", "day_end"))
    edtf = start.isoformat() if start == end else f"{start}/{end}"
    host, guests = card.facts.get("host"), card.facts.get("guests", "").split(";")

    def of_host(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(
            replace(one, actor=host) if host and _unknown(one, guests) else one for one in parties
        )

    joined = replace(
        event,
        actors=of_host(event.actors),
        recipients=of_host(event.recipients),
        date=Period(start=start, end=end, edtf=edtf),
        date_from="resolved",
    )
    return replace(card, record=joined, persons=sides.persons(sides.parties(joined)))


def _unknown(party: Party, guests: Sequence[str]) -> bool:
    """Whether a party is a person of no known country, and not the visitor."""
    return party.actor is None and bool(party.person) and sides.whole_name(party) not in guests


def _days(event: Event) -> days.Days | None:
    when = days.own(event)
    return None if when is None or when.wide else when


def _beside(event: Event, meetings: Sequence[Event]) -> Event | None:
    """The dated meeting of the same sentence, else of the one before."""
    near = [one for one in meetings if _goes_with(event, one)]
    same = [one for one in near if one.sentence == event.sentence]
    held = same or near
    return held[-1] if held else None


def _goes_with(event: Event, visit: Event) -> bool:
    if visit.status != event.status or visit.mode == "phone" or visit.historical:
        return False
    if not _near(visit.sentence, event.sentence):
        return False
    here, there = (one.place.country if one.place else None for one in (event, visit))
    if here is not None and there is not None and here != there:
        return False
    mine, theirs = (sides.persons((*one.actors, *one.recipients)) for one in (event, visit))
    return sides.met(mine, theirs) is not None


def _near(before: Span | None, after: Span | None) -> bool:
    if before is None or after is None:
        return False
    return before == after or 0 <= after.start - before.end <= NEXT
