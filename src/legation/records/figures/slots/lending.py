"""Sides and times that a number's words leave out, from the background of its stretch.

A side is lent by the figure before in the same sentence, by the pair under discussion, or by the
country whose trade the stretch tells; never from another stretch. A whole ("total exports", a
number larger than all the trade of the two) has no partner to be lent.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import word_set
from legation.model import Background, Period, Told
from legation.records.figures.candidates.context import TRADE, Earlier, last_period
from legation.records.measures import Anchor, Sides

WHOLES = word_set("figures", "lending.wholes")
SUMS = WHOLES - {"total", "overall", "whole"}
"""The same of trade, whose total may be that of two: "total trade had been 142 million"."""
DWARFS = 5
"""How many times as large as a flow with one partner a number is that is told of all partners."""
WORLD = "WLD"
FLOWS = ("exports", "imports", "balance", "trade_total")


class Open(Struct, frozen=True, kw_only=True):
    """A number whose sides are to be completed: what its own words gave, its measure word, what it
    stands for, and where."""

    found: Sides
    anchor: Anchor | None
    measure: str
    size: float
    unit: str
    sentence: int


def lent(
    open_: Open, earlier: Sequence[Earlier], known: Background
) -> tuple[Sides, tuple[str, ...]]:
    """The sides with what the stretch lends, and the names of the fields that it lent."""
    found = open_.found
    if found.reporter and found.partner:
        return found, ()
    beside = [e for e in earlier if e.sentence == open_.sentence and _told(e)]
    near = [e for e in earlier if _told(e) and _one_stretch(e, open_, known)]
    partner = found.partner or _partner(open_, beside, near, known)
    reporter = found.reporter or _owner(open_, partner, beside, near, known)
    if reporter is not None and reporter == partner:
        partner = found.partner
        reporter = found.reporter if partner else reporter
    made = replace(found, reporter=reporter, partner=partner)
    return made, tuple(
        name for name in ("reporter", "partner") if getattr(made, name) and not getattr(found, name)
    )


def time_of(
    earlier: Sequence[Earlier], sentence: int, known: Background, *, hoped: bool
) -> Period | None:
    """The time that trade is told for where a number names none: that of the last figure since the
    stretch told its time, else that time; without one, of the last figure nearby.
    """
    told = known.time_at(sentence)
    if told is None or hoped:
        return last_period(earlier, sentence, hoped=hoped)
    since = [e for e in earlier if e.sentence >= told.first and not _of_base(e, told)]
    return last_period(since, sentence, hoped=hoped) or told.period


def _of_base(figure: Earlier, told: Told) -> bool:
    """Whether a figure is of the time that the told one is held against."""
    period, base = figure.period, told.base
    return period is not None and base is not None and period.same(base)


def is_whole(open_: Open, near: Sequence[Earlier]) -> bool:
    """Whether a number is of the trade with everybody: its words say so, or it is too large for
    the two that were just told of.
    """
    words = {t.lower for t in open_.anchor.before} if open_.anchor is not None else set()
    said = words & (SUMS if open_.measure == "trade_total" else WHOLES)
    if open_.measure != "share" and (said or _by_country(open_.anchor)):
        return True
    return _dwarfs(open_, [e for e in near if e.sides.partner not in (None, WORLD)])


def _by_country(anchor: Anchor | None) -> bool:
    """ "The country's exports", "the national deficit": of all that it trades."""
    words = [t.lower for t in anchor.before] if anchor is not None else []
    return bool({"country", "nation", "national"} & set(words))


def _dwarfs(open_: Open, near: Sequence[Earlier]) -> bool:
    """Whether a number is larger than all the trade of two, or many times the flows between
    them.
    """
    if open_.measure not in FLOWS:
        return False
    alike = [e for e in near if e.measure in FLOWS and e.quantity.unit == open_.unit]
    totals = [_size(e) for e in alike if e.measure == "trade_total"]
    flows = [_size(e) * DWARFS for e in alike if e.measure != "trade_total"]
    most = max(totals, default=0.0) or max(flows, default=0.0)
    return 0 < most < open_.size


def _size(figure: Earlier) -> float:
    return abs(float(figure.quantity.interval.high))


def _told(figure: Earlier) -> bool:
    return figure.measure in TRADE and bool(figure.sides.reporter or figure.sides.partner)


def _one_stretch(figure: Earlier, open_: Open, known: Background) -> bool:
    """Whether a figure stands in the same stretch: the same pair is under discussion, or the same
    country's trade is told; where neither is known, it is near enough.
    """
    here, there = known.pair_at(open_.sentence), known.pair_at(figure.sentence)
    if here is not None and there is not None:
        return here.codes == there.codes
    topic, before = known.topic_at(open_.sentence), known.topic_at(figure.sentence)
    return topic is None or before is None or topic == before


def _partner(
    open_: Open, beside: Sequence[Earlier], near: Sequence[Earlier], known: Background
) -> str | None:
    """The partner of the figure before, of the same owner; of "trade" and "turnover", the other
    one of the pair.
    """
    found = open_.found
    if is_whole(open_, near):
        return None
    for figure in reversed([*near, *beside]):
        sides = figure.sides
        if sides.partner is None:
            continue
        if found.reporter in (None, sides.reporter):
            return sides.partner
        if found.reporter == sides.partner:
            return sides.reporter
    pair = known.pair_at(open_.sentence)
    mutual = found.mutual or open_.measure == "trade_total"
    if pair is None or not mutual or open_.anchor is None:
        return None
    if found.reporter is not None:
        return _other(pair.codes, found.reporter)
    topic = known.topic_at(open_.sentence)
    return _other(pair.codes, topic) if topic in pair.codes else pair.codes[1]


def _owner(
    open_: Open,
    partner: str | None,
    beside: Sequence[Earlier],
    near: Sequence[Earlier],
    known: Background,
) -> str | None:
    """Whose number it is: that of the figure before in the sentence, of the country whose trade is
    told, of the other one of the pair, of the last figure nearby."""
    for figure in reversed(beside):
        if figure.sides.reporter not in (None, partner):
            return figure.sides.reporter
    topic = known.topic_at(open_.sentence)
    if topic not in (None, partner) and _fits(topic, partner, known, open_.sentence):
        return topic
    pair = known.pair_at(open_.sentence)
    if pair is not None and partner in pair.codes:
        return _other(pair.codes, partner)
    last = next((e.sides.reporter for e in reversed(near) if e.sides.reporter), None)
    return last if last != partner else None


def _fits(topic: str | None, partner: str | None, known: Background, sentence: int) -> bool:
    """Whether the topic may own a number: with a partner of the pair, only as its other side."""
    pair = known.pair_at(sentence)
    return partner is None or pair is None or partner not in pair.codes or topic in pair.codes


def _other(pair: tuple[str, str], one: str | None) -> str | None:
    return pair[1] if pair[0] == one else pair[0] if pair[1] == one else None
