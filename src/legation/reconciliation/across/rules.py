"""Why two cards belong together, by their kind."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from legation.model import Assertion, Event, Figure, Instrument, Record, Statement
from legation.model.links import Card, Link
from legation.reconciliation.across import (
    assertions,
    events,
    figures,
    instruments,
    plans,
    promises,
    statements,
)

Rule = Callable[[Card, Card], Link | None]
RULES: dict[type[Record], Rule] = {
    Event: events.link,
    Figure: figures.link,
    Instrument: instruments.link,
    Statement: statements.link,
    Assertion: assertions.link,
}


def links(card: Card, candidates: Sequence[Card]) -> list[Link]:
    """The links of one card to some that stand in its blocks.

    Args:
        card: a record's.
        candidates: others; itself among them is passed over.

    Returns:
        At most one link of its kind and one of a promise to each; each depends on its two cards
        alone.
    """
    return [
        link
        for other in candidates
        if other.key != card.key
        for link in _between(*sorted((card, other), key=_order))
    ]


def _order(card: Card) -> tuple[date, str, int, str]:
    """The earlier first, so that a link reads the same whichever of the two came later."""
    return (card.published or date.max, card.document, card.number, card.record.id)


def _between(one: Card, other: Card) -> Iterator[Link]:
    kind = type(one.record)
    if kind is type(other.record) and kind in RULES:
        link = RULES[kind](plans.read(one), plans.read(other))
        if link is not None:
            yield link
    if promises.step(one) and promises.step(other):
        link = promises.link(one, other)
        if link is not None:
            yield link
