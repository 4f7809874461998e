"""Levels: a value in a year, or over years; none at all; more than half."""

from legation.checks.claims.amounts import Amount, converted, convertible
from legation.checks.claims.lines import Line
from legation.checks.claims.outcomes import Outcome, every, held, untold
from legation.checks.claims.parts import Part
from legation.checks.claims.times import Time

MOVED = 0.1
"""What is said of today may have moved by a tenth since the newest value."""
HALF, FIFTH = 50.0, 20.0
APART = 20.0
"""A count that is more than this many times off is of something else, not wrong."""


def level(part: Part, line: Line, anchor: int) -> Outcome:
    """Whether the number of a part stands."""
    if part.amount is None or not convertible(part.amount, line.unit):
        return untold(f"the number is not in the unit of {line.title} ({line.written})")
    amount = converted(part.amount, line.unit)
    span = stretch(part.time, line, anchor)
    if span is None:
        return untold(f"{line.title} has nothing for that time")
    if span[0] == span[1]:
        return _single(amount, line, span[0], now=part.time.kind == "now")
    return _several(part, amount, line, span)


def stretch(time: Time, line: Line, anchor: int) -> tuple[int, int] | None:
    """The years that a part is about, as far as the series can reach them."""
    if not line.values:
        return None
    first, last = time.stretch(anchor, min(line.values))
    newest = max(line.values)
    if time.kind == "range" and last > newest and (last - first) in {3, 9, 19} and newest > first:
        last = newest  # "the 2020s" are not over yet
    return (first, last) if first <= last else None


def _single(amount: Amount, line: Line, year: int, *, now: bool) -> Outcome:
    if year not in line.values:
        return untold(f"{line.title} has no value for {year}")
    official = line.values[year]
    holds = _sane(held(amount, official), amount, official, line)
    if now and holds is False and abs(official - amount.middle) <= MOVED * abs(amount.middle):
        holds = None
    return Outcome(holds, line.told(year))


def _sane(holds: bool | None, amount: Amount, official: float, line: Line) -> bool | None:
    """A count that is far off, or far beyond its threshold, is likely to count something else:
    nothing is said.
    """
    if line.unit.kind == "%" or not amount.middle or not official:
        return holds
    times = abs(official / amount.middle)
    return None if times > APART or times < 1 / APART else holds


def _several(part: Part, amount: Amount, line: Line, span: tuple[int, int]) -> Outcome:
    years = line.over(*span)
    if not years or not (line.whole(*span, part.time.loose) or _broken(amount, years, part.always)):
        return untold(f"{line.title} does not cover {span[0]}–{span[1]}")
    total, mean = sum(years.values()), sum(years.values()) / len(years)
    when = f"in {span[0]}–{span[1]} ({line.title})"
    if part.mean and not part.always:
        return Outcome(held(amount, mean), f"{mean:.4g} {line.written} on average {when}")
    yearly = every([held(amount, value) for value in years.values()], part.always)
    if part.always or amount.yearly != 1 or not line.flow:
        words = f"{min(years.values()):.4g} to {max(years.values()):.4g} {line.written} {when}"
        if yearly is None and not part.always:
            yearly = _mean(amount, list(years.values()))
        return Outcome(yearly, words)
    if part.averaged:
        return Outcome(held(amount, mean), f"{mean:.4g} {line.written} a year {when}")
    as_total = _sane(held(amount, total), amount, total, line)
    as_mean = _sane(held(amount, mean), amount, mean, line)
    words = f"{total:.4g} {line.written} in all, {mean:.4g} a year, {when}"
    return Outcome(_either(amount, as_total, as_mean, yearly), words)


def _either(
    amount: Amount, as_total: bool | None, as_mean: bool | None, yearly: bool | None
) -> bool | None:
    """A sum over years that may be meant in all, a year, or in each year: true where a likely
    reading is, false only where none is true and the sum in all is known.
    """
    if as_total or (as_mean and amount.qualifier in {"exact", "about"}):
        return True
    readings = (as_total, as_mean, yearly)
    is_false = False in readings and True not in readings and as_total is not None
    return False if is_false else None


def _broken(amount: Amount, years: dict[int, float], always: bool) -> bool:
    """One year that is plainly otherwise is enough against "always", whatever else is missing."""
    return always and any(held(amount, value) is False for value in years.values())


def _mean(amount: Amount, values: list[float]) -> bool | None:
    """Over a stretch that is not said to hold in every year, the average may speak: but only for
    it, and if most years agree.
    """
    agree = sum(held(amount, value) is True for value in values) / len(values)
    return True if agree >= 0.8 and held(amount, sum(values) / len(values)) else None


def zero(part: Part, line: Line, anchor: int) -> Outcome:
    """Whether there was none in any year."""
    span = stretch(part.time, line, anchor)
    if span is None:
        return untold(f"{line.title} has nothing for that time")
    years = line.over(*span)
    some = [year for year, value in years.items() if value > 0]
    if some:
        return Outcome(False, line.told(max(some, key=lambda year: years[year])))
    if not line.whole(*span, part.time.loose):
        return untold(f"{line.title} does not cover {span[0]}–{span[1]}")
    return Outcome(True, f"0 {line.written} in {span[0]}–{span[1]} ({line.title})")


def dominance(part: Part, line: Line, anchor: int) -> Outcome:
    """The largest source has more than half, or at least it has not less than a fifth."""
    span = stretch(part.time, line, anchor)
    if span is None or line.unit.kind != "%":
        return untold(f"{line.title} gives no share for that time")
    years = line.over(*span)
    if not years or not line.whole(*span, part.time.loose):
        return untold(f"{line.title} does not cover {span[0]}–{span[1]}")
    low, high = min(years.values()), max(years.values())
    holds = True if low > HALF else False if high < FIFTH else None
    return Outcome(
        holds, f"{low:.4g} to {high:.4g} % in {span[0]}–{span[1]} ({line.title}); rule: over half"
    )
