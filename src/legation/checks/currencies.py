"""In which currency a country's own statistics are: a number written in it needs no exchange
rate.
"""

import re
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Definition

RATIOS = frozenset({"%", "persons", "rank"})
A_MONTH = "/month"
"""Ends the unit of a mean of months: the value of a period is shared out over its months."""
CURRENCY_TERMS = re.compile(r"\b(dollar|euro|pound|yen|yuan|franc)s?\s+terms\b", re.IGNORECASE)
"""In which money a growth is told: "in dollar terms"."""


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
