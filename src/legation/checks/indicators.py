"""Numbers of a country alone: its product and growth, its people, the duty that it collects.

What such a number measures stands in its words, for a record has no measure of that name: for a
growth or a share in what grew or what the whole is, else in the words before the number. Each is
asked for under its definition by name, and what the words leave open (duty collected or duty set,
goods or services too) keeps a figure from being called different.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.checks import changes, currencies, periods, places
from legation.lexicon import table
from legation.model import Definition, Figure, Period, Question, Reading, Record
from legation.model.series import SeriesMeasure

Measure = Literal["gdp", "gdp_growth", "population", "duty", "duty_rate", "gdp_share"]
REACH = 120
"""How many characters before a number are read for what it measures."""
OTHERWISE = re.compile(
    r"\bpurchasing[\s-]power\b|\bPPP\b|\bper\s+(?:capita|head|person)\b"
    r"|\b(?:urban|rural|working|prison|jewish|muslim|ethnic|foreign-born)\b",
    re.IGNORECASE,
)
"""Another measure of the same name."""
DUTIES = re.compile(r"\b(?:duty|duties|tariffs?|customs)\b", re.IGNORECASE)
DUTY = frozenset({"duty", "duty_rate"})
OPEN = {
    "duty": "duty can be counted as collected or as owed, with or without special duties",
    "duty_rate": "a rate of duty can be of what was collected or of what the tariff sets",
    "gdp_share": "trade beside the product can be of goods, or of goods and services",
    "gdp": "products are revised by years, and converted at one rate or another",
    "population": "counts of people differ by source and by day of the year",
}
"""Why a number of that kind is never called different."""


class Row(Struct, frozen=True, kw_only=True):
    """A row of ``check_indicators.csv``."""

    measure: Measure
    where: Literal["before", "of"]
    unit: Literal["money", "%", "count"]
    pattern: str
    example: str
    counterexample: str


class People(Struct, frozen=True):
    """A row of ``country_aliases.csv``; its adjectives are wanted here."""

    code: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@cache
def rows() -> tuple[tuple[Row, re.Pattern[str]], ...]:
    """The rows with their patterns compiled."""
    held = table("check_indicators", Row)
    return tuple((row, re.compile(row.pattern, re.IGNORECASE)) for row in held)


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(a.lower() for row in table("country_aliases", People) for a in row.adjectives)


def measured(reading: Reading, figure: Figure) -> Measure | None:
    """What a figure measures of a country alone; ``None`` for trade and everything else."""
    if figure.product is not None or OTHERWISE.search(_sentence(reading, figure)):
        return None
    if figure.measure == "growth":
        return _by_whole(figure, "gdp_growth") if figure.unit == "%" else None
    if figure.measure == "share":
        return _by_whole(figure, "gdp_share")
    if figure.measure not in ("other", "count", "volume"):
        return None
    return _by_words(reading, figure)


def _by_whole(figure: Figure, measure: Measure) -> Measure | None:
    """By what grew, or what the whole is, without the people whose it is."""
    words = (figure.of or "").lower().split()
    plain = " ".join(word for word in words if word not in _adjectives())
    held = (p for row, p in rows() if row.where == "of" and row.measure == measure)
    return measure if any(p.fullmatch(plain) for p in held) else None


def _by_words(reading: Reading, figure: Figure) -> Measure | None:
    before = _before(reading, figure)
    for row, pattern in rows():
        if row.where != "before" or row.unit != _kind(figure) or not pattern.search(before):
            continue
        if row.measure in DUTY and not DUTIES.search(_sentence(reading, figure)):
            continue
        return row.measure
    return None


def _kind(figure: Figure) -> str:
    return figure.unit if figure.unit in ("%", "count") else "money" if _is_money(figure) else ""


def _is_money(figure: Figure) -> bool:
    return len(figure.unit) == 3 and figure.unit.isupper()


def _before(reading: Reading, figure: Figure) -> str:
    """The words of its sentence up to its number, without a sign of currency or an article."""
    sentence = places.sentence_of(reading, figure.evidence[0])
    number = places.number(reading, figure)
    start = sentence.span.start if sentence else 0
    words = reading.document.text[max(start, number.start - REACH) : number.start]
    return re.sub(r"(?:US|A|C)?[€$£¥₹]\s*$", "", words)


def _sentence(reading: Reading, figure: Figure) -> str:
    sentence = places.sentence_of(reading, figure.evidence[0])
    return reading.text(sentence.span) if sentence else ""


def missing(reading: Reading, figure: Figure) -> str | None:
    """Which slot keeps such a figure from being asked for, in words."""
    if figure.nature not in ("flow", "stock"):
        return f"it is a {figure.nature}, not something that has been counted"
    if figure.reporter is None:
        return "the text does not say of which country"
    if figure.period is None:
        return "the text does not say for which year"
    if not periods.whole(figure.period) or periods.months_long(figure.period) != 12:
        return "there are series of calendar years alone"
    if measured(reading, figure) in DUTY and _origin(reading, figure) is None:
        return "the text does not say on whose goods"
    return None


def questions(reading: Reading, records: list[Record], figure: Figure) -> list[Question]:
    """What such a figure asks: its own year, and the years beside it to be shown; none for others,
    or where a slot is missing.
    """
    measure = measured(reading, figure)
    if measure is None or missing(reading, figure):
        return []
    return list(_asked(reading, records, figure, measure))


def _asked(
    reading: Reading, records: list[Record], figure: Figure, measure: Measure
) -> Iterator[Question]:
    stated = _definition(reading, figure, measure)
    if measure == "gdp_share":
        yield from _of_product(reading, records, figure, stated)
        return
    own = "USD" if stated.unit.isupper() and len(stated.unit) == 3 else stated.unit
    licence: Literal["stated", "licensed"] = "stated" if stated.unit == own else "licensed"
    because = currencies.reason(stated, own) if licence == "licensed" else "the country's own"
    yield _question(figure, stated, licence, because)
    for years, words in ((-1, "the year before"), (1, "the year after")):
        moved = periods.shifted(stated.period, years)
        if moved is not None:
            yield _question(figure, _at(stated, moved), "unlicensed", words)


def _definition(reading: Reading, figure: Figure, measure: Measure) -> Definition:
    assert figure.reporter is not None
    assert figure.period is not None
    partner = (_origin(reading, figure) if measure in DUTY else None) or "WLD"
    return Definition(
        measure=_series(measure),
        reporter=figure.reporter,
        partner=partner,
        period=figure.period,
        unit=figure.unit if _is_money(figure) else "USD" if measure == "gdp_share" else "%",
    )


def _series(measure: Measure) -> SeriesMeasure:
    return "share" if measure == "gdp_share" else measure


def _of_product(
    reading: Reading, records: list[Record], figure: Figure, stated: Definition
) -> Iterator[Question]:
    """Of goods, and of goods and services: both are usual."""
    flow = changes.flow_of(reading, records, figure)
    if flow is None:
        return
    kinds: tuple[Literal["goods", "goods_and_services"], ...] = ("goods", "goods_and_services")
    for scope in kinds:
        whole = Definition(
            measure="share",
            reporter=stated.reporter,
            partner="WLD",
            period=stated.period,
            flow=flow,
            of="GDP",
            scope=scope,
        )
        words = scope.replace("_", " ")
        yield _question(figure, whole, "licensed", f"{words}, beside the product of the country")


def _origin(reading: Reading, figure: Figure) -> str | None:
    """The one other country that the sentence names: on its goods the duty is."""
    if figure.partner is not None:
        return figure.partner
    sentence = places.sentence_of(reading, figure.evidence[0])
    if sentence is None:
        return None
    named = {a.actor for a in reading.actors if sentence.span.holds(a.span) and a.actor}
    others = {code for code in named if ":" not in code} - {figure.reporter}
    return others.pop() if len(others) == 1 else None


def _at(stated: Definition, period: Period) -> Definition:
    return replace(stated, period=period)


def _question(
    figure: Figure,
    definition: Definition,
    licence: Literal["stated", "licensed", "unlicensed"],
    because: str,
) -> Question:
    return Question(record=figure.id, definition=definition, licence=licence, because=because)
