"""Days as whole numbers: days since 1970-01-01. 0 stands for "undated"."""

from datetime import date
from functools import lru_cache

UNDATED = 0
EPOCH = date(1970, 1, 1).toordinal()
NEVER_LATER = date.max.toordinal() - EPOCH


def number(day: date | None) -> int:
    """The number of a day; 0 for none (and for 1 January 1970 itself)."""
    return UNDATED if day is None else day.toordinal() - EPOCH


def day(held: int) -> date | None:
    """The day of a number; ``None`` for 0."""
    return None if held == UNDATED else date.fromordinal(held + EPOCH)


@lru_cache(maxsize=20_000)
def month(held: int) -> int:
    """The month that a day lies in, as year * 12 + month - 1."""
    on = date.fromordinal(held + EPOCH)
    return on.year * 12 + on.month - 1
