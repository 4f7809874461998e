"""Groups of cards as the contract's affairs."""

from collections.abc import Iterable, Sequence

from legation.model import (
    Event,
    Figure,
    Instrument,
    Party,
    Period,
    Record,
    Statement,
)
from legation.model.account import Affair, Kind, Member, Step
from legation.model.links import Card, Link
from legation.model.records import DateFrom, type_of
from legation.reconciliation.across import days, sides, steps
from legation.reconciliation.across.pieces import Ties

FIRST = "first"
"""The rule of a member that is the first of its affair."""
DIGITS = 3
"""Of scores, as the canonical export prints them."""


def affair(cards: Sequence[Card], ties: Ties) -> Affair:
    """What some cards of one kind tell together.

    Args:
        cards: of one group, in their order; the first gives its id.
        ties: the links by which they came together.
    """
    record = cards[0].record
    taken = _steps(cards)
    telling = _telling(cards, taken)
    return Affair(
        id=record.id,
        kind=kind(record),
        type=type_of(telling.record),
        status=taken[-1].status if taken else None,
        period=_period(telling.record),
        date_from=_date_from(telling.record),
        tier="sure" if any(card.record.tier == "sure" for card in cards) else "possible",
        parties=parties(cards),
        steps=taken,
        members=members(cards, ties),
        stories=len({card.story or card.document for card in cards}),
        documents=len({card.document for card in cards}),
    )


def kind(record: Record) -> Kind:
    """The kind of a record, as the contract names it."""
    found: Kind = type(record).__name__.lower()  # type: ignore[assignment]  # the six records
    return found


def members(cards: Sequence[Card], ties: Ties) -> tuple[Member, ...]:
    """Each card with the link that brought it in."""
    return tuple(
        _member(card, ties.best(card, cards) if place else None) for place, card in enumerate(cards)
    )


def _member(card: Card, link: Link | None) -> Member:
    return Member(
        document=card.document,
        record=card.record.id,
        kind=kind(card.record),
        evidence=tuple((span.start, span.end) for span in card.record.evidence),
        score=round(link.score, DIGITS) if link else 1.0,
        because=link.because if link else "the first to tell it",
        rule=link.rule if link else FIRST,
    )


def parties(cards: Iterable[Card]) -> tuple[Party, ...]:
    """The parties of all, each once and by its fullest telling."""
    found: list[Party] = []
    for party in (party for card in cards for party in told(card.record)):
        place = next((n for n, held in enumerate(found) if _one(held, party)), None)
        if place is None:
            found.append(party)
        elif found[place].person is None and party.person is not None:
            found[place] = party
    return tuple(found)


def told(record: Record) -> tuple[Party, ...]:
    """The parties of a record; of figures and claims the sides by their codes."""
    named = sides.parties(record)
    if named or isinstance(record, Event | Instrument | Statement):
        return named
    codes = (getattr(record, "reporter", None), getattr(record, "partner", None))
    return tuple(Party(mention=None, actor=code) for code in codes if code)


def _one(one: Party, other: Party) -> bool:
    if one.actor is None or other.actor is None:
        return one.actor == other.actor and one.name == other.name
    if sides.root(one.actor) != sides.root(other.actor):
        return False
    if one.person is None or other.person is None:
        return True
    return sides.met(sides.persons((one,)), sides.persons((other,))) is not None


def _steps(cards: Sequence[Card]) -> tuple[Step, ...]:
    record = cards[0].record
    if isinstance(record, Event):
        return steps.of_events(cards)
    if isinstance(record, Instrument):
        return steps.of_instruments(cards)
    return ()


def _telling(cards: Sequence[Card], taken: Sequence[Step]) -> Card:
    """The card of the last step, with the most exact of the dates that its status has."""
    if not taken:
        return cards[0]
    last = taken[-1]
    held = next(c for c in cards if (c.document, c.record.id) == (last.document, last.record))
    like = [c for c in cards if getattr(c.record, "status", None) == last.status]
    dated = [c for c in like if (when := _own(c)) is not None and when.single]
    return held if _own(held) is not None or not dated else dated[0]


def _own(card: Card) -> days.Days | None:
    record = card.record
    return days.own(record) if isinstance(record, Event | Instrument | Figure) else None


def _period(record: Record) -> Period | None:
    found: Period | None = getattr(record, "period", None) or getattr(record, "date", None)
    return found


def _date_from(record: Record) -> DateFrom | None:
    found: DateFrom | None = getattr(record, "date_from", None)
    return found
