"""Years that do not begin in January: "exports in 1993-94", "the 2010-11 financial year"."""

import re
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Period, months
from legation.records.measures import Sides

WRITTEN = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?(\d\d)\b(?!\d|[-–/])")
CENTURY = 100


class FiscalYear(Struct, frozen=True):
    """A row of ``fiscal_years.csv``."""

    code: str
    start: int
    named: str = "end"


@cache
def starts() -> dict[str, int]:
    """The month in which a country's fiscal year begins, where it is not January."""
    return {row.code: row.start for row in table("fiscal_years", FiscalYear)}


def fiscal(words: str, period: Period, sides: Sides) -> Period:
    """The twelve months that a split year stands for in the country whose number it is; else the
    period unchanged.
    """
    written = WRITTEN.search(words)
    owners = (sides.reporter, sides.partner) if sides.paired else (sides.reporter or sides.partner,)
    owner = next((p for p in owners if p in starts()), None)
    if written is None or owner is None:
        return period
    first = int(written.group(1))
    if (
        (first + 1) % CENTURY != int(written.group(2))
        or period.start is None
        or period.start.year != first
    ):
        return period
    begin = period.start.replace(year=first, month=starts()[owner], day=1)
    return months(begin, begin.replace(year=first + 1, month=begin.month - 1))
