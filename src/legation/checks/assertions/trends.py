"""A direction: yearly values, their median slope (Theil and Sen), and the change from first to
last.
"""

from decimal import Decimal
from itertools import combinations
from statistics import median

from msgspec.structs import replace

from legation.checks import periods, wording
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
from legation.model import (
    Assertion,
    AssertionVerdict,
    Check,
    Definition,
    Observation,
    Period,
    Question,
    Reading,
    year,
)

FEWEST = 3
FLAT = Decimal("0.02")
"""A median change of under two per cent of the mean a year is flat: below the growth of prices in
most years.
"""
RULE = (
    "median yearly change (Theil–Sen) and change from first to last year agree; under 2 % a year "
    "is flat"
)


def questions(reading: Reading, assertion: Assertion) -> list[Question]:
    """The yearly values that the claim may be about, by both sides' statistics."""
    asked = [
        side for p in _years(reading, assertion) for d in _flow(assertion, p) for side in sides(d)
    ]
    return [question(assertion, d, "a value a year") for d in dict.fromkeys(asked)]


def _flow(assertion: Assertion, period: Period) -> list[Definition]:
    flow = of_flow(assertion, period)
    return [flow] if flow is not None and assertion.product is None else []


def _years(reading: Reading, assertion: Assertion) -> list[Period]:
    """The full years of the stated period and the one before; else the years before the text."""
    stated = assertion.period
    if stated is not None and stated.start is not None and stated.end is not None:
        if not periods.whole(stated) or periods.months_long(stated) < 12:
            return []
        return [year(y) for y in range(stated.end.year, max(stated.start.year - 2, 1), -1)]
    return years(reading, replace(assertion, period=None))


def judge(reading: Reading, assertion: Assertion, series: Series) -> Check:
    """Supported if slope and change agree with the claim, contradicted if both are against it,
    else mixed.
    """
    found = _years(reading, assertion)
    for own in (True, False):
        values = _values(assertion, found, series, own)
        mixed = _mixed(values)
        if mixed:
            return unsettled(mixed, series)
        if len(values) >= min(FEWEST, max(2, len(found))):
            return _weighed(assertion, values, series)
    return unsettled(_why(assertion, found, series), series)


Values = list[tuple[int, Observation, Definition]]


def _values(assertion: Assertion, found: list[Period], series: Series, own: bool) -> Values:
    held: Values = []
    for period in found:
        for flow in _flow(assertion, period):
            asked = flow if own else flow.mirror
            seen = series.seen(asked)
            if seen is not None and period.start is not None:
                held.append((period.start.year, seen, asked))
    return sorted(held, key=lambda row: row[0])


def _mixed(values: Values) -> str:
    """In words, why no change can be told: the years are of several vintages of one dataset."""
    by_dataset: dict[str, dict[str, None]] = {}
    for _, seen, _ in values:
        by_dataset.setdefault(seen.dataset, {})[seen.vintage] = None
    dataset = next((name for name, vintages in by_dataset.items() if len(vintages) > 1), None)
    if dataset is None:
        return ""
    return (
        f"the years at hand are of several vintages of {dataset} "
        f"({', '.join(by_dataset[dataset])}), and a change from one to another would mix "
        "revisions into it"
    )


def slope(points: list[tuple[int, Decimal]]) -> Decimal:
    """The median of all pairwise slopes, as a share of the mean size of the values (0.05 is five
    per cent a year).
    """
    size = sum((abs(v) for _, v in points), Decimal(0)) / len(points)
    if not size:
        return Decimal(0)
    return Decimal(median((b - a) / (y - x) for (x, a), (y, b) in combinations(points, 2))) / size


def _weighed(assertion: Assertion, values: Values, series: Series) -> Check:
    points = [(y, o.value) for y, o, _ in values]
    tilt = slope(points)
    moved = (points[-1][1] - points[0][1]) / (abs(points[0][1]) or Decimal(1)) * 100
    told = f"{flow_words(values[0][2])}: " + ", ".join(
        f"{y} {wording.amount(v, values[0][1].unit)}" for y, v in points
    )
    yearly = f"{wording.percent(tilt * 100)} a year in the median"
    change = f"{wording.percent(moved)} from {points[0][0]} to {points[-1][0]}, {yearly}"
    return ruled(
        _verdict(assertion.direction, tilt, moved),
        [told, change],
        (o for _, o, _ in values),
        series,
        RULE,
    )


def _verdict(claimed: str | None, tilt: Decimal, moved: Decimal) -> AssertionVerdict:
    way = "flat" if abs(tilt) < FLAT else "up" if tilt > 0 else "down"
    ends = "up" if moved > 0 else "down"
    if claimed == "flat":
        return "supported" if way == "flat" else "contradicted"
    if way == claimed and ends == claimed:
        return "supported"
    return "contradicted" if claimed not in (way, ends) and way != "flat" else "mixed"


def _why(assertion: Assertion, found: list[Period], series: Series) -> str:
    asked = [d for p in found for d in _flow(assertion, p)]
    if assertion.product is not None:
        return f"no yearly series of {assertion.product.name} at hand"
    if not asked:
        return "the text does not say between which two parties, or since when"
    reasons = series.reasons(asked)
    return reasons[0] if reasons else "fewer than three years at hand"
