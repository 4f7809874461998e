"""Numbers in a row that answer to names in a row: "exports and imports reached 5 and 3 billion
respectively".
"""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from legation.model import Quantity
from legation.records.measures.passages import Passage

T = TypeVar("T")
JOINED_BY = 4
"""How many words may stand between two numbers of one row."""


class Place(Struct, frozen=True):
    """Which of how many a number is in its row."""

    index: int
    size: int
    is_said: bool = True
    """Whether "respectively" says so."""

    def pick(self, row: Sequence[T]) -> T | None:
        """The item of a row of the same size that stands in the same place."""
        return row[self.index] if len(row) == self.size else None


def place(passage: Passage, quantity: Quantity) -> Place | None:
    """The place of a number in a row that the word "respectively" marks, or that nothing but commas
    and "and" joins; null where there is none."""
    marks = [t.start for t in passage.sentence.tokens if t.lower == "respectively"]
    for mark in marks:
        row = _row(passage, mark)
        if len(row) > 1 and quantity in row:
            return Place(row.index(quantity), len(row))
    bare = _bare_row(passage, quantity)
    return Place(bare.index(quantity), len(bare), is_said=False) if len(bare) > 1 else None


def _bare_row(passage: Passage, quantity: Quantity) -> list[Quantity]:
    """The numbers of one unit around a number with only commas and "and" between them: "90, 21 and
    18 billion".
    """
    alike = [q for q in passage.quantities if q.unit == quantity.unit]
    if quantity not in alike:
        return []
    place = alike.index(quantity)
    first = last = place
    while first > 0 and _joined(passage, alike[first - 1], alike[first]):
        first -= 1
    while last + 1 < len(alike) and _joined(passage, alike[last], alike[last + 1]):
        last += 1
    return alike[first : last + 1]


def _joined(passage: Passage, left: Quantity, right: Quantity) -> bool:
    between = passage.between(left.span.end, right.digits.start)
    return 0 < len(between) <= JOINED_BY and all(
        t.lower in (",", "and") or t.tag in ("$", "SYM") for t in between
    )


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
