"""What several stories claim differently: values of one figure, days and statuses of one affair."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from legation.model import Event, Figure, Instrument, content_id
from legation.model.account import Conflict, ConflictValue, Settled
from legation.model.links import Card, Link
from legation.reconciliation.across import days
from legation.reconciliation.across.steps import INSTRUMENT_RANKS
from legation.reconciliation.writing import plain

MANY, ONE = 3, 1
"""One story beside so many is to be doubted, not another opinion."""
DATED_ONCE = frozenset({"signed", "ratified", "in_force", "ended", "actual"})
"""Statuses that come on one day."""
DONE, UNDONE = INSTRUMENT_RANKS["signed"], INSTRUMENT_RANKS["negotiated"]
LATER = 3
"""Days after which a text knows what the others told."""
CORRECTED = "corrected"
"""The cue of a sentence that corrects what was told before."""
AGAINST = frozenset({"differs", "close"})
OFFICIAL = frozenset({"matches", "matches_alt"})


def of_figures(groups: Sequence[Sequence[Card]], links: Sequence[Link]) -> Iterator[Conflict]:
    """The values of one key that disagree.

    Args:
        groups: of one key, each an affair.
        links: of the piece; a conflict needs one between two of its values.
    """
    ends = {end for link in links if link.relation == "conflict" for end in (link.one, link.other)}
    disputed = [group for group in groups if any(card.key in ends for card in group)]
    if len(disputed) < 2 or len(_stories([c for group in disputed for c in group])) < 2:
        return
    values = tuple(
        ConflictValue(
            value=_written(group[0]),
            affairs=(group[0].record.id,),
            stories=len(_stories(group)),
            since=_since(group),
        )
        for group in disputed
    )
    official = _official(disputed)
    yield Conflict(
        id=content_id("conflict", "figure", *(value.affairs[0] for value in values[:1])),
        of="figure",
        values=values,
        official=official[0] if official else _observed(disputed),
        settled=_settled(values, official) or _later(disputed, _written),
    )


def of_affair(cards: Sequence[Card]) -> Iterator[Conflict]:
    """Days and statuses that the stories of one affair tell differently."""
    yield from _dates(cards)
    yield from _statuses(cards)


def denied(cards: Sequence[Card], links: Sequence[Link]) -> Iterator[Conflict]:
    """Events that some tell as held and others as not."""
    by_key = {card.key: card for card in cards}
    for link in links:
        if link.relation != "conflict" or link.rule != "event-denied":
            continue
        pair = [by_key[end] for end in (link.one, link.other) if end in by_key]
        if len(pair) == 2 and len(_stories(pair)) == 2:
            yield _conflict("status", pair, _status)


def _dates(cards: Sequence[Card]) -> Iterator[Conflict]:
    for status in sorted(DATED_ONCE):
        held = [card for card in cards if _status(card) == status and _day(card) is not None]
        distinct = {_day(card) for card in held}
        if len(distinct) > 1 and len(_stories(held)) > 1 and not _one_story_moves(held):
            yield _conflict("date", held, lambda card: str(_day(card)))


def _one_story_moves(cards: Sequence[Card]) -> bool:
    """Whether each story tells all the days: then they are days of one long affair."""
    days_by_story = {
        story: {_day(c) for c in cards if (c.story or c.document) == story}
        for story in _stories(cards)
    }
    return len({frozenset(told) for told in days_by_story.values()}) == 1


def _statuses(cards: Sequence[Card]) -> Iterator[Conflict]:
    """An instrument that one story calls signed and a later one still negotiated."""
    signed = [c for c in cards if INSTRUMENT_RANKS.get(_status(c), -1) >= DONE and _certain(c)]
    open_ = [
        c for c in cards if 0 <= INSTRUMENT_RANKS.get(_status(c), -1) <= UNDONE and _certain(c)
    ]
    for card in open_ if signed and isinstance(cards[0].record, Instrument) else ():
        before = [c for c in signed if _earlier(c, card)]
        if before and not _stories(before) & _stories([card]):
            yield _conflict("status", [before[-1], card], _status)
            return


def _earlier(one: Card, other: Card) -> bool:
    if one.published is None or other.published is None:
        return False
    return (other.published - one.published).days > LATER


def _certain(card: Card) -> bool:
    return card.record.tier == "sure" and "status" not in card.record.doubtful


def _conflict(of: str, cards: Sequence[Card], value: Callable[[Card], str]) -> Conflict:
    told: dict[str, list[Card]] = {}
    for card in cards:
        told.setdefault(value(card), []).append(card)
    values = tuple(
        ConflictValue(
            value=shown,
            records=tuple(card.record.id for card in held),
            stories=len(_stories(held)),
            since=_since(held),
        )
        for shown, held in told.items()
    )
    return Conflict(
        id=content_id("conflict", of, cards[0].record.id),
        of="date" if of == "date" else "status",
        values=values,
        settled=_settled(values, None) or _later(list(told.values()), value),
    )


def _settled(values: Sequence[ConflictValue], official: tuple[str, str] | None) -> Settled | None:
    if official is not None:
        return Settled(
            by="official", because=f"the official series has {official[0]}", value=official[1]
        )
    most = max(values, key=lambda value: value.stories)
    lone = [value for value in values if value.stories == ONE]
    if most.stories < MANY or len(lone) != len(values) - 1:
        return None
    because = f"one story beside {most.stories} that have {most.value}"
    return Settled(by="outlier", because=because, value=lone[0].value)


def _later(groups: Sequence[Sequence[Card]], value: Callable[[Card], str]) -> Settled | None:
    """A conflict that a later text ends: one that says it corrects, told after all the others; or
    a body that gives another value than before.
    """
    latest = max((day for group in groups for c in group if (day := c.published)), default=None)
    newest = [group for group in groups if any(c.published == latest for c in group)]
    if latest is None or len(newest) != 1:
        return None
    group = newest[0]
    told = [card for card in group if card.published == latest]
    if any(CORRECTED in card.facts.get("cues", "").split() for card in told):
        if _since(group) == latest:
            because = f"a text of {latest} says that it corrects the others"
            return Settled(by="later", because=because, value=value(group[0]))
        return None
    return _revised(groups, group, told, value)


def _revised(
    groups: Sequence[Sequence[Card]],
    newest: Sequence[Card],
    told: Sequence[Card],
    value: Callable[[Card], str],
) -> Settled | None:
    """Whether every value is one body's, which gave the newest last."""
    bodies = {body for card in told if (body := _body(card))}
    others = [group for group in groups if group is not newest]
    for body in sorted(bodies):
        before = [[c for c in group if _body(c) == body] for group in others]
        first = min((c.published for c in newest if _body(c) == body and c.published), default=None)
        if first is None or not all(before):
            continue
        if all(c.published is not None and c.published < first for held in before for c in held):
            because = f"the same body gave it later, on {first}: {body[1]}"
            return Settled(by="later", because=because, value=value(newest[0]))
    return None


def _body(card: Card) -> tuple[str, str] | None:
    """The official body on whose word a figure stands: an office, not a person."""
    figure = card.record
    if not isinstance(figure, Figure) or figure.voice != "official":
        return None
    by = figure.attributed_to
    if by is None or by.actor is None or by.person is not None or not by.name:
        return None
    return by.actor, plain(by.name)


def _official(groups: Sequence[Sequence[Card]]) -> tuple[str, str] | None:
    """The official value and the written one that it matches."""
    for group in groups:
        for card in group:
            figure = card.record
            if not isinstance(figure, Figure) or figure.check is None:
                continue
            if figure.check.verdict in OFFICIAL and figure.check.observations:
                held = figure.check.observations[0]
                return f"{held.value} {held.unit}", _written(group[0])
    return None


def _observed(groups: Sequence[Sequence[Card]]) -> str | None:
    """The official value that one of the values was held against, where none matches it."""
    for group in groups:
        for card in group:
            check = card.record.check if isinstance(card.record, Figure) else None
            if check is not None and check.verdict in AGAINST and check.observations:
                return f"{check.observations[0].value} {check.observations[0].unit}"
    return None


def _written(card: Card) -> str:
    figure = card.record
    assert isinstance(figure, Figure)
    return f"{figure.value.written} {figure.unit}"


def _status(card: Card) -> str:
    record = card.record
    return record.status if isinstance(record, Event | Instrument) else ""


def _day(card: Card) -> date | None:
    """The one day that a record gives for itself."""
    record = card.record
    if not isinstance(record, Event | Instrument) or "date" in record.doubtful:
        return None
    when = days.own(record)
    return when.start if when is not None and when.single else None


def _stories(cards: Sequence[Card]) -> set[str]:
    return {card.story or card.document for card in cards}


def _since(cards: Sequence[Card]) -> date | None:
    return min((card.published for card in cards if card.published), default=None)
