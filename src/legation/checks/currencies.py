"""In which currency a country's own statistics are: a number written in it needs no exchange
rate.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from legation.lexicon import table, word_map
from legation.model import Definition, Figure, Record

LEVELS = frozenset({"exports", "imports", "trade_total", "balance"})
RATIOS = frozenset({"%", "persons", "rank"})
A_MONTH = "/month"
"""Ends the unit of a mean of months: the value of a period is shared out over its months."""
CURRENCY_WORDS = word_map("checks", "currencies.currency_words", str)
"""The currency that a word names: "dollar"."""
NAMES = "|".join(re.escape(word) for word in CURRENCY_WORDS)
CURRENCY_TERMS = re.compile(
    r"\b(?:(?:measured|expressed|counted|calculated|denominated|reckoned|when\s+converted)\s+)?"
    rf"(?:in|into)\s+(?:terms\s+of\s+)?(?:current\s+)?(?:US\s+|U\.S\.\s+)?({NAMES})s?"
    rf"(?:\s+terms)?\b|\b({NAMES})s?[\s-]+(?:terms|denominated)\b",
    re.IGNORECASE,
)
"""In which money a growth is told: "in dollar terms", "measured in US dollars"."""


class Reporting(Struct, frozen=True, kw_only=True):
    """A row of ``reporting_currencies.csv``."""

    code: str
    currency: str


@cache
def _reporting() -> dict[str, str]:
    return {row.code: row.currency for row in table("reporting_currencies", Reporting)}


def own(reporter: str | None) -> str:
    """The currency of a country's own trade statistics at hand."""
    return _reporting().get(reporter or "", "EUR")


def of_terms(words: str) -> str | None:
    """The currency in whose terms a growth is told by its words; None where they name none."""
    found = CURRENCY_TERMS.search(words)
    return CURRENCY_WORDS[(found[1] or found[2]).lower()] if found else None


def beside(records: Sequence[Record], figure: Figure) -> str | None:
    """The currency of the amounts in a growth's sentence, where it is not the reporter's own."""
    if figure.sentence is None or figure.measure != "growth":
        return None
    levels = (
        f
        for f in records
        if isinstance(f, Figure) and f.sentence == figure.sentence and f.measure in LEVELS
    )
    return next((f.unit for f in levels if f.unit != own(figure.reporter)), None)


def of_series(definition: Definition) -> str:
    """The currency of the series that answers a definition; the product of every country is
    published in dollars.
    """
    return "USD" if definition.measure in ("gdp", "duty") else own(definition.reporter)


def is_converted(definition: Definition) -> bool:
    """Whether the answer had to be converted at the rate of the period."""
    return definition.unit not in RATIOS and definition.unit != of_series(definition)


def reason(definition: Definition, published: str) -> str:
    """Why a converted answer may speak."""
    words = "official euros" if published == "EUR" else f"official figures in {published}"
    return f"{words} converted to {definition.unit}, the currency of the text"
