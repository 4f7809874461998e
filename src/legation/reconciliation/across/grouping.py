"""The cards of one connected piece as affairs, conflicts and promises."""

from collections.abc import Iterator, Sequence

from legation.model import Event, Figure, Instrument, Proposal
from legation.model.account import Affair, Conflict
from legation.model.links import Card, Grouping, Link
from legation.reconciliation.across import (
    affairs,
    conflicts,
    events,
    figures,
    following,
    instruments,
    pieces,
    plans,
    promises,
)
from legation.reconciliation.across.pieces import Ties

MANY = 0.1
"""Share of the pairs across two groups of one promise that must be linked: it is told in many ways,
but a word that two of them share by chance brings no other promise in."""
SINGLE = 0.0
"""One link is enough where what may stand together is held apart by vetoes: names, purposes."""


def group(cards: Sequence[Card], links: Sequence[Link]) -> Grouping:
    """What the cards of a piece tell together.

    Args:
        cards: that links connect, in their order (day, hash, anchor).
        links: between them, and those that people made.

    Returns:
        Each card in one affair of its kind; those of a promise also in the promise's affair, which
        is the only one of a proposal. A function of its arguments alone.
    """
    cards = [plans.read(card) for card in cards]
    same = Ties(link for link in links if link.relation in ("same", "different"))
    kept = Ties(link for link in links if link.relation != "conflict")
    promised = _promises(cards, kept)
    followed = [following.followed(held, kept) for held in promised if following.is_promise(held)]
    found: list[Affair] = [each.affair for each in followed]
    disputes: list[Conflict] = list(conflicts.denied(cards, links))
    taken = {
        card.key
        for held in promised
        if following.is_promise(held)
        for card in held
        if isinstance(card.record, Proposal)
    }
    for held in _groups(cards, same, promised):
        if held[0].key not in taken:
            found.append(affairs.affair(held, kept if promises.step(held[0]) else same))
            disputes += conflicts.of_affair(held)
    for key in _keys(cards):
        disputes += conflicts.of_figures(figures.groups(key), links)
    return Grouping(
        affairs=tuple(found),
        conflicts=tuple(disputes),
        promises=tuple(each.promise for each in followed),
    )


def _groups(
    cards: Sequence[Card], ties: Ties, promised: Sequence[Sequence[Card]]
) -> Iterator[list[Card]]:
    """The groups of each kind."""
    yield from _events([c for c in cards if isinstance(c.record, Event)], ties)
    named = [card for card in cards if isinstance(card.record, Instrument)]
    yield from pieces.joined(named, ties, instruments.compatible, SINGLE)
    yield from _figures([c for c in cards if isinstance(c.record, Figure)], promised)
    rest = [c for c in cards if not isinstance(c.record, Event | Instrument | Figure)]
    for kind in dict.fromkeys(type(card.record) for card in rest):
        held = [card for card in rest if type(card.record) is kind]
        yield from pieces.joined(held, ties, _anything)


def _anything(one: Card, other: Card) -> bool:
    return True


def _events(cards: Sequence[Card], ties: Ties) -> Iterator[list[Card]]:
    """Events of the same days; then those that move or call off a planned one join its group, and
    bring theirs along.
    """
    groups = pieces.joined(cards, ties, events.compatible)
    for changed in [card for card in cards if _moves(card)]:
        own = next(held for held in groups if changed in held)
        plans = [held for held in groups if held is not own and _planned(changed, held)]
        best = max(plans, key=lambda held: _closeness(changed, held, ties), default=None)
        if best is None or _closeness(changed, best, ties)[0] <= 0:
            continue
        groups = [held for held in groups if held is not own and held is not best]
        groups.append(sorted((*best, *own), key=list(cards).index))
    yield from sorted(groups, key=lambda held: list(cards).index(held[0]))


def _moves(card: Card) -> bool:
    cues = card.facts.get("cues", "").split()
    return isinstance(card.record, Event) and (
        ("moved" in cues and card.record.status == "planned")
        or ("called_off" in cues and card.record.status == "negated")
    )


def _planned(changed: Card, group: Sequence[Card]) -> bool:
    return any(events.moved(changed, card) is not None for card in group)


def _closeness(changed: Card, group: Sequence[Card], ties: Ties) -> tuple[float, int]:
    """How well a group fits as what was planned: its best link, then the later plan."""
    links = [link for card in group if (link := ties.between(changed, card)) is not None]
    days = [card.published.toordinal() for card in group if card.published]
    return max((link.score for link in links), default=0.0), max(days, default=0)


def _figures(cards: Sequence[Card], promised: Sequence[Sequence[Card]]) -> Iterator[list[Card]]:
    """Figures by key and value; sums of one promise by their amounts; others alone."""
    keyed = _keys(cards)
    for key in keyed:
        yield from figures.groups(key)
    held = {card.key for key in keyed for card in key}
    for told in promised:
        sums = [c for c in told if isinstance(c.record, Figure) and c.key not in held]
        held |= {card.key for card in sums}
        yield from _by_amount(sums)
    yield from ([card] for card in cards if card.key not in held)


def _by_amount(cards: Sequence[Card]) -> list[list[Card]]:
    found: list[list[Card]] = []
    for card in cards:
        like = (held for held in found if _one_sum(held[0], card))
        held = next(like, None)
        if held is None:
            found.append([card])
        else:
            held.append(card)
    return found


def _one_sum(one: Card, other: Card) -> bool:
    mine, yours = promises.amount(one), promises.amount(other)
    alike = promises.step(one) == "delivered", promises.step(other) == "delivered"
    return bool(mine and yours and mine.meets(yours)) and alike[0] == alike[1]


def _keys(cards: Sequence[Card]) -> list[list[Card]]:
    """Figures by their full key."""
    found: dict[str, list[Card]] = {}
    for card in cards:
        key = figures.full_key(card.record) if isinstance(card.record, Figure) else None
        if key is not None:
            found.setdefault(key, []).append(card)
    return list(found.values())


def _promises(cards: Sequence[Card], ties: Ties) -> list[list[Card]]:
    """Records of one promise; every two must go together."""
    telling = [card for card in cards if promises.step(card) is not None]
    return pieces.joined(telling, ties, promises.compatible, MANY, by_text=True)
