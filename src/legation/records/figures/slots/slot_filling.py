"""Parties, times and goods of a drafted figure, from its own words first and its context second."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from legation.model import Period, Product
from legation.records.figures.candidates.context import TRADE, Earlier
from legation.records.figures.candidates.drafts import Draft, Settled
from legation.records.figures.slots import balance_sides
from legation.records.figures.slots.bases import is_starting_point
from legation.records.figures.slots.components import is_unnamed, part
from legation.records.figures.slots.evidence import evidence
from legation.records.figures.slots.fiscal import fiscal
from legation.records.figures.slots.lending import is_whole, time_of
from legation.records.figures.slots.natures import HOPED, dated, nature
from legation.records.figures.slots.parties import Whose, chosen, is_ranked
from legation.records.figures.slots.party_features import Scene, places
from legation.records.figures.slots.periods import Timing, timing
from legation.records.figures.slots.periods import meant as meant_dates
from legation.records.figures.slots.ruled_sides import Surroundings, compared, denied, opened, ruled
from legation.records.figures.slots.times import RANKED as RANKED_TIMES
from legation.records.figures.slots.times import Moment
from legation.records.figures.slots.times import chosen as choose_time
from legation.records.measures import Passage, Sides, products
from legation.records.ranking import Preference

LEVELS = ("trade_total", "exports", "imports", "volume")
NAMELESS_DAY = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)$")
"""A Thursday, or a 5 October, of an unknown year."""


class Learned(Struct, frozen=True):
    """The weights that choose among candidates; without them the rules' own answer stands."""

    sides: Preference | None = None
    times: Preference | None = None
    second: Preference | None = None
    """The second reader, who tells the chance that a figure is right."""


def settle(
    passage: Passage,
    drafted: Draft,
    earlier: Sequence[Earlier],
    around: Surroundings,
    learned: Learned,
) -> Settled:
    """A draft with its slots filled; what came from context is named in ``inherited``."""
    meant = nature(passage, drafted.quantity, drafted.measure)
    named, taken = ruled(passage, drafted, earlier, around)
    parted = _parted(named, taken)
    taken = tuple(side for side in taken if getattr(parted, side))
    seen = scene(passage, drafted, earlier, around, Whose(parted, taken))
    whose = _whose(seen, learned)
    when, timed, likely_time = _when(moment(passage, drafted, earlier, around), learned)
    anchor = drafted.anchor
    goods = _product(passage, drafted)
    unnamed = (
        goods is None
        and drafted.measure in LEVELS
        and is_unnamed(passage, drafted.quantity, anchor)
    )
    balance = None
    if anchor and drafted.measure == "balance":
        balance = balance_sides.favoured(passage, drafted.quantity, anchor, whose.sides)
    inherited = (*drafted.inherited, *whose.inherited, *timed, *_unit(drafted))
    return Settled(
        draft=drafted,
        sides=whose.sides,
        favour=balance,
        period=fiscal(when.words, when.period, whose.sides) if when.period else None,
        base=when.base,
        product=goods,
        evidence=evidence(passage, drafted.quantity, anchor),
        inherited=tuple(dict.fromkeys(inherited)),
        is_back=when.is_back,
        nature=dated(meant, when.period, around.published),
        is_doubtful=parted is not named or unnamed,
        ruled=parted,
        taken=taken,
        likely_sides=whose.score,
        likely_time=likely_time,
    )


def scene(
    passage: Passage,
    drafted: Draft,
    earlier: Sequence[Earlier],
    around: Surroundings,
    by_rules: Whose,
) -> Scene:
    """What is weighed to choose the sides of a draft."""
    index = passage.sentence.index
    return Scene(
        passage=passage,
        draft=drafted,
        rules=by_rules.sides,
        taken=by_rules.inherited,
        earlier=earlier,
        pair=around.known.pair_at(index),
        topic=around.known.topic_at(index),
        about=around.pair,
        our=around.our,
        home=around.known.home,
        denied=denied(passage, drafted, around),
        whole=is_whole(opened(passage, drafted, by_rules.sides), earlier),
        cast=around.cast,
        places=places(passage),
    )


def _whose(seen: Scene, learned: Learned) -> Whose:
    """The sides as the weights choose them; those of the rules for numbers of another kind."""
    if learned.sides is None or not is_ranked(seen.draft):
        return Whose(seen.rules, seen.taken)
    return chosen(seen, learned.sides)


def moment(
    passage: Passage,
    drafted: Draft,
    earlier: Sequence[Earlier],
    around: Surroundings,
) -> Moment:
    """What is weighed to choose the time of a draft, the rules' answer among it."""
    hoped = nature(passage, drafted.quantity, drafted.measure) in HOPED
    rules, lent = _timing(passage, drafted, earlier, around, hoped=hoped)
    main = time_of(earlier, passage.sentence.index, around.known, hoped=False)
    return Moment(
        passage=passage,
        draft=drafted,
        rules=rules,
        lent=bool(lent),
        dates=meant_dates(passage, drafted.quantity, main),
        earlier=earlier,
        known=around.known,
        told=around.cast.times,
        published=around.published,
    )


def _when(then: Moment, learned: Learned) -> tuple[Timing, tuple[str, ...], float]:
    """The time as the weights choose it, whether context gave it, and how likely it is."""
    rules, lent = then.rules, ("period",) if then.lent else ()
    if learned.times is None or then.draft.measure not in RANKED_TIMES:
        return rules, lent, 1.0
    if rules.told and not then.lent:
        return rules, lent, choose_time(then, learned.times).score  # what its own words tell stands
    best = choose_time(then, learned.times)
    if best.value is None:
        return Timing(base=rules.base, told=rules.told), (), best.score
    if rules.period is not None and best.value.same(rules.period):
        return rules, lent, best.score
    base = rules.base if rules.base is not None and not best.value.same(rules.base) else None
    made = Timing(best.value, base, told=best.source == "words")
    return made, () if best.source == "words" else ("period",), best.score


def _parted(found: Sides, taken: Sequence[str]) -> Sides:
    """Nobody trades with itself: where one party fills both sides, the one that context gave, else
    the partner, stays empty.
    """
    if found.reporter is None or found.reporter != found.partner:
        return found
    return (
        replace(found, reporter=None)
        if "reporter" in taken and "partner" not in taken
        else replace(found, partner=None)
    )


def _unit(drafted: Draft) -> tuple[str, ...]:
    return ("unit",) if "unit" in drafted.quantity.inherited else ()


def _product(passage: Passage, drafted: Draft) -> Product | None:
    if drafted.measure == "share":
        return products.of_share(passage, drafted.quantity, drafted.whole)
    named = part(passage, drafted.quantity, drafted.anchor) if drafted.measure in LEVELS else None
    return named or products.product(passage, drafted.quantity, drafted.anchor)


def _timing(
    passage: Passage,
    drafted: Draft,
    earlier: Sequence[Earlier],
    around: Surroundings,
    *,
    hoped: bool,
) -> tuple[Timing, tuple[str, ...]]:
    if drafted.how == "converted" and drafted.restates is not None:
        return Timing(drafted.restates.period), (
            "period",
        ) if "period" in drafted.restates.inherited else ()
    latest = time_of(earlier, passage.sentence.index, around.known, hoped=hoped)
    when = timing(passage, drafted.quantity, latest)
    again = drafted.restates
    if (
        when.period is None
        and again
        and again.sentence == passage.sentence.index
        and compared(passage, drafted)
    ):
        return Timing(again.period), ()
    if drafted.measure in TRADE and _is_day(when.period):
        return Timing(base=when.base, told=True), ()
    if when.told and when.lent:
        return when, ("period",)
    if when.told or when.period is not None or is_starting_point(passage, drafted.quantity):
        return when, ()
    if latest is None or not latest.closed or drafted.measure not in TRADE or _of_other(drafted):
        return when, ()
    return Timing(latest, when.base), ("period",)


def _of_other(drafted: Draft) -> bool:
    """Whether a share is of something else than trade ("of the country's revenue"): it has a time
    of its own.
    """
    return (
        drafted.measure == "share"
        and drafted.anchor is not None
        and drafted.anchor.measure == "other"
    )


def _is_day(period: Period | None) -> bool:
    """Whether a period is one day: the day of the news, never the time of a trade flow."""
    if period is None:
        return False
    unknown = (
        period.start is None and period.end is None and NAMELESS_DAY.match(period.edtf) is not None
    )
    return unknown or (period.start is not None and period.start == period.end)
