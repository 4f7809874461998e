"""Numbers in a row that answer to names in a row: "exports and imports reached 5 and 3 billion respectively"."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from legation.model import Quantity
from legation.records.figures.passages import Passage

T = TypeVar("T")
JOINED_BY = 4
"""How many words may stand between two numbers of one row."""


class Place(Struct, frozen=True):
    """Which of how many a number is in its row."""

    index: int
    size: int

    def pick(self, row: Sequence[T]) -> T | None:
        """The item of a row of the same size that stands in the same place."""
        return row[self.index] if len(row) == self.size else None


def place(passage: Passage, quantity: Quantity) -> Place | None:
    """The place of a number in a row that the word "respectively" marks; null where there is none."""
    marks = [t.start for t in passage.sentence.tokens if t.lower == "respectively"]
    for mark in marks:
        row = _row(passage, mark)
        if len(row) > 1 and quantity in row:
            return Place(row.index(quantity), len(row))
    return None


def _row(passage: Passage, mark: int) -> list[Quantity]:
    """The numbers before (or right after) the word, joined by commas and "and"."""
    before = [q for q in passage.quantities if q.span.end <= mark and q.unit != "count"]
    held: list[Quantity] = []
    for quantity in reversed(before):
        end = held[0].span.start if held else mark
        if len(passage.between(quantity.span.end, end)) > JOINED_BY:
            break
        held.insert(0, quantity)
    return held
