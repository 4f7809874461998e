"""Arithmetic with calendars: shifts, weeks, quarters, halves, and what TimeML and EDTF write for
them.
"""

import re
from datetime import date, timedelta

from legation.lexicon import word_map
from legation.model import Period, month_end
from legation.model.periods import day, months, year

UNITS = word_map("dates", "reckoning.units", str)
"""TimeML's letters for units of time."""


def clamp(number: int) -> int | None:
    """A year that Python's calendar has, or None."""
    return number if 1 <= number <= 9999 else None


def shift_months(when: date, count: int) -> date | None:
    """The same day ``count`` months on (or the last of that month); None outside the calendar."""
    index = when.year * 12 + when.month - 1 + count
    number, month = divmod(index, 12)
    if clamp(number) is None or number >= 9999:
        return None
    last = month_end(number, month + 1).day
    return date(number, month + 1, min(when.day, last))


def shift_days(when: date, count: int) -> date | None:
    """``count`` days on; None outside the calendar."""
    try:
        return when + timedelta(days=count)
    except OverflowError:
        return None


def month_of(number: int, month: int) -> Period:
    """A calendar month."""
    return months(date(number, month, 1), date(number, month, 1))


def quarter(number: int, which: int) -> Period:
    """A calendar quarter, ``2024-Q1``."""
    first = 3 * which - 2
    return Period(
        start=date(number, first, 1),
        end=month_end(number, first + 2),
        edtf=f"{number:04d}-Q{which}",
    )


def half(number: int, which: int) -> Period:
    """Half a calendar year, ``2024-H1``."""
    return Period(
        start=date(number, 6 * which - 5, 1),
        end=month_end(number, 6 * which),
        edtf=f"{number:04d}-H{which}",
    )


def week(when: date) -> Period:
    """The ISO week of a day, ``2024-W33``."""
    number, which, weekday = when.isocalendar()
    monday = shift_days(when, 1 - weekday) or when
    return Period(
        start=monday, end=shift_days(monday, 6) or monday, edtf=f"{number:04d}-W{which:02d}"
    )


def weekend(when: date) -> Period:
    """The Saturday and Sunday of a day's ISO week."""
    held = week(when)
    assert held.start is not None
    return Period(start=shift_days(held.start, 5), end=held.end, edtf=f"{held.edtf}-WE")


def decade(first: int) -> Period:
    """Ten years from ``first``, ``201X``."""
    return Period(start=date(first, 1, 1), end=date(first + 9, 12, 31), edtf=f"{first // 10:03d}X")


def century(which: int) -> Period:
    """The 20th century is ``19XX`` (1901 to 2000 by reckoning, 1900 to 1999 as newspapers mean
    it).
    """
    first = (which - 1) * 100
    return Period(
        start=date(max(first, 1), 1, 1), end=date(first + 99, 12, 31), edtf=f"{which - 1:02d}XX"
    )


SEASONS = {
    "spring": ("SP", 3, 21),
    "summer": ("SU", 6, 22),
    "autumn": ("FA", 9, 23),
    "fall": ("FA", 9, 23),
    "winter": ("WI", 12, 24),
}


def season(number: int, name: str) -> tuple[str, Period]:
    """TimeML value and period of a season by meteorologists' months; a winter runs into the next
    year.
    """
    code, first, edtf = SEASONS[name]
    start = date(number, first, 1)
    end = (
        month_end(number, first + 2)
        if first < 12
        else month_end(number + 1, 2)
        if number < 9999
        else date(9999, 12, 31)
    )
    return f"{number:04d}-{code}", Period(start=start, end=end, edtf=f"{number:04d}-{edtf}")


def between(first: Period, last: Period) -> Period:
    """From the start of one to the end of the other."""
    return Period(start=first.start, end=last.end, edtf=f"{first.edtf}/{last.edtf}")


def shifted(period: Period, years: int) -> Period | None:
    """The same period some years on, in the same notation; None where it cannot be written."""
    if period.start is None or period.end is None:
        return None
    if clamp(period.start.year + years) is None or clamp(period.end.year + years) is None:
        return None
    start, end = shift_months(period.start, 12 * years), shift_months(period.end, 12 * years)
    if start is None or end is None:
        return None
    if (end.month, end.day) == (2, 28):
        end = month_end(end.year, 2)
    edtf = re.sub(r"(?<![\d-])\d{4}(?!\d)", lambda m: f"{int(m.group()) + years:04d}", period.edtf)
    return Period(start=start, end=end, edtf=edtf)


def counted(base: date, unit: str, amount: int) -> Period | None:
    """The day, week, month, quarter, year … that lies ``amount`` of them away."""
    if unit == "day":
        held = shift_days(base, amount)
        return day(held) if held else None
    if unit in {"week", "fortnight"}:
        held = shift_days(base, 7 * amount * (2 if unit == "fortnight" else 1))
        return week(held) if held else None
    if unit in {"month", "quarter"}:
        held = shift_months(base, amount * (3 if unit == "quarter" else 1))
        if held is None:
            return None
        return (
            month_of(held.year, held.month)
            if unit == "month"
            else quarter(held.year, (held.month + 2) // 3)
        )
    if unit in {"year", "decade", "century"}:
        number = clamp(base.year + amount * {"year": 1, "decade": 10, "century": 100}[unit])
        return year(number) if number else None
    return day(base) if unit in {"hour", "minute"} else None


__all__ = [
    "between",
    "century",
    "clamp",
    "counted",
    "day",
    "decade",
    "half",
    "month_of",
    "months",
    "quarter",
    "season",
    "shift_days",
    "shift_months",
    "shifted",
    "week",
    "weekend",
    "year",
]
