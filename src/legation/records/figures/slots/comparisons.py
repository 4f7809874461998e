"""Stretches told from another one: "a month earlier", "three years before", "the same period last
year".
"""

import re
from datetime import date
from functools import cache

from msgspec import Struct

from legation.lexicon import table, word_pattern
from legation.model import Period, months
from legation.records.figures.slots.stretches import in_year

TOLD = word_pattern("figures", "comparisons.told")
YEARS_BACK = re.compile(r"\byear ?- ?(?:earlier|ago)\b")
SAME = ("same", "corresponding")
YEARS = {"year": 1, "decade": 10}
MONTHS = {"month": 1, "quarter": 3}


class NumberWord(Struct, frozen=True):
    """A row of ``number_words.csv``; only the small numbers are wanted here."""

    word: str
    value: int
    kind: str
    money: str = ""


@cache
def _numbers() -> dict[str, int]:
    return {row.word: row.value for row in table("number_words", NumberWord) if row.kind == "one"}


def looked_back(words: str, main: Period) -> Period | None:
    """The stretch that some words tell from ``main``, of the same length; null where they count in
    what ``main`` is not made of (the week before a year)."""
    if main.start is None or main.end is None:
        return None
    if YEARS_BACK.search(words):
        return in_year(main, main.start.year - 1)
    told = [(number, unit) for number, unit in TOLD.findall(words) if not number.startswith(SAME)]
    if not told or any(word in words for word in SAME):
        years = next((_count(number) * YEARS[unit] for number, unit in told if unit in YEARS), 1)
        return in_year(main, main.start.year - years)
    number, unit = told[-1]
    if unit in YEARS:
        return in_year(main, main.start.year - _count(number) * YEARS[unit])
    size = _months(main)
    return _earlier(main, _count(number) * size) if MONTHS.get(unit) == size else None


def _count(word: str) -> int:
    """What a word counts: "two", "3"; "a" and "previous" are one."""
    return int(word) if word.isdigit() and len(word) < 3 else _numbers().get(word, 1) or 1


def _months(period: Period) -> int:
    """How many whole months a stretch has; zero where it does not begin with a month and end with
    one.
    """
    if (
        period.start is None
        or period.end is None
        or not months(period.start, period.end).same(period)
    ):
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def _earlier(main: Period, by: int) -> Period | None:
    if main.start is None or main.end is None or main.start.year < 2:
        return None
    first, last = (
        date((n := d.year * 12 + d.month - 1 - by) // 12, n % 12 + 1, 1)
        for d in (main.start, main.end)
    )
    return months(first, last)
