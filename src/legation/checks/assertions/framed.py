"""Comparisons and ranks whose whole sentence fits a frame, so that every word has its place.

One flow beside another, whosever they are; a member's place among the EU's, or a partner's within
a group of countries.
"""

from decimal import Decimal

from msgspec.structs import replace

from legation.checks import currencies, members, partners, places, wording
from legation.checks.assertions.series import Series, flow_words, question, ruled, unsettled, years
from legation.grammar.frames import Comparison, Flow, Ranked, comparison, ranked
from legation.model import (
    Assertion,
    AssertionVerdict,
    Check,
    Definition,
    Period,
    Question,
    Reading,
)

ALIKE = Decimal("0.02")
"""Two flows nearer to each other than this are called neither larger nor smaller."""
ROUND = Decimal("0.05")
"""A multiple in words holds within a twentieth of it, and fails beyond an eighth."""
ROUND_EXCUSED = Decimal("0.125")
NEAR_PLACE = Decimal("0.05")
"""One place off is neither right nor wrong where the two values are as near as this."""
UNION = "EUR"
RULES = {
    "more": "the larger of the two",
    "less": "the smaller of the two",
    "times": "the one over the other; a multiple in words is a round number",
}
Frame = Comparison | Ranked


def frame(reading: Reading, assertion: Assertion) -> Frame | None:
    """The frame that the claim's sentence fits; None where it fits none."""
    sentence = places.sentence_of(reading, assertion.evidence[0])
    if sentence is None:
        return None
    return comparison(reading, sentence) or _settled_rank(ranked(reading, sentence))


def _settled_rank(found: Ranked | None) -> Ranked | None:
    """A rank whose list is one of ours: the EU's members, or a group by its name."""
    if found is None:
        return None
    if found.group is not None:
        return found if partners.named(found.group) else None
    return found if found.owner == UNION else None


def questions(reading: Reading, assertion: Assertion, found: Frame) -> list[Question]:
    """What a frame asks, newest year first where it names none."""
    return [
        question(assertion, asked, "as its sentence says")
        for period in _periods(reading, assertion, found)
        for asked in _asked(found, period)
    ]


def _periods(reading: Reading, assertion: Assertion, found: Frame) -> list[Period]:
    return [found.period] if found.period is not None else years(reading, assertion)


def _asked(found: Frame, period: Period) -> list[Definition]:
    if isinstance(found, Ranked):
        return [_of_rank(found, period), *_of_members(found, period)]
    unit = currencies.own(found.first.reporter)
    return [_of_flow(flow, period, unit) for flow in (found.first, found.second)]


def _of_flow(flow: Flow, period: Period, unit: str) -> Definition:
    return Definition(
        measure=flow.measure,
        reporter=flow.reporter,
        partner=flow.partner or partners.WORLD,
        period=period,
        unit=unit,
    )


def _of_rank(found: Ranked, period: Period) -> Definition:
    """Among members the one who trades is the reporter; within a group it is the partner."""
    is_member = found.group is None
    return Definition(
        measure="rank",
        reporter=found.who if is_member else found.owner,
        partner=(found.partner or partners.WORLD) if is_member else found.who,
        period=period,
        unit="rank",
        flow=found.measure,
        of=UNION if is_member else partners.named(found.group or ""),
    )


def _of_members(found: Ranked, period: Period) -> list[Definition]:
    """The flows of all members, for how far the places are from each other."""
    if found.group is not None:
        return []
    flow = Flow(found.measure, found.who, found.partner)
    own = _of_flow(flow, period, currencies.own(found.who))
    return [replace(own, reporter=code) for code in sorted(members.of_today())]


def judge(reading: Reading, assertion: Assertion, series: Series, found: Frame) -> Check:
    """By the newest year of which all that is asked is at hand."""
    for period in _periods(reading, assertion, found):
        asked = _asked(found, period)
        if isinstance(found, Ranked):
            if series.seen(asked[0]) is not None:
                return _placed(found, asked, series)
        elif all(series.seen(d) is not None for d in asked):
            return _compared(found, asked, series)
    asked = [d for p in _periods(reading, assertion, found)[:1] for d in _asked(found, p)]
    reasons = series.reasons(asked)
    return unsettled(reasons[0] if reasons else "its two sides are not at hand", series)


def _compared(found: Comparison, asked: list[Definition], series: Series) -> Check:
    seen = [s for d in asked if (s := series.seen(d)) is not None]
    first, second = seen[0].value, seen[1].value
    if second <= 0:
        return unsettled("the flow that it is compared with is nothing", series)
    told = [
        f"{flow_words(d)}: {wording.amount(s.value, s.unit)} in {wording.when(d.period)}"
        for d, s in zip(asked, seen, strict=True)
    ]
    return ruled(_of_ratio(found, first / second), told, seen, series, RULES[found.way])


def _of_ratio(found: Comparison, ratio: Decimal) -> AssertionVerdict:
    if found.times is not None:
        return _of_times(found, ratio / found.times)
    if abs(ratio - 1) < ALIKE:
        return "mixed"
    return "supported" if (ratio > 1) == (found.way == "more") else "contradicted"


def _of_times(found: Comparison, part: Decimal) -> AssertionVerdict:
    """``part`` is how much of the claimed multiple there is."""
    match found.qualifier:
        case "over":
            holds, fails = part >= 1, part < 1 - ROUND
        case "under":
            holds, fails = part <= 1, part > 1 + ROUND
        case _:
            holds, fails = abs(part - 1) <= ROUND, abs(part - 1) > ROUND_EXCUSED
    return "supported" if holds else "contradicted" if fails else "mixed"


def _placed(found: Ranked, asked: list[Definition], series: Series) -> Check:
    seen = series.seen(asked[0])
    if seen is None:
        return unsettled("the list is not at hand", series)
    place = int(seen.value)
    when = wording.when(asked[0].period)
    told = f"{wording.country(found.who)} was number {place} in {when}"
    verdict = _of_place(found, place, [s.value for d in asked[1:] if (s := series.seen(d))])
    return ruled(verdict, [told, wording.cited(seen)], [seen], series, "the place in the list")


def _of_place(found: Ranked, place: int, values: list[Decimal]) -> AssertionVerdict:
    """One place off is wrong only where the values tell the two places apart."""
    if place == found.place:
        return "supported"
    if abs(place - found.place) > 1:
        return "contradicted"
    order = sorted(values, reverse=True)
    if len(order) < max(place, found.place):
        return "mixed"
    own, claimed = order[place - 1], order[found.place - 1]
    return "contradicted" if abs(own - claimed) > NEAR_PLACE * max(own, claimed) else "mixed"
