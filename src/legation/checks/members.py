"""Which European Union a text means, and who is in it."""

from datetime import date
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Definition, Reading

UNTIL = date(2020, 2, 1)
"""The day after the United Kingdom left: until then "the EU" had 28 members."""


class Membership(Struct, frozen=True, kw_only=True):
    """A row of ``eu_membership.csv``."""

    code: str
    start: date
    end: date | None = None


@cache
def of_today() -> frozenset[str]:
    """The members of today: EU27_2020 has no trade with itself, whatever the year."""
    return frozenset(row.code for row in table("eu_membership", Membership) if row.end is None)


def could_be_28(reading: Reading, definition: Definition) -> bool:
    """Whether "the EU" of a text of that date may have had the United Kingdom in it. Statistics revised since leave it out."""
    if definition.reporter != "EUR" or definition.period.start is None or definition.period.start >= UNTIL:
        return False
    published = reading.document.published
    return published is None or published < UNTIL
