"""Periods as statistics know them: whole months."""

from datetime import date

from legation.model import Period, month_end, months, year


def whole(period: Period | None) -> bool:
    """Whether a period has two known ends and covers whole months."""
    if period is None or period.start is None or period.end is None or period.end < period.start:
        return False
    return period.start.day == 1 and period.end == month_end(period.end.year, period.end.month)


def shifted(period: Period, years: int) -> Period | None:
    """The same months some years on; ``None`` outside the calendar, or where an end is open."""
    if (
        period.start is None
        or period.end is None
        or not 1 < period.start.year + years < period.end.year + years + 1 < 9999
    ):
        return None
    first = date(period.start.year + years, period.start.month, 1)
    last = month_end(period.end.year + years, period.end.month)
    if (first.month, last.month, last.year - first.year) == (1, 12, 0):
        return year(first.year)
    return months(first, last)


def months_long(period: Period) -> int:
    """How many months a period of whole months covers; 0 where an end is open."""
    if period.start is None or period.end is None:
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def a_year_before(earlier: Period | None, later: Period | None) -> bool:
    """Whether one is the same stretch a year before the other, or the stretch of that length just
    before it.
    """
    if not whole(earlier) or not whole(later) or earlier is None or later is None:
        return False
    shift = shifted(later, -1)
    return (shift is not None and earlier.same(shift)) or _just_before(earlier, later)


def _just_before(earlier: Period, later: Period) -> bool:
    if earlier.end is None or later.start is None or months_long(earlier) != months_long(later):
        return False
    return (later.start - earlier.end).days == 1
