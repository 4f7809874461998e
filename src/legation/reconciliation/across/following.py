"""A promise followed: who gives what to whom, how often it was said, its steps, what was paid."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from legation.model import Event, Figure, Party, Period, Proposal, Value, content_id
from legation.model.account import Affair, Promise, PromiseStep, Step
from legation.model.links import Card
from legation.reconciliation.across import affairs, days, promises, sides
from legation.reconciliation.across.pieces import Ties
from legation.reconciliation.across.surroundings import Ends
from legation.reconciliation.across.tellings import SEEDS

RANKS: dict[str, int] = {
    "requested": 0,
    "offered": 1,
    "pledged": 2,
    "signed": 3,
    "partly_delivered": 4,
    "delivered": 5,
    "refused": 6,
    "withdrawn": 6,
}
"""How far a promise has come; an earlier stage told again is a repetition."""
ONE_PAYMENT = timedelta(days=45)
"""The same sum told as paid by two texts within this time was paid once."""
NEARLY = Decimal("0.98")
"""Share of the promised sum that counts as all of it."""


class Followed(NamedTuple):
    """The affair of a promise, and the promise."""

    affair: Affair
    promise: Promise


def is_promise(cards: Sequence[Card]) -> bool:
    """Whether a group tells of a promise: someone asks, offers or pledges; a signature or a payment
    alone promises nothing.
    """
    return any(promises.step(card) in SEEDS for card in cards)


def followed(cards: Sequence[Card], ties: Ties) -> Followed:
    """A promise and its affair.

    Args:
        cards: of one promise, in their order.
        ties: the links between them.
    """
    first = cards[0].record
    name = first.id if isinstance(first, Proposal) else content_id("promise", first.id)
    taken, paid = _steps(cards)
    promised = _amount(cards)
    state: PromiseStep = taken[-1].status  # type: ignore[assignment]  # made below of steps
    by, to = _party(cards, True), _party(cards, False)
    promise = Promise(
        id=name,
        by=by,
        to=to,
        content=_content(cards),
        amount=promised.value if promised else None,
        unit=promised.unit if promised else None,
        delivered=_sum(paid),
        due=_due(cards),
        said=len({card.story or card.document for card in cards}),
        steps=taken,
        state=state,
    )
    affair = Affair(
        id=name,
        kind="proposal",
        type=next((c.record.proposal for c in cards if isinstance(c.record, Proposal)), None),
        status=state,
        period=promise.due,
        tier="sure" if any(card.record.tier == "sure" for card in cards) else "possible",
        parties=(*by, *to),
        steps=taken,
        members=affairs.members(cards, ties),
        stories=promise.said,
        documents=len({card.document for card in cards}),
    )
    return Followed(affair, promise)


def _steps(cards: Sequence[Card]) -> tuple[tuple[Step, ...], list[Figure]]:
    """Each step by the record that first tells it, and the payments."""
    found: list[Step] = []
    paid: list[tuple[Card, Figure]] = []
    promised = _amount(cards)
    highest = -1
    for card in _ordered(cards):
        step = promises.step(card)
        if step == "delivered":
            step = _delivered(card, cards, paid, promised)
        if step is None or RANKS[step] <= highest:
            continue
        highest = RANKS[step]
        found.append(
            Step(status=step, period=_when(card), document=card.document, record=card.record.id)
        )
    return tuple(found), [figure for _, figure in paid]


def _ordered(cards: Sequence[Card]) -> list[Card]:
    """In their order, but within one text the lower step first: "signed the loan that was
    offered".
    """
    documents = list(dict.fromkeys(card.document for card in cards))
    return sorted(
        cards,
        key=lambda card: (documents.index(card.document), RANKS[promises.step(card) or "signed"]),
    )


def _delivered(
    card: Card,
    cards: Sequence[Card],
    paid: list[tuple[Card, Figure]],
    promised: Figure | None,
) -> PromiseStep | None:
    """Whether all is paid, or a part; a payment told twice is one. A deed beside its sum says what
    the sum says.
    """
    figure = card.record
    if not isinstance(figure, Figure):
        sums = [c for c in cards if c.document == card.document and c.record is not card.record]
        if any(isinstance(c.record, Figure) and promises.step(c) == "delivered" for c in sums):
            return None
        part = "part" in card.facts.get("cues", "").split()
        return "partly_delivered" if part or promised is not None else "delivered"
    if not any(_one_payment(card, figure, other, held) for other, held in paid):
        paid[:] = _without_parts([*paid, (card, figure)])
    if promised is None or promised.unit != figure.unit:
        return "partly_delivered"
    total = sum((held.value.middle for _, held in paid if held.unit == figure.unit), Decimal(0))
    return "delivered" if total >= promised.value.middle * NEARLY else "partly_delivered"


def _without_parts(paid: Sequence[tuple[Card, Figure]]) -> list[tuple[Card, Figure]]:
    """Payments without those to one country that are part of what went to its region."""

    def within(card: Card, figure: Figure, other: Card, held: Figure) -> bool:
        sides_, more = (frozenset().union(*promises.giver(one)) for one in (card, other))
        return sides_ < more and figure.unit == held.unit and figure.value.low < held.value.high

    return [one for one in paid if not any(within(*one, *other) for other in paid)]


def _one_payment(card: Card, figure: Figure, other: Card, held: Figure) -> bool:
    if figure.unit != held.unit or card.published is None or other.published is None:
        return figure.value == held.value
    overlap = figure.value.low < held.value.high and held.value.low < figure.value.high
    return overlap and abs(card.published - other.published) <= ONE_PAYMENT


def _amount(cards: Sequence[Card]) -> Figure | None:
    """The sum as first told."""
    told = (c for c in cards if promises.step(c) != "delivered")
    return next((c.record for c in told if isinstance(c.record, Figure)), None)


def _sum(paid: Sequence[Figure]) -> Value | None:
    if not paid:
        return None
    held = [figure.value for figure in paid if figure.unit == paid[0].unit]
    return Value(
        low=sum((value.low for value in held), Decimal(0)),
        high=sum((value.high for value in held), Decimal(0)),
        written=" + ".join(value.written for value in held),
    )


def _party(cards: Sequence[Card], giving: bool) -> tuple[Party, ...]:
    """Who gives, or who receives, by the fullest telling of any record."""
    telling = [card for card in cards if promises.step(card) in SEEDS] or list(cards)
    givers, receivers = _ends([promises.giver(card) for card in telling])
    codes = givers if giving else receivers
    told = [party for card in telling for party in affairs.told(card.record)]
    held = _once([p for p in told if p.actor and sides.root(p.actor) in codes])
    named = {sides.root(party.actor) for party in held if party.actor}
    return (*held, *(Party(mention=None, actor=code) for code in sorted(codes - named)))


def _once(told: Sequence[Party]) -> list[Party]:
    """Each country or body once, with a person where any telling names one."""
    held: list[Party] = []
    for party in told:
        place = next((n for n, other in enumerate(held) if _same(other, party)), None)
        if place is None:
            held.append(party)
        elif held[place].person is None and party.person is not None:
            held[place] = party
    return held


def _ends(told: Sequence[Ends]) -> Ends:
    """Of several tellings those who all say give; who gives is not told as receiving by a record
    that only knows the two sides.
    """
    by = [one for one, _ in told if one]
    givers = frozenset.intersection(*by) if by else frozenset()
    givers = givers or frozenset().union(*by)
    known = frozenset().union(*(to for one, to in told if one))
    unknown = frozenset().union(*(to for one, to in told if not one))
    return givers, (known or unknown) - givers


def _same(one: Party, other: Party) -> bool:
    return bool(one.actor and other.actor) and sides.root(one.actor or "") == sides.root(
        other.actor or ""
    )


def _content(cards: Sequence[Card]) -> str:
    """What is promised, in the words of the first proposal, else of the first deed, else of a
    sentence; of those that promise before those that keep a promise.
    """
    held = [card for card in cards if promises.step(card) in SEEDS] or list(cards)
    for kind in (Proposal, Event, Figure):
        for card in held:
            if isinstance(card.record, kind) and card.facts.get("content"):
                return card.facts["content"]
    return ""


def _due(cards: Sequence[Card]) -> Period | None:
    """When it is to be done: the first own date that lies ahead of its text."""
    for card in cards:
        record = card.record
        if not isinstance(record, Event | Figure):
            continue
        when, told = days.own(record), card.published
        if when is not None and told is not None and when.end > told:
            return days.period(record)
    return None


def _when(card: Card) -> Period | None:
    record = card.record
    return record.date if isinstance(record, Event) and days.own(record) is not None else None
