"""Totals: a number that the sentence gives of several years, partners or reporters together.

"EU exports to Georgia in 2022 and 2023 together", "to Georgia and Armenia", "Germany and France
together exported". A row is read only where nothing but commas and one "and" joins its members;
without a word such as "together" a sum may confirm a number, but never refute it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from legation.checks import licences, periods, places
from legation.model import Actor, Date, Figure, Period, Reading, Sentence, months

LEVELS = frozenset({"exports", "imports", "trade_total"})
TOGETHER = re.compile(
    r"\b(?:together|combined|in\s+(?:total|all)|altogether|jointly|collectively|tot(?:al+ed|al\s+of)"
    r"|added\s+up\s+to|in\s+both\s+years|sum(?:med)?)\b",
    re.IGNORECASE,
)
APART = re.compile(
    r"\b(?:each|respectively|either|both\s+in|apiece|or|between|alone|not|versus|than)\b",
    re.IGNORECASE,
)
"""What makes a row something else than a sum."""
JOINED = re.compile(
    r"\s*(?:,|,?\s*and|as well as|plus)\s+(?:(?:to|in|with|from|over)\s+)?(?:the\s+)?"
)
OWNED_JOIN = re.compile(r"(?:['’]s)?\s*(?:,|,?\s*and)\s+(?:the\s+)?")
TOWARDS = re.compile(r"\b(?:to|from|with)\s+(?:the\s+)?$", re.IGNORECASE)
YEARS = re.compile(
    r"(?<![Bb]etween )\b(?:19|20)\d\d\s*(?:,|,?\s*and|or|&)\s+(?:in\s+)?(?:19|20)\d\d\b"
)
YEAR = 12
COUNTRY = 3


class Total(Struct, frozen=True, kw_only=True):
    """What is added up. One of the three rows holds several."""

    partners: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    period: Period | None = None
    is_said: bool = False
    """Whether a word says that they are added up."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The countries of the row."""
        return (*self.partners, *self.reporters)


def read(reading: Reading, figure: Figure) -> Total | None:
    """The total that a level is; None where it is the number of one flow in one period."""
    sentence = places.sentence_of(reading, figure.evidence[0])
    if sentence is None or figure.measure not in LEVELS or figure.product is not None:
        return None
    words = reading.text(sentence.span)
    if APART.search(words) or _numbers(reading, figure, sentence) > 1:
        return None
    said = TOGETHER.search(words) is not None
    countries = _countries(reading, sentence)
    years = _years(reading, sentence) if said else None
    if len(countries) > 1 and years is None:
        return _of_countries(reading, figure, sentence, countries, is_said=said)
    if years is not None and not countries:
        return Total(period=years, is_said=True)
    return None


def _numbers(reading: Reading, figure: Figure, sentence: Sentence) -> int:
    held = (q for q in reading.quantities if sentence.span.holds(q.span))
    return sum(1 for q in held if q.unit == figure.unit)


def _of_countries(
    reading: Reading, figure: Figure, sentence: Sentence, row: Sequence[Actor], *, is_said: bool
) -> Total | None:
    codes = tuple(dict.fromkeys(a.actor for a in row if a.actor))
    if len(codes) < 2 or _more_times(reading, sentence):
        return None
    before = reading.document.text[max(0, row[0].span.start - 12) : row[0].span.start]
    if TOWARDS.search(before):
        known = figure.partner is None or figure.partner in codes
        fits = known and figure.reporter is not None and figure.reporter not in codes
        return Total(partners=codes, is_said=is_said) if fits else None
    known = figure.reporter is None or figure.reporter in codes
    fits = known and figure.partner is not None and figure.partner not in codes
    return Total(reporters=codes, is_said=True) if fits and is_said else None


def _countries(reading: Reading, sentence: Sentence) -> list[Actor]:
    """The only row of countries in a sentence; empty where there is none, or more than one."""
    named = [
        a
        for a in reading.actors
        if sentence.span.holds(a.span) and a.actor and len(a.actor) == COUNTRY and not a.members
    ]
    rows: list[list[Actor]] = []
    for one, other in pairwise(named):
        between = reading.document.text[one.span.end : other.span.start]
        if not (JOINED.fullmatch(between) or OWNED_JOIN.fullmatch(between)):
            continue
        if rows and rows[-1][-1] is one:
            rows[-1].append(other)
        else:
            rows.append([one, other])
    return rows[0] if len(rows) == 1 else []


def _more_times(reading: Reading, sentence: Sentence) -> bool:
    return len({(p.start, p.end) for d in _dates(reading, sentence) if (p := d.period)}) > 1


def _dates(reading: Reading, sentence: Sentence) -> list[Date]:
    held = (d for d in reading.dates if sentence.span.holds(d.span))
    return [d for d in held if d.type == "DATE" and d.period is not None]


def _years(reading: Reading, sentence: Sentence) -> Period | None:
    """The stretch of the years that a sentence joins by "and", one after the other."""
    dates = _dates(reading, sentence)
    if len(dates) < 2:
        return None
    for one, other in pairwise(dates):
        between = reading.document.text[one.span.end : other.span.start]
        if not JOINED.fullmatch(between) or not _follows(one.period, other.period):
            return None
    first, last = dates[0].period, dates[-1].period
    if first is None or last is None or first.start is None or last.end is None:
        return None
    return months(first.start, last.end)


def _follows(one: Period | None, other: Period | None) -> bool:
    """Whether a year is the one after another."""
    if one is None or other is None or not (periods.whole(one) and periods.whole(other)):
        return False
    if periods.months_long(one) != YEAR or periods.months_long(other) != YEAR:
        return False
    next_year = periods.shifted(one, 1)
    return next_year is not None and next_year.same(other)


def settled(reading: Reading, figure: Figure) -> Figure:
    """The figure with the stretch of its years, and the first of its row where a slot is open."""
    total = read(reading, figure)
    if total is None:
        return figure
    if total.period is not None:
        return replace(figure, period=total.period)
    return replace(
        figure,
        reporter=total.reporters[0] if total.reporters else figure.reporter,
        partner=total.partners[0] if total.partners else figure.partner,
    )


def beside_other_years(reading: Reading, figure: Figure) -> bool:
    """Whether two years are joined in the figure's sentence: "over 2022 and 2023"."""
    return YEARS.search(licences.words_of(reading, figure)) is not None
