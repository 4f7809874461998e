"""One event told by many texts.

Measured on 120 pairs of different stories: type, two actors and three days alone are right in 38 of
100; with the same set of actors and a shared person or like words in 85. A person or the words must
speak.
"""

from collections.abc import Iterator

from legation.model import Event
from legation.model.links import Block, Card, Link
from legation.reconciliation.across import days, plans, sides
from legation.reconciliation.across.days import Days
from legation.reconciliation.across.words import alike

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Types in which actor and recipient may change places: X met Y, Y met X."""
MEETINGS = frozenset({"CONSULT"})
"""Types of which each day has its own: on another day there is another meeting."""
LIKE = 0.25
"""Share of the words, by rarity, that two sentences have in common (measured with the rule)."""
MOVED_WITHIN = 200
"""Days by which a planned event may be moved."""
CALLED_OFF = "called_off"


def facts(event: Event, sentence: str) -> dict[str, str]:
    """The days that a sentence names, as "month-day": where one moves an event, the old day."""
    found = [f"{month}-{number}" for month, number in plans.named_days(sentence)]
    return {"days": " ".join(found)} if found else {}


def blocks(card: Card) -> Iterator[Block]:
    """An event with two sides and days of its own stands by type, sides and days; a planned one,
    and one that moves another or calls it off, also where the others of the season are.
    """
    when = _narrow(card)
    if when is None:
        return
    for key in _keys(card):
        yield Block(key=f"event {key}", day=when.start, day_end=when.end, reach=days.NEAR)
        if _event(card).status in ("planned", "negated"):
            yield Block(key=f"plan {key}", day=when.start, day_end=when.end, reach=MOVED_WITHIN)


def link(one: Card, other: Card) -> Link | None:
    """Why two events are one; ``None`` if nothing says so."""
    if not compatible(one, other):
        return moved(one, other) or denied(one, other)
    return _same(one, other)


def compatible(one: Card, other: Card) -> bool:
    """Whether nothing speaks against two events being one."""
    mine, yours = _event(one), _event(other)
    when, then = _narrow(one), _narrow(other)
    if when is None or then is None:
        return False
    if not _keys(one) or not _keys(other) or not _same_sides(mine, yours):
        return False
    return (
        _standing(one, other)
        and _same_way(mine, yours)
        and _same_days(one, other, when, then)
        and _same_country(mine, yours)
        and (sides.met(one.persons, other.persons) is not None or not _other_persons(one, other))
    )


def _same(one: Card, other: Card) -> Link | None:
    who = sides.met(one.persons, other.persons)
    like = alike(one.words, other.words)
    if who is None and like < LIKE:
        return None
    when = days.own(_event(one))
    assert when is not None
    because = [f"the same two sides, {days.words(when)}"]
    if who is not None:
        because.append(f"{who.title()} in both")
    if like >= LIKE:
        because.append(f"{like:.0%} of the words")
    score = 0.6 + (0.2 if who else 0.0) + 0.2 * min(1.0, like / 0.6)
    rule = "event-person" if who else "event-words"
    return _made(one, other, score, "; ".join(because), rule)


def moved(one: Card, other: Card) -> Link | None:
    """Why one event moves the other, or calls it off."""
    for changed, planned in ((one, other), (other, one)):
        if _changes(changed, planned):
            what = "called off" if _event(changed).status == "negated" else "moved"
            return _made(
                one, other, 0.8, f"planned before, then {what}", f"event-{what.replace(' ', '-')}"
            )
    return None


def denied(one: Card, other: Card) -> Link | None:
    """Why one sure record says of an event that another tells that it was not: they disagree, and
    stay apart.
    """
    when, then = _narrow(one), _narrow(other)
    if {_event(one).status, _event(other).status} != {"actual", "negated"}:
        return None
    if {one.record.tier, other.record.tier} != {"sure"} or not _same_sides(
        _event(one), _event(other)
    ):
        return None
    if when is None or then is None or not when.overlaps(then) or not _keys(one):
        return None
    if alike(one.words, other.words) < LIKE:
        return None
    return Link(
        one=one.key,
        other=other.key,
        relation="conflict",
        score=0.8,
        because=f"told as held and as not held, {days.words(when)}",
        rule="event-denied",
    )


def _changes(changed: Card, planned: Card) -> bool:
    when, then = _narrow(changed), _narrow(planned)
    if when is None or then is None or _event(planned).status != "planned":
        return False
    if not _keys(changed) or not _same_sides(_event(changed), _event(planned)):
        return False
    if not _later(changed, planned):
        return False
    if not _told_so(changed, when, then):
        return False
    if sides.met(changed.persons, planned.persons) is not None:
        return True
    return not _other_persons(changed, planned) and alike(changed.words, planned.words) >= LIKE


def _told_so(changed: Card, when: Days, then: Days) -> bool:
    """Whether the words call off what was planned for these days, or move it from them."""
    held = changed.facts.get("cues", "").split()
    status = _event(changed).status
    if status == "negated":
        return CALLED_OFF in held and when.overlaps(then)
    if status != "planned" or "moved" not in held or when.overlaps(then):
        return False
    return _names_old_day(changed, when, then)


def _narrow(card: Card) -> Days | None:
    """The days of an event that may carry a link."""
    when = days.own(_event(card))
    return None if when is None or when.wide else when


def _names_old_day(changed: Card, when: Days, then: Days) -> bool:
    """Whether a sentence that moves an event names the old day, if it names any but the new."""
    named = set(changed.facts.get("days", "").split()) - {
        f"{day.month}-{day.day}" for day in (when.start, when.end)
    }
    return not named or f"{then.start.month}-{then.start.day}" in named


def _later(one: Card, other: Card) -> bool:
    if one.published is None or other.published is None:
        return False
    return one.published >= other.published and one.document != other.document


def _standing(one: Card, other: Card) -> bool:
    """Whether one status may follow the other: a plan is told before the event is over; what is
    denied or only possible never joins what happened.
    """
    statuses = {_event(one).status, _event(other).status}
    if len(statuses) == 1:
        return True
    if statuses != {"planned", "actual"}:
        return False
    plan, held = (one, other) if _event(one).status == "planned" else (other, one)
    when = days.own(_event(held))
    return plan.published is None or when is None or plan.published <= when.end


def _same_way(one: Event, other: Event) -> bool:
    """Whether both are by telephone, or neither."""
    return (one.mode == "phone") == (other.mode == "phone")


def _same_days(one: Card, other: Card, when: Days, then: Days) -> bool:
    if when.overlaps(then):
        return True
    if _event(one).type in MEETINGS or when.gap(then) > days.NEAR:
        return False
    if "another" in (one.facts.get("cues", "") + other.facts.get("cues", "")):
        return False
    return alike(one.words, other.words) >= LIKE


def _same_country(one: Event, other: Event) -> bool:
    here, there = one.place and one.place.country, other.place and other.place.country
    return here is None or there is None or here == there


def _other_persons(one: Card, other: Card) -> bool:
    return sides.others(one.persons, other.persons)


def _event(card: Card) -> Event:
    assert isinstance(card.record, Event)
    return card.record


def _keys(card: Card) -> list[str]:
    """The type and the sides of an event, and the type with each person in it; none where the other
    side is missing.
    """
    event = _event(card)
    parties = (*event.actors, *event.recipients)
    known = {identity for p in parties if (identity := sides.identity(p))}
    if len(known) < 2 or event.historical:
        return []
    keys = [f"{event.type} {name}" for p in parties if (name := sides.whole_name(p))]
    if len(sides.roots(parties)) > 1:
        keys.insert(0, f"{event.type} {','.join(sorted(sides.roots(parties)))}")
    return keys


def _same_sides(one: Event, other: Event) -> bool:
    """Whether both are of one type and the same sides, in their parts where these are not
    interchangeable.
    """
    if one.type != other.type or one.historical or other.historical:
        return False
    if one.type in MUTUAL:
        return sides.match((*one.actors, *one.recipients), (*other.actors, *other.recipients))
    return sides.match(one.actors, other.actors) and sides.match(one.recipients, other.recipients)


def _made(one: Card, other: Card, score: float, because: str, rule: str) -> Link:
    return Link(
        one=one.key, other=other.key, relation="same", score=score, because=because, rule=rule
    )
