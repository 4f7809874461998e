"""Fiscal years: twelve months of the country whose accounts are told, however they are written.

"fiscal 1990/91", "2004/05", "FY2023", "the 2015-16 financial year", "this fiscal year", "the fiscal
year that ended in June 2019". In a text about no country with such a year nothing is changed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.background.sides import Sides
from legation.lexicon import table, word_list, word_map
from legation.model import Background, Date, Period, Reading, Sentence, Span, months

CENTURY = 100
WORDS = r"(?:fiscal|financial|budget|accounting)(?:[- ]years?)?"
WRITTEN = re.compile(
    rf"\b(?:the )?(?P<lead>(?:{WORDS}|FY) ?)?(?P<first>(?:19|20)\d\d) ?[-–/] ?"
    rf"(?P<second>(?:19|20)?\d\d)(?![-–/\d])(?P<tail> {WORDS})?",
    re.IGNORECASE,
)
SINGLE = re.compile(
    rf"\b(?:the )?(?:(?P<lead>{WORDS}|FY) ?(?P<year>(?:19|20)\d\d|['’]?\d\d)(?![-–/\d,.%]\d|\d)"
    rf"|(?P<late>(?:19|20)\d\d) (?P<tail>{WORDS}))",
    re.IGNORECASE,
)
NAMELESS = re.compile(
    rf"\b(?:the )?(?P<which>this|current|present|last|past|previous|next|coming) {WORDS}\b",
    re.IGNORECASE,
)
ENDED = re.compile(
    rf"\b(?:the )?(?:{WORDS}|year|twelve months|12 months)(?: that| which)? ?,? "
    r"(?:end(?:ed|ing|s)?(?: in| on)?|to|through|up to) (?:the end of )?(?:\d{1,2} )?"
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{1,2},?)? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
SAME = re.compile(r"\bsame (?:period|months?|time)\b", re.IGNORECASE)
MONTHS = word_list("background", "fiscal.months")
SHIFT = word_map("background", "fiscal.shift", int)


class FiscalYear(Struct, frozen=True):
    """A row of ``fiscal_years.csv``: the month it begins in, and after which of its two years a
    single number names it.
    """

    code: str
    start: int
    named: Literal["start", "end"] = "end"


@cache
def years() -> dict[str, FiscalYear]:
    """The fiscal years that do not begin in January, by country."""
    return {row.code: row for row in table("fiscal_years", FiscalYear)}


def fiscal(reading: Reading, sentences: Sequence[Sentence], known: Background) -> tuple[Date, ...]:
    """The dates of a reading, fiscal years among them in place of what stood there."""
    found = list(_found(reading, sentences, known))
    starts = [d.span for d in found]
    kept = [d for d in reading.dates if not _taken(starts, d.span)]
    return tuple(sorted([*kept, *found], key=lambda d: d.span))


def _taken(spans: Sequence[Span], own: Span) -> bool:
    at = bisect_right(spans, own)
    return any(s.overlaps(own) for s in spans[max(0, at - 2) : at + 2])


def _found(reading: Reading, sentences: Sequence[Sentence], known: Background) -> Iterator[Date]:
    text, sides = reading.document.text, Sides(reading)
    starts = [s.span.start for s in sentences]
    last = -1
    matches = [
        (m.start(), m.end(), kind, m)
        for kind, pattern in (
            ("written", WRITTEN),
            ("single", SINGLE),
            ("nameless", NAMELESS),
            ("ended", ENDED),
        )
        for m in pattern.finditer(text)
    ]
    for start, end, kind, match in sorted(matches, key=lambda m: (m[0], -m[1])):
        at = bisect_right(starts, start) - 1
        if start < last or at < 0:
            continue
        row = _row(sentences[at], Span(start, end), sides, known)
        period = _period(reading, kind, match, row)
        if period is not None:
            last = end
            yield _date(Span(start, end), period, inherited=kind == "nameless")


def _date(span: Span, period: Period, *, inherited: bool) -> Date:
    return Date(
        span=span,
        type="DATE",
        value=f"FY{period.start.year}" if period.start is not None else "FY",
        edtf=period.edtf,
        period=period,
        inherited=inherited,
    )


def _row(sentence: Sentence, span: Span, sides: Sides, known: Background) -> FiscalYear | None:
    """The fiscal year of the country whose accounts a sentence tells: its lead or the topic; where
    neither is told, of one named in it, of the pair, of home.
    """
    owner = next(iter(sides.leads(sentence)), None) or known.topic_at(sentence.index)
    if owner is not None:
        return years().get(owner)
    pair = known.pair_at(sentence.index)
    order = [*sides.named(sentence), *(pair.codes if pair else ()), known.home or ""]
    return next((years()[code] for code in order if code in years()), None)


def _period(
    reading: Reading, kind: str, match: re.Match[str], row: FiscalYear | None
) -> Period | None:
    if kind == "ended":
        month = MONTHS.index(match["month"].lower()) + 1
        return _year_to(int(match["year"]), month)
    if row is None:
        return None
    if kind == "written":
        return _split(match, row)
    if kind == "single":
        return _single(match, row)
    return _nameless(reading.document.published, match, row)


def _split(match: re.Match[str], row: FiscalYear) -> Period | None:
    """ "2004/05": a year and the one after it."""
    first, second = int(match["first"]), int(match["second"])
    if second % CENTURY != (first + 1) % CENTURY:
        return None
    plain = not match["lead"] and not match["tail"]
    if plain and (second > CENTURY or SAME.search(match.string[: match.start()][-24:])):
        return None  # "in 2021-2022" is two years, "the same months of 2021-22" are those of both
    return _from(first, row)


def _single(match: re.Match[str], row: FiscalYear) -> Period | None:
    written = (match["year"] or match["late"]).lstrip("'’")
    number = int(written) if len(written) == 4 else 2000 + int(written)
    return _from(number if row.named == "start" else number - 1, row)


def _nameless(published: date | None, match: re.Match[str], row: FiscalYear) -> Period | None:
    if published is None:
        return None
    first = published.year if published.month >= row.start else published.year - 1
    return _from(first + SHIFT.get(match["which"].lower(), 1), row)


def _from(first: int, row: FiscalYear) -> Period | None:
    """The twelve months that begin in the month of a row in a year."""
    begin = date(first, row.start, 1)
    return months(begin, date(first + 1, row.start - 1, 1)) if row.start > 1 else None


def _year_to(year: int, month: int) -> Period:
    begin = date(year, 1, 1) if month == 12 else date(year - 1, month + 1, 1)
    return months(begin, date(year, month, 1))
