"""How widely a trade is spread: the sum of squared shares of its chapters (Herfindahl–Hirschman).

The chapters of one trade are seldom all at hand. What is at hand bounds the index: the largest
chapter alone from below, and one chapter with all the rest in one from above.
"""

from decimal import Decimal

from msgspec.structs import replace

from legation.checks import wording
from legation.checks.assertions.series import (
    Series,
    flow_words,
    of_flow,
    question,
    ruled,
    sides,
    unsettled,
    years,
)
from legation.model import Assertion, Check, Definition, Observation, Period, Question, Reading

CHAPTER = "27"
CONCENTRATED = Decimal("0.25")
"""Above it a trade is called concentrated (the threshold of merger guidelines, 2,500 of 10,000
points).
"""
RULE = "Herfindahl–Hirschman index of shares by chapter; over 0.25 is concentrated"


def questions(reading: Reading, assertion: Assertion) -> list[Question]:
    """The share of the chapter at hand in the trade, by both sides' statistics."""
    asked = [
        side for p in years(reading, assertion) for d in _share(assertion, p) for side in sides(d)
    ]
    return [question(assertion, d, "share of one chapter") for d in dict.fromkeys(asked)]


def _share(assertion: Assertion, period: Period) -> list[Definition]:
    flow = of_flow(assertion, period)
    if flow is None or flow.measure not in ("exports", "imports"):
        return []
    return [replace(flow, measure="share", flow=flow.measure, product=CHAPTER, of="TOTAL")]


def bounds(share: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the most that the index can be where one chapter has that share (in per
    cent).
    """
    part = share / 100
    return part * part, part * part + (1 - part) * (1 - part)


def judge(reading: Reading, assertion: Assertion, series: Series) -> Check:
    """Settled only where the bounds leave no choice: a trade that one chapter dominates is not
    diverse.
    """
    for period in years(reading, assertion):
        for definition in (side for d in _share(assertion, period) for side in sides(d)):
            seen = series.seen(definition)
            if seen is not None:
                return _weighed(assertion, definition, seen, period, series)
    if not any(_share(assertion, p) for p in years(reading, assertion)):
        return unsettled("the text does not say whose trade with whom", series)
    return unsettled(
        "no series by chapter at hand for this trade, so its spread cannot be measured", series
    )


def _weighed(
    assertion: Assertion, definition: Definition, seen: Observation, period: Period, series: Series
) -> Check:
    least, most = bounds(seen.value)
    told = (
        f"mineral fuels (HS 27) were {format(seen.value, '.0f')} % of {flow_words(definition)} "
        f"in {wording.when(period)}"
    )
    index = (
        f"the index is between {format(least, '.2f')} and {format(most, '.2f')}; the other "
        "chapters are not at hand"
    )
    if least > CONCENTRATED:
        verdict = "supported" if assertion.direction == "down" else "contradicted"
        return ruled(verdict, [told, index], [seen], series, RULE)  # type: ignore[arg-type]
    return unsettled(f"{told}; {index}: too wide to call", series)


__all__ = ["bounds", "judge", "questions"]
