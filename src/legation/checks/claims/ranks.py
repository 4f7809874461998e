"""Ranks among countries, comparisons of two, peaks among years."""

from legation.checks.claims import levels
from legation.checks.claims.lines import Line, Table
from legation.checks.claims.outcomes import Outcome, untold
from legation.checks.claims.parts import Part

ENOUGH = 0.8
FEWEST = 5
"""A rank needs values of at least this share of a group, and of this many countries."""
AHEAD = 0.03
"""A rival counts as ahead only by more than this part of the value."""


def rank(part: Part, table: Table, anchor: int) -> Outcome:
    """ "The highest in Africa", "more than any other G7 country", "the only one without"."""
    if part.group is None or len(part.subjects) != 1:
        return untold("among whom it ranks is not said")
    line = table.line(part.subjects[0])
    span = levels.stretch(part.time, line, anchor)
    if span is None or not line.whole(*span):
        return untold(f"{line.title} does not cover that time")
    return _over(part, table, line, span)


def _over(part: Part, table: Table, line: Line, span: tuple[int, int]) -> Outcome:
    group = [
        code
        for code in (part.group.members if part.group and part.group.members else table.codes())
        if code != part.subjects[0]
    ]
    seen = [_year(part, table, line, group, year) for year in range(span[0], span[1] + 1)]
    broken = next((outcome for outcome in seen if outcome.holds is False), None)
    if broken:
        return broken
    return (
        seen[-1]
        if all(outcome.holds for outcome in seen)
        else next(outcome for outcome in seen if not outcome.holds)
    )


def _year(part: Part, table: Table, line: Line, group: list[str], year: int) -> Outcome:
    rivals = {
        code: value for code in group if (value := table.line(code).values.get(year)) is not None
    }
    own, sign = line.values[year], 1 if part.direction == "up" else -1
    if part.only:
        return _alone(line, rivals, year)
    ahead = sorted(
        (code for code, value in rivals.items() if sign * value > sign * own),
        key=lambda code: -sign * rivals[code],
    )
    clearly = [code for code in ahead if sign * (rivals[code] - own) > AHEAD * abs(own)]
    words = f"{line.told(year)}; ahead of it: {', '.join(ahead[:3]) or 'none'}"
    holds = _placed(part, len(ahead), len(clearly), len(rivals))
    few = len(rivals) < max(
        min(FEWEST, len(group)), ENOUGH * len(group) if part.group and part.group.members else 0
    )
    if few and (holds is not False or part.vague or len(clearly) < part.ordinal):
        return untold(f"{line.title} has too few of the group in {year}")
    return Outcome(holds, words)


def _placed(part: Part, ahead: int, clearly: int, rivals: int) -> bool | None:
    if part.vague:
        return True if ahead < max(3, rivals // 10) else False if clearly > rivals / 2 else None
    if ahead == part.ordinal - 1:
        return True
    return False if clearly >= part.ordinal or ahead < part.ordinal - 2 else None


def _alone(line: Line, rivals: dict[str, float], year: int) -> Outcome:
    """The only one with none of it."""
    others = sorted(code for code, value in rivals.items() if value == 0)
    if line.values[year] == 0:
        return Outcome(
            not others, f"{line.told(year)}; others with none: {', '.join(others[:3]) or 'none'}"
        )
    return untold("what only it does is not plain")


def compared(part: Part, table: Table, anchor: int) -> Outcome:
    """ "Higher than in Japan", in every year that it is said of."""
    if len(part.subjects) != 1 or part.other is None:
        return untold("whom it is compared with is not said")
    one, two = table.line(part.subjects[0]), table.line(part.other)
    span = levels.stretch(part.time, one, anchor)
    if span is None or not one.whole(*span) or not two.whole(*span):
        return untold(f"{table.title} does not cover that time for both")
    sign = 1 if part.direction == "up" else -1
    gaps = [
        sign * (one.values[year] - two.values[year]) / max(abs(two.values[year]), 1e-9)
        for year in range(span[0], span[1] + 1)
    ]
    holds = (
        True
        if all(gap > 0 for gap in gaps)
        else False
        if all(gap < -AHEAD for gap in gaps) or (part.always and min(gaps) < -AHEAD)
        else None
    )
    return Outcome(holds, f"{one.told(span[1])}; {part.other}: {two.values[span[1]]:.4g}")


def peak(part: Part, line: Line, anchor: int) -> Outcome:
    """ "The highest since 1994", "the lowest on record"."""
    year = part.time.first if part.time.kind == "point" and part.time.first else anchor
    if part.time.kind not in {"point", "now", "back", "since"} or year not in line.values:
        return untold(f"{line.title} has no value for that year")
    start = min(line.values)
    if part.since is not None:
        start = (
            year - part.since.years + 1
            if part.since.kind == "back"
            else (part.since.first or start) + 1
        )
    years = {other: value for other, value in line.values.items() if start <= other < year}
    if len(years) < 3 or min(years) > start + 1:
        return untold(f"{line.title} does not reach back that far")
    sign, own = (1 if part.direction == "up" else -1), line.values[year]
    beyond = [other for other, value in years.items() if sign * value > sign * own]
    clearly = [other for other in beyond if abs(years[other] - own) > AHEAD * abs(own)]
    holds = True if not beyond else False if clearly else None
    return Outcome(
        holds, f"{line.told(year)}; beyond it: {', '.join(map(str, beyond[-3:])) or 'none'}"
    )
