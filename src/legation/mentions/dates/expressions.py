"""A date as a rule finds it, and what a rule may know of its surroundings."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.language.paragraphs import Paragraph
from legation.lexicon import table, word_list, word_map
from legation.model import Period

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "future", "present"]


class MonthRow(Struct, frozen=True):
    """A row of ``months.csv``."""

    name: str
    number: int
    short: tuple[str, ...] = ()
    alone: bool = True


class Expression(Struct, frozen=True, kw_only=True):
    """A date at ``[start, end)`` of a paragraph."""

    start: int
    end: int
    kind: Kind = "DATE"
    value: str
    period: Period | None = None
    inherited: bool = False
    explicit: bool = False
    """Whether its year is written."""


class Surroundings:
    """The document's date, the paragraph, and the periods spoken of before."""

    def __init__(self, published: date | None) -> None:
        self.published = published
        self.paragraph: Paragraph
        self.tense: Callable[[int], Tense] = lambda _: "past"
        self.reference: Period | None = None
        """The month, quarter, half, year or stretch spoken of before; comparisons ("a year
        earlier") do not move it.
        """
        self.day: date | None = None
        """The day spoken of before."""
        self.quarter: Period | None = None
        self.years: list[tuple[int, int]] = []
        """(sentence, year) of the explicit years read so far in this paragraph."""

    def year_written(self, offset: int) -> int | None:
        """The year written last before ``offset`` in the same sentence."""
        own = self.paragraph.sentence(offset)
        return next((y for s, y in reversed(self.years) if s == own), None)


class Rule(Struct, frozen=True):
    """A pattern on lower-case text and what makes an expression of a match (or None)."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Surroundings], Expression | None]


@cache
def month_numbers() -> dict[str, int]:
    """Month numbers by name and abbreviation."""
    rows = table("months", MonthRow)
    return {form: row.number for row in rows for form in (row.name, *row.short)}


@cache
def month_pattern() -> str:
    """A group-less pattern of the months, long names first."""
    return (
        r"(?:"
        + "|".join(
            sorted(
                (
                    re.escape(m)
                    + (r"\.?" if len(m) < 5 and m not in {"may", "june", "july"} else "")
                    for m in month_numbers()
                ),
                key=len,
                reverse=True,
            )
        )
        + r")(?![a-z])"
    )


def month(written: str) -> int:
    """The number of a month as written."""
    return month_numbers()[written.lower().rstrip(".")]


@cache
def lonely() -> frozenset[str]:
    """Month names that are safe without a day or year beside them."""
    return frozenset(row.name for row in table("months", MonthRow) if row.alone)


WEEKDAYS = word_list("dates", "expressions.weekdays")
WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon\.|tues?\.|wed\.|thurs?\.|fri\.|sat\.|sun\.)"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d])"
YEAR = r"(?<![\d.,$€£¥])(?:1[5-9]\d\d|20\d\d|2100)(?![\d%]|[.,]\d)"
ONES = word_map("dates", "expressions.ones", int)
TENS = word_map("dates", "expressions.tens", int)
COMMON = word_map("dates", "expressions.common", int)
ONE_OF = word_map("dates", "expressions.one_of", int)
SMALL = ONES | TENS | COMMON | ONE_OF
"""The numbers in words that lengths of time and distances from now are written with."""
COUNT = r"(?:\d+(?:\.\d)?|" + "|".join(sorted(SMALL, key=len, reverse=True)) + r")(?![a-z])"
ORDINALS = word_map("dates", "expressions.ordinals", int)
ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"


def count(written: str) -> float:
    """The number of a match of :data:`COUNT`."""
    return SMALL[written] if written in SMALL else float(written)


def day_number(written: str) -> int:
    """The number of a match of :data:`DAY`."""
    return int(written.rstrip("stndrh"))


def weekday(written: str) -> int:
    """0 for Monday."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(written.rstrip(".")[:3]))


def expression(
    match: re.Match[str],
    period: Period | None,
    value: str | None = None,
    kind: Kind = "DATE",
    *,
    inherited: bool = False,
    explicit: bool = False,
    group: int | str = 0,
) -> Expression:
    """An expression over a match, its value the period's notation unless another is given."""
    written = value if value is not None else (period.edtf if period else "")
    return Expression(
        start=match.start(group),
        end=match.end(group),
        kind=kind,
        value=written,
        period=period,
        inherited=inherited,
        explicit=explicit,
    )


def unknown(match: re.Match[str], edtf: str, value: str | None = None) -> Expression:
    """An expression that cannot be completed without a document date."""
    return expression(match, Period(start=None, end=None, edtf=edtf), value)
