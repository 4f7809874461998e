"""Stretches of time beside others: the same one a year before, in another year, the one that an
open end stands for.
"""

import re
from datetime import date, timedelta

from legation.model import Period, day, months, year

ONE_DAY, MONTH, YEAR = timedelta(days=1), timedelta(days=27), timedelta(days=365)


def settled(period: Period | None) -> Period | None:
    """A period with an end alone ("by 2035") is the year, month or day that it ends with."""
    if period is None or period.start is not None or period.end is None:
        return period
    if (period.end.month, period.end.day) == (12, 31):
        return year(period.end.year)
    return months(period.end, period.end) if ends_month(period.end) else day(period.end)


def rounded(period: Period | None) -> Period | None:
    """A long stretch told to the day ("the past decade", "the next six months") in whole months, or
    in years from two up.

    Statistics have no finer grain, and the writer meant none.
    """
    if (
        period is None
        or period.start is None
        or period.end is None
        or period.end - period.start < MONTH
    ):
        return period
    if period.start.day == 1 and ends_month(period.end):
        return period
    if period.end - period.start < 2 * YEAR:
        return months(period.start, period.end)
    return Period(
        start=year(period.start.year).start,
        end=year(period.end.year).end,
        edtf=f"{period.start.year:04d}/{period.end.year:04d}",
    )


def year_to(period: Period | None) -> Period | None:
    """The twelve months that end with a period; null where its end is open."""
    if period is None or period.end is None or period.end.year < 2:
        return None
    end = period.end
    if (end.month, end.day) == (12, 31):
        return year(end.year)
    return months(date(end.year - 1, end.month + 1, 1), end) if end.month < 12 else None


def year_before(period: Period) -> Period | None:
    """The same stretch one year earlier; null where an end is open."""
    return in_year(period, period.start.year - 1) if period.start is not None else None


def in_year(period: Period, number: int) -> Period | None:
    """The same days of the year in another year, as whole months or years where they are; null
    where an end is open.
    """
    if period.start is None or period.end is None or not 1 < number < 9000:
        return None
    shift = number - period.start.year
    start, end = _moved(period.start, shift), _moved(period.end, shift)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return (
            year(start.year)
            if start.year == end.year
            else Period(start=start, end=end, edtf=f"{start.year:04d}/{end.year:04d}")
        )
    if start.day == 1 and ends_month(end):
        return months(start, end)
    return (
        day(start)
        if start == end
        else Period(start=start, end=end, edtf=f"{start.isoformat()}/{end.isoformat()}")
    )


def first_of(period: Period) -> Period | None:
    """The first year or month of a stretch of several; null where it is one."""
    return _unit(period, at_end=False)


def first_year(period: Period) -> Period | None:
    """The year or month with which an open stretch ("since 2010") begins."""
    if period.start is None:
        return None
    return (
        year(period.start.year)
        if (period.start.month, period.start.day) == (1, 1)
        else months(period.start, period.start)
    )


def last_of(period: Period) -> Period | None:
    """The last year or month of a stretch of several; the stretch itself where it is one."""
    return _unit(period, at_end=True) or period


def _unit(period: Period, at_end: bool) -> Period | None:
    if period.start is None or period.end is None:
        return None
    when = period.end if at_end else period.start
    if period.start.year != period.end.year and (period.start.month, period.start.day) == (1, 1):
        return year(when.year)
    return (
        months(when, when)
        if (period.start.year, period.start.month) != (period.end.year, period.end.month)
        else None
    )


def ends_month(when: date) -> bool:
    """Whether a day is the last of its month."""
    return when == date.max or (when + ONE_DAY).day == 1


def _moved(when: date, shift: int) -> date:
    """The same day in another year; the last of February stays the last of February."""
    if when.month == 2 and ends_month(when):
        return date(when.year + shift, 3, 1) - ONE_DAY
    return when.replace(year=when.year + shift)


def months_of(bare: re.Match[str], number: int) -> Period | None:
    """Months without a year ("XXXX-04/XXXX-07") in a year."""
    first, final = int(bare.group(1)), int(bare.group(2) or bare.group(1))
    return (
        months(date(number, first, 1), date(number, final, 1))
        if 1 <= first <= final <= 12
        else None
    )
