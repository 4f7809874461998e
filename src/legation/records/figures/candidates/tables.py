"""Plain-text tables of releases and bulletins: rows of numbers under their headers, by aligned
columns, tabs, pipes or dots.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from legation.model import Measure, Period, Span

GAP = re.compile(r"[ \u00a0]*\|[ \u00a0]*|\t+|(?:[ \u00a0]*\.){3,}[ \u00a0]*|[ \u00a0]{2,}")
"""What parts two cells of a row."""
NUMBER = re.compile(r"([+\-−–])?(\d{1,3}(?:[, \u00a0]\d{3})+|\d+)(\.\d+)?[ \u00a0]?(%)?")
EMPTY = re.compile(r"[-–—.…]+|n/?a|unch|:|")
YEAR = re.compile(r"(?:FY ?)?((?:19|20)\d\d)\*?")
RULE = re.compile(r"[\s|:+=\-–—_]*")
CAPTION = 14
"""A line above a table of more words than this is prose."""


class Cell(Struct, frozen=True):
    """The words of one cell and where they stand."""

    text: str
    span: Span


class Column(Struct, frozen=True):
    """A number of a table with the words that say what it is."""

    cell: Cell
    label: Cell
    header: Cell | None
    captions: tuple[Cell, ...]
    """The first cell of the header, and the line above, the nearest first."""

    @property
    def digits(self) -> Decimal:
        """The number as written, with its sign."""
        found = NUMBER.fullmatch(self.cell.text)
        assert found is not None
        whole = re.sub(r"[, \u00a0]", "", found[2]) + (found[3] or "")
        return -Decimal(whole) if found[1] in ("-", "−", "–") else Decimal(whole)

    @property
    def is_percent(self) -> bool:
        """Whether the cell has the sign itself."""
        return self.cell.text.endswith("%")

    @property
    def is_signed(self) -> bool:
        """Whether the cell tells a rise or fall."""
        return self.cell.text[:1] in "+-−–"

    @property
    def titles(self) -> tuple[Cell, ...]:
        """What says its unit and measure, the nearest first."""
        return (
            *((self.header,) if self.header and not YEAR.fullmatch(self.header.text) else ()),
            *self.captions,
        )


class Table(Struct, frozen=True):
    """The rows of a table, and all that it covers of the text."""

    span: Span
    columns: tuple[Column, ...]


def tables(text: str) -> Iterator[Table]:
    """The tables of a text in order: at least two rows in a row of a label and as many numbers."""
    lines = list(_lines(text))
    n = 0
    while n < len(lines):
        end = n
        while end < len(lines) and (_is_row(lines[end]) and len(lines[end]) == len(lines[n])):
            end += 1
        if end - n >= 2:
            yield _table(lines, n, end)
        n = max(end, n + 1)


def _lines(text: str) -> Iterator[tuple[Cell, ...]]:
    place = 0
    for line in text.split("\n"):
        yield tuple(_cells(line, place)) if not RULE.fullmatch(line) or not line.strip() else ()
        place += len(line) + 1


def _cells(line: str, place: int) -> Iterator[Cell]:
    start = 0
    for gap in (*GAP.finditer(line), None):
        end = gap.start() if gap else len(line)
        words = line[start:end]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            yield Cell(
                words.strip(), Span(place + start + lead, place + start + len(words.rstrip()))
            )
        start = gap.end() if gap else end


def _is_row(cells: Sequence[Cell]) -> bool:
    """A label in words, then numbers or marks of a missing one, at least one number."""
    if len(cells) < 2 or not any(c.isalpha() for c in cells[0].text):
        return False
    if all(YEAR.fullmatch(c.text) for c in cells[1:]):
        return False
    held = [bool(NUMBER.fullmatch(c.text)) for c in cells[1:]]
    return any(held) and all(
        n or EMPTY.fullmatch(c.text.lower()) for n, c in zip(held, cells[1:], strict=True)
    )


def _table(lines: Sequence[tuple[Cell, ...]], start: int, end: int) -> Table:
    width = len(lines[start])
    above = [n for n in range(max(0, start - 4), start) if lines[n]]
    near = above[-1] if above else None
    over: tuple[Cell, ...] = ()
    headers: tuple[Cell | None, ...] = (None,) * (width - 1)
    first = start
    if near is not None and len(lines[near]) >= 2 and len(lines[near]) in (width, width - 1):
        cells = lines[near]
        headers = cells[-(width - 1) :]
        over = cells[:1] if len(cells) == width else ()
        first, above = near, above[:-1]
    over = (*over, *_caption(lines, above))
    found = [
        Column(cell, row[0], header, over)
        for row in lines[start:end]
        for cell, header in zip(row[1:], headers, strict=True)
        if NUMBER.fullmatch(cell.text)
    ]
    return Table(Span((lines[first])[0].span.start, lines[end - 1][-1].span.end), tuple(found))


def _caption(lines: Sequence[tuple[Cell, ...]], above: Sequence[int]) -> tuple[Cell, ...]:
    """The line above a table, where it is a title and no prose."""
    if not above or len(lines[above[-1]]) != 1:
        return ()
    cell = lines[above[-1]][0]
    return (cell,) if len(cell.text.split()) <= CAPTION and not cell.text.endswith(".") else ()


MEASURES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (re.compile(r"\b(?:balance|surplus|deficit)\b", re.I), "balance"),
    (re.compile(r"\bshares?\b|% of", re.I), "share"),
    (re.compile(r"\b(?:change|growth|y/y|yoy|year[- ]on[- ]year)\b|\+/-", re.I), "growth"),
    (
        re.compile(
            r"\b(?:turnover|total trade|trade (?:volume|with|by|between)|(?:bilateral"
            r"|two-way) trade)\b",
            re.I,
        ),
        "trade_total",
    ),
    (re.compile(r"\b(?:prices?|fob|cif|quotes?|rates)\b", re.I), "price"),
    (re.compile(r"\b(?:exports?|shipments)\b", re.I), "exports"),
    (re.compile(r"\bimports?\b", re.I), "imports"),
    (re.compile(r"\b(?:investments?|fdi)\b", re.I), "investment"),
)


def measure(column: Column) -> Measure | None:
    """What the numbers of a column are, where its nearest title that says so names one thing."""
    for title in column.titles:
        found = list(
            dict.fromkeys(name for pattern, name in MEASURES if pattern.search(title.text))
        )
        if found in (["exports", "imports"], []):
            if found:
                return None
            continue
        return found[0]
    return None


def period(column: Column, dated: dict[Span, Period]) -> Period | None:
    """The year or other time that heads a column, else the only one in the line above."""
    for title in (column.header, *column.captions):
        found = [
            when for span, when in dated.items() if title is not None and title.span.holds(span)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None
