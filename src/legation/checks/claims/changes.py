"""Changes: from one value to another, by so much, up or down, not at all."""

from itertools import pairwise

from msgspec.structs import replace

from legation.checks.claims import levels
from legation.checks.claims.lines import Line
from legation.checks.claims.outcomes import Outcome, all_of, untold
from legation.checks.claims.parts import Part
from legation.checks.claims.times import Time

FLAT = 0.02
"""Less change than this part of the first value is neither a rise nor a fall."""
PLAIN = 0.05
"""So much change is too much for "has not changed"."""
UNSAID = (3, 5, 10)
SLACK, WIDE = 0.1, 0.5
"""The size of a change stands when it is within a tenth of what is written, falls when it is off
by half.
"""
FULL, AMPLE, SCANT = 0.93, 1.25, 0.8
"""What is said to have doubled has grown 1.86 to 2.5 times; with less than 1.6 times it has not."""
STEADY = 0.8


def change(part: Part, line: Line, anchor: int) -> Outcome:
    """ "From A to B": each end is a level of its own."""
    span = levels.stretch(part.time, line, anchor)
    if span is None or (part.since is None and part.time.kind == "now"):
        return untold("between which years it changed is not said")
    first = part.since or Time(part.time.span, "point", span[0], span[0])
    last = part.time if part.since else Time(part.time.span, "point", span[1], span[1])
    start = levels.level(replace(part, amount=part.before, time=first), line, anchor)
    if start.holds is not True and part.since is None and part.time.loose:
        later = Time(
            part.time.span, "point", span[0] + 1, span[0] + 1
        )  # "the decade to 2018" may begin in 2009
        start = _either(
            start, levels.level(replace(part, amount=part.before, time=later), line, anchor)
        )
    return all_of((start, levels.level(replace(part, time=last), line, anchor)))


def _either(one: Outcome, two: Outcome) -> Outcome:
    return two if two.holds is not False else one


def growth(part: Part, line: Line, anchor: int) -> Outcome:
    """ "Rose by 12 %", "doubled": against the first and the last value; the two stretches of a
    comparison by their averages.
    """
    two = _ends(part, line, anchor)
    if two is None or part.amount is None or not two[0]:
        return untold(f"{line.title} lacks one of the two years, or the claim does not say which")
    start, end = two
    if part.amount.kind == "x":
        return Outcome(_multiplied(part, part.amount.middle, start, end), _told(line, start, end))
    grown = (end / start - 1) * 100
    signed = -grown if part.direction == "down" else grown
    tests = [_near(part, signed, part.amount.middle)]
    if line.unit.kind == "%":
        points = end - start if part.direction != "down" else start - end
        tests.append(_near(part, points, part.amount.middle))
    holds = True if True in tests else False if all(test is False for test in tests) else None
    return Outcome(holds, _told(line, start, end))


def _ends(part: Part, line: Line, anchor: int) -> tuple[float, float] | None:
    if part.since is not None:
        first, last = (levels.stretch(time, line, anchor) for time in (part.since, part.time))
        means = [_mean(line, span) for span in (first, last) if span]
        return (means[0], means[1]) if len(means) == 2 and None not in means else None  # type: ignore[return-value]
    span = levels.stretch(part.time, line, anchor)
    if span is not None and part.time.kind == "point":
        span = (span[0] - 1, span[0])  # "grew by 3 % in 2016": on the year before
    if (
        span is None
        or part.time.kind == "now"
        or span[0] not in line.values
        or span[1] not in line.values
    ):
        return None
    return line.values[span[0]], line.values[span[1]]


def _mean(line: Line, span: tuple[int, int]) -> float | None:
    values = list(line.over(*span).values())
    return sum(values) / len(values) if line.whole(*span) else None


def _multiplied(part: Part, factor: float, start: float, end: float) -> bool | None:
    """ "Doubled", "halved", "fell threefold"; somewhat more than doubled has doubled."""
    shrunk = factor < 1 or part.direction == "down"
    written, official = (
        (1 / factor if factor < 1 else factor),
        (start / end if shrunk and end else end / start),
    )
    loose = part.amount is None or part.amount.qualifier in {"exact", "about"}
    if not loose:
        return _near(part, official, written)
    return (
        True
        if FULL <= official / written <= AMPLE
        else False
        if official / written < SCANT
        else None
    )


def _near(part: Part, official: float, written: float) -> bool | None:
    qualifier = part.amount.qualifier if part.amount else "exact"
    off = abs(official - written) / max(abs(written), 1e-9)
    if qualifier in {"over", "at_least"}:
        return (
            True
            if official >= written * 0.995
            else False
            if official < written * (1 - SLACK)
            else None
        )
    if qualifier in {"under", "at_most"}:
        return (
            True
            if 0 < official <= written * 1.005
            else False
            if official > written * (1 + SLACK) or official < 0
            else None
        )
    return True if off <= SLACK else False if off > WIDE else None


def trend(part: Part, line: Line, anchor: int) -> Outcome:
    """ "Has been falling since 2000": the last value against the first, and each against the one
    before if it is "steadily".

    Where no time is named, the last three, five and ten years must say the same.
    """
    if part.time.kind == "now":
        told = [_moved(part, line, (anchor - years, anchor)) for years in UNSAID]
        same = all(outcome.holds is told[0].holds for outcome in told)
        return told[0] if same else untold(f"{told[0].reason}: since when it is meant is not said")
    span = levels.stretch(part.time, line, anchor)
    if span is None:
        return untold(f"{line.title} has nothing for that time")
    if part.time.kind == "point" and span[0] - 1 in line.values:
        span = (span[0] - 1, span[0])
    return _moved(part, line, span)


def _moved(part: Part, line: Line, span: tuple[int, int]) -> Outcome:
    years = line.over(*span)
    if len(years) < 2 or min(years) > span[0] + 1 or max(years) < span[1] - 1:
        return untold(f"{line.title} does not cover {span[0]}–{span[1]}")
    first, last = years[min(years)], years[max(years)]
    sign = 1 if part.direction == "up" else -1
    moved = sign * (last - first) / max(abs(first), 1e-9)
    words = f"{first:.4g} in {min(years)}, {last:.4g} {line.written} in {max(years)} ({line.title})"
    if part.negated:
        return Outcome(True if moved < -FLAT else False if moved > PLAIN else None, words)
    if moved < -FLAT:
        return Outcome(False, words)
    if moved <= FLAT or (part.steadily and _along(list(years.values()), sign) < STEADY):
        return untold(f"{words}: no clear direction")
    return Outcome(True, words)


def _along(values: list[float], sign: int) -> float:
    """The share of the steps that go the same way."""
    steps = [sign * (b - a) >= 0 for a, b in pairwise(values)]
    return sum(steps) / len(steps)


def flat(part: Part, line: Line, anchor: int) -> Outcome:
    """ "Has remained stable": all values within a tenth of their middle."""
    span = levels.stretch(part.time, line, anchor)
    if span is None or part.time.single or not line.whole(*span):
        return untold("over which years it is said to be stable is not known")
    values = list(line.over(*span).values())
    middle = sum(values) / len(values)
    widest = max(abs(value - middle) for value in values) / max(abs(middle), 1e-9)
    holds = True if widest <= SLACK else False if widest > WIDE else None
    return Outcome(
        holds,
        f"{min(values):.4g} to {max(values):.4g} {line.written} in {span[0]}–{span[1]} "
        f"({line.title})",
    )


def _told(line: Line, start: float, end: float) -> str:
    return f"from {start:.4g} to {end:.4g} {line.written} ({line.title})"
