"""Dates and periods in a text, as TimeML writes them and as intervals.

Rules stand in modules by kind; each is tried on every paragraph that has a word or digit of time in
it. The longest match at a place wins, and what is found is remembered for the next ("a year
earlier").
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from legation.language import paragraphs
from legation.language.paragraphs import Paragraph
from legation.lexicon import word_pattern
from legation.mentions.dates import (
    absolute,
    clock,
    comparisons,
    durations,
    nearness,
    relative,
    stretches,
    tenses,
    triggers,
    year_parts,
    years,
)
from legation.mentions.dates.expressions import Expression, Rule, Surroundings
from legation.model import Date, Document, Period, Sentence

__all__ = ["find"]

TIME_WORDS = word_pattern("dates", "dates.time_words")
OPENS = word_pattern("dates", "dates.opens")

COMPARISONS = {
    "ago",
    "same period",
    "year-earlier",
    "year's period",
    "past n",
    "length",
    "vague",
    "in units",
    "clock",
    "part of day",
    "present",
}


@cache
def _rules() -> tuple[Rule, ...]:
    modules = (
        stretches,
        absolute,
        year_parts,
        nearness,
        comparisons,
        relative,
        clock,
        durations,
        years,
    )
    return tuple(rule for module in modules for rule in module.cached_rules())


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Date]:
    """The dates, times, durations and sets of a document in order, without overlap.

    Args:
        document: the text; its ``published`` completes "last year" and "on Tuesday". Without it
        they stay open (``XXXX-10-05``).
        sentences: its sentences.
    """
    near = Surroundings(document.published)
    for paragraph in paragraphs.of(document, sentences):
        if TIME_WORDS.search(paragraph.low):
            yield from _in_paragraph(paragraph, near)


def _in_paragraph(paragraph: Paragraph, near: Surroundings) -> Iterator[Date]:
    near.paragraph, near.years = paragraph, []
    near.tense = lambda offset: tenses.tense(paragraph, offset)
    rules = (
        (n, rule) for n, rule in enumerate(_rules()) if triggers.possible(rule.name, paragraph.low)
    )
    matches = [(m, n, rule) for n, rule in rules for m in rule.pattern.finditer(paragraph.low)]
    matches.sort(key=lambda held: (held[0].start(), -held[0].end(), held[1]))
    reached = 0
    for match, _, rule in matches:
        if match.start() < reached:
            continue
        found = _read(rule, match, near)
        if found is None or found.end <= found.start:
            continue
        reached = found.end
        _remember(paragraph, near, found, rule)
        yield _date(paragraph, found)


def _read(rule: Rule, match: re.Match[str], near: Surroundings) -> Expression | None:
    """What a rule makes of a match; a date that the calendar (years 1 to 9999) does not have is no
    date.
    """
    try:
        return rule.read(match, near)
    except (ValueError, OverflowError):
        return None


def _remember(paragraph: Paragraph, near: Surroundings, found: Expression, rule: Rule) -> None:
    period = found.period
    if (
        period is None
        or period.start is None
        or found.kind == "SET"
        or found.value.endswith("_REF")
    ):
        return
    if found.explicit and not OPENS.search(paragraph.low[max(0, found.start - 26) : found.start]):
        near.years.append((paragraph.sentence(found.start), period.start.year))
    if rule.name in COMPARISONS:
        return
    if period.start == period.end:
        near.day = period.start
    elif period.end and 27 < (period.end - period.start).days < 3700:
        near.reference = period
        near.quarter = period if "-Q" in period.edtf else near.quarter


def _date(paragraph: Paragraph, found: Expression) -> Date:
    period = _opened(paragraph, found)
    edtf = period.edtf if period else None
    return Date(
        span=paragraph.span(found.start, found.end),
        type=found.kind,
        value=found.value,
        edtf=edtf,
        period=period,
        inherited=found.inherited,
    )


def _opened(paragraph: Paragraph, found: Expression) -> Period | None:
    """ "Since 2015" has no end, "by 2030" no beginning."""
    period = found.period
    if period is None or found.kind != "DATE" or "/" in period.edtf:
        return period
    match = OPENS.search(paragraph.low[max(0, found.start - 26) : found.start])
    if match is None or (match["since"] in {"from", "as of"}):
        return period
    if match["since"]:
        return Period(start=period.start, end=None, edtf=f"{period.edtf}/")
    return Period(start=None, end=period.end, edtf=f"/{period.edtf}")
