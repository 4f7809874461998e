"""Stretches of whole months, as statistics publish them. A month is counted from the year 0:
``2023-01`` is 24276.
"""

from datetime import date

from legation.model import Period
from legation.model.periods import month_end, months

NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def stretch(period: Period) -> range | None:
    """The months of a period; ``None`` if an end is open or it does not begin and end with a
    month.
    """
    start, end = period.start, period.end
    if (
        start is None
        or end is None
        or start.day != 1
        or end != month_end(end.year, end.month)
        or end < start
    ):
        return None
    return range(_index(start), _index(end) + 1)


def years(stretched: range) -> range | None:
    """The calendar years of a stretch; ``None`` if it is not made of whole years."""
    if stretched.start % 12 or stretched.stop % 12:
        return None
    return range(stretched.start // 12, stretched.stop // 12)


def period(stretched: range) -> Period:
    """The stretch as a period."""
    found = months(first_day(stretched.start), first_day(stretched.stop - 1))
    whole = years(stretched)
    return (
        Period(start=found.start, end=found.end, edtf=f"{whole[0]:04d}")
        if whole and len(whole) == 1
        else found
    )


def earlier(stretched: range, by: int) -> range:
    """The same stretch so many months earlier."""
    return range(stretched.start - by, stretched.stop - by)


def first_day(month: int) -> date:
    """The first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def named(month: int) -> str:
    """``November 2022``."""
    return f"{NAMES[month % 12]} {month // 12}"


def words(stretched: range) -> str:
    """``2023``, ``2021–2022``, ``November 2022``, ``January–July 2024``, ``July 2023–June
    2024``.
    """
    whole, first, last = years(stretched), stretched.start, stretched.stop - 1
    if whole:
        return f"{whole[0]}" if len(whole) == 1 else f"{whole[0]}–{whole[-1]}"
    if first == last:
        return named(first)
    if first // 12 == last // 12:
        return f"{NAMES[first % 12]}–{named(last)}"
    return f"{named(first)}–{named(last)}"


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1
