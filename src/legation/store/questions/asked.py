"""What a question needs of an open ledger, and the stretch of days that it asks about."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from msgspec import Struct

from legation.store import days

Pair = tuple[int, int]
CHUNK = 500
"""Numbers in one ``IN (…)``: SQLite before 3.32 allowed 999 in a statement."""


class Asked(Protocol):
    """An open ledger, as far as questions ask it."""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement."""


class Stretch(Struct, frozen=True):
    """Days as the ledger counts them, both inclusive."""

    first: int = 0
    last: int = days.NEVER_LATER

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.first <= 0 and self.last >= days.NEVER_LATER


def stretch(since: date | None = None, until: date | None = None) -> Stretch:
    """The days from ``since`` to ``until``; open where one is not given."""
    return Stretch(
        days.number(since) if since else 0, days.number(until) if until else days.NEVER_LATER
    )


def among(ledger: Asked, sql: str, numbers: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement whose ``{}`` is a list of numbers, asked in pieces."""
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(numbers), CHUNK):
        piece = numbers[start : start + CHUNK]
        found += ledger.rows(sql.format(",".join("?" * len(piece))), piece)
    return found
