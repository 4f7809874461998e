"""Dates that name a day or a month: "5 October 2024", "October 5", "05.10.2024", "early July"."""

import re
from datetime import date
from functools import cache

from legation.lexicon import word_pattern
from legation.mentions.dates import reckoning as r
from legation.mentions.dates.expressions import (
    WEEKDAY,
    Expression,
    Rule,
    Surroundings,
    day_number,
    expression,
    lonely,
    month,
    weekday,
)
from legation.mentions.dates.rules import Reader, compiled
from legation.model import Period

SINCE = re.compile(r"\b(?:since|last)(?: the)? $")
UNTIL = word_pattern("dates", "absolute.until")
SOON = 3
"""Months within which "extended to 16 November" looks ahead although its verb looks back."""


def a_day(number: int, month_number: int, day: int) -> Period | None:
    """The day, or None where the calendar has none (31 June)."""
    try:
        return r.day(date(number, month_number, day))
    except ValueError:
        return None


def _numeric(match: re.Match[str], _: Surroundings) -> Expression | None:
    period = a_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return expression(match, period, explicit=True) if period else None


def _two_orders(match: re.Match[str], _: Surroundings) -> Expression | None:
    a, b = int(match["a"]), int(match["b"])
    number = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    if len(match["y"]) == 2 and match["sep"] != "/":
        return None
    ways = [p for p in {a_day(number, b, a), a_day(number, a, b)} if p]
    if not ways:
        return None
    if len(ways) == 1 or match["sep"] == ".":
        return expression(match, a_day(number, b, a) or ways[0], explicit=True)
    return expression(match, r.year(number), f"{number:04d}-XX-XX", explicit=True)


def relative_year(written: str | None, near: Surroundings) -> int | None:
    """The year of a written year or of "last year"."""
    if written is None:
        return None
    if written.isdigit():
        return int(written) if len(written) == 4 else 2000 + int(written)
    if near.published is None:
        return None
    if "previous" in written or "following" in written or "same" in written:
        base = (
            near.reference.start.year
            if near.reference and near.reference.start
            else near.published.year
        )
        return r.clamp(base + (-1 if "previous" in written else 1 if "following" in written else 0))
    return r.clamp(
        near.published.year + (-1 if "last" in written else 1 if "next" in written else 0)
    )


def _day(match: re.Match[str], near: Surroundings) -> Expression | None:
    groups = match.groupdict()
    written = groups["y"] or groups.get("y2")
    m, d = month(match["m"]), day_number(match["d"])
    if m == 5 and near.paragraph.token(match.start("m")).tag == "MD":
        return None
    if written is None and near.published is None and near.year_written(match.start()) is None:
        return (
            expression(match, Period(start=None, end=None, edtf=f"XXXX-{m:02d}-{d:02d}"))
            if a_day(2024, m, d)
            else None
        )
    number = relative_year(written, near)
    if number is None:
        number = _by_weekday(match, near, m, d) or year_of_month(near, match.start(), m, d)
    period = a_day(number, m, d) if number else None
    return (
        expression(match, period, inherited=written is None, explicit=written is not None)
        if period
        else None
    )


def _by_weekday(match: re.Match[str], near: Surroundings, m: int, d: int) -> int | None:
    """The year, of the three around the document's date, in which the day falls on the weekday
    written before it.
    """
    named = re.match(WEEKDAY, match.group())
    if named is None or near.published is None:
        return None
    which, this = weekday(named.group()), near.published.year
    near_years = [y for y in (this, this - 1, this + 1) if r.clamp(y) and y < 9999]
    days = [
        p.start
        for y in near_years
        if (p := a_day(y, m, d)) and p.start and p.start.weekday() == which
    ]
    return days[0].year if days else None


def year_of_month(near: Surroundings, offset: int, m: int, d: int | None = None) -> int | None:
    """The year that a month (and day) without one belongs to: one written before in the sentence,
    else by tense.
    """
    written = near.year_written(offset)
    if written is not None:
        return written
    today = near.published
    if today is None:
        return None
    ahead = (m - today.month) % 12  # whole months until it comes again
    if d and ahead == 0 and d < today.day:
        ahead = 12
    come = today.year + (1 if (m, d or 99) < (today.month, today.day) else 0)
    gone = today.year - (1 if (m, d or 0) > (today.month, today.day) else 0)
    return gone if _has_gone(near, offset, ahead, is_day=d is not None) else come


def _has_gone(near: Surroundings, offset: int, ahead: int, *, is_day: bool) -> bool:
    """Whether a month that comes again ``ahead`` months from now is meant as the last one."""
    low = near.paragraph.low
    if SINCE.search(low[max(0, offset - 12) : offset]):
        return True
    if not is_day and ahead > SOON and near.paragraph.token(offset).dep == "compound":
        return True  # "under a June agreement"
    tense = near.tense(offset)
    if tense == "past":
        return ahead > SOON or not UNTIL.search(low[max(0, offset - 28) : offset])
    return ahead > 12 - SOON if tense == "future" else ahead >= 6


def _month(match: re.Match[str], near: Surroundings) -> Expression | None:
    m = month(match["m"])
    written = match.groupdict().get("y")
    if written is None and not _is_month(match, near):
        return None
    number = relative_year(written, near) or year_of_month(near, match.start("m"), m)
    if number is None:
        return expression(match, Period(start=None, end=None, edtf=f"XXXX-{m:02d}"))
    period = r.month_of(number, m)
    return expression(
        match,
        part(period, match["part"]),
        period.edtf,
        inherited=written is None,
        explicit=bool(written and written.isdigit()),
    )


def _is_month(match: re.Match[str], near: Surroundings) -> bool:
    """ "May" and "March" alone must look like names; an abbreviation needs a number beside it, or
    its point.
    """
    form = match["m"]
    if form in lonely():
        return True
    start = match.start("m")
    token = near.paragraph.token(start)
    if form in {"may", "march"}:
        return (
            near.paragraph.text[start].isupper()
            and token.tag in {"NNP", "NN"}
            and token.entity in {"DATE", ""}
        )
    return form.endswith(".") and token.entity == "DATE"


def part(period: Period, written: str | None) -> Period:
    """A part of a month or year: "early 2024" is its first quarter, "the end of 2023" its last
    month.
    """
    if not written or period.start is None or period.end is None:
        return period
    first, last = period.start, period.end
    long = (last - first).days > 300
    if "first half" in written or "second half" in written:
        return r.half(first.year, 1 if "first" in written else 2) if long else period
    if "end of" in written or "close" in written:
        return (
            r.month_of(first.year, 12) if long else _days(date(first.year, first.month, 21), last)
        )
    if "beginning" in written or "start" in written:
        return (
            r.month_of(first.year, 1) if long else _days(first, date(first.year, first.month, 10))
        )
    if "early" in written:
        return (
            r.months(first, date(first.year, 3, 1))
            if long
            else _days(first, date(first.year, first.month, 10))
        )
    if "late" in written:
        return (
            r.months(date(first.year, 10, 1), last)
            if long
            else _days(date(first.year, first.month, 21), last)
        )
    return (
        r.months(date(first.year, 5, 1), date(first.year, 8, 1))
        if long
        else _days(date(first.year, first.month, 11), date(first.year, first.month, 20))
    )


def _days(first: date, last: date) -> Period:
    return Period(start=first, end=last, edtf=f"{first.isoformat()}/{last.isoformat()}")


READERS: dict[str, Reader] = {
    "iso": _numeric,
    "dotted": _two_orders,
    "day month": _day,
    "month day": _day,
    "month year": _month,
    "month": _month,
}
"""What reads the matches of each rule."""


@cache
def cached_rules() -> list[Rule]:
    """In order of precedence."""
    return compiled("absolute", READERS)
