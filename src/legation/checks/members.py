"""Which European Union a text means, and who is in it."""

import re
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Definition, Reading

UNTIL = date(2020, 2, 1)
"""The day after the United Kingdom left: until then "the EU" had 28 members."""

OF_THE_TIME = Decimal("0.35")
"""What the United Kingdom may have added to the trade of the other 27 with one partner, at most."""
UNDATED = Decimal("0.2")
"""What it added to trade with most partners; a text without a date is likelier one of today."""

TWENTY_SEVEN = re.compile(
    r"\bEU[\s-]?27\b|\b27\s+(?:members?|countries|(?:EU\s+)?member\s+states)\b|\b27-(?:nation"
    r"|member)\b"
)


class Membership(Struct, frozen=True, kw_only=True):
    """A row of ``eu_membership.csv``."""

    code: str
    start: date
    end: date | None = None


@cache
def of_today() -> frozenset[str]:
    """The members of today: EU27_2020 has no trade with itself, whatever the year."""
    return frozenset(row.code for row in table("eu_membership", Membership) if row.end is None)


def room_for_28(reading: Reading, definition: Definition) -> Decimal:
    """How much more "the EU" of that text may have traded than the 27 of the series, as a share:
    nothing for a text since 2020.

    An undated text is dated by the latest time that it names; one that names none since 2020 may be
    old.
    """
    if (
        definition.reporter != "EUR"
        or definition.partner == "GBR"
        or not _before(definition.period.end)
    ):
        return Decimal(0)
    if reading.document.published is not None:
        return OF_THE_TIME if _before(reading.document.published) else Decimal(0)
    later = any(d.period and d.period.start and d.period.start >= UNTIL for d in reading.dates)
    return Decimal(0) if later or _says_27(reading.document.text) else UNDATED


def _before(when: date | None) -> bool:
    return when is not None and when < UNTIL


@lru_cache(maxsize=8)
def _says_27(text: str) -> bool:
    return TWENTY_SEVEN.search(text) is not None
