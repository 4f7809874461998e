"""A sheet: what a verb about official series shows, before anybody decides how it is printed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from legation.lexicon import provenance
from legation.model import Observation
from legation.model.accounts import Entry
from legation.views import charts
from legation.views.amounts import Scale

FULL = 120
SPACE, SHORTEST, LONGEST = 2, 3, 30
Cell = str | Decimal | None


class Column(Struct, frozen=True):
    """A column: its head; ``right`` for numbers; ``chart`` for bars; ``wide`` takes the room that
    is left, and wraps.
    """

    head: str = ""
    right: bool = False
    chart: bool = False
    wide: bool = False


class Grid(Struct, frozen=True, kw_only=True):
    """A table of words. ``total`` is its last line, set apart."""

    title: str = ""
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None = None


class Sheet(Struct, frozen=True, kw_only=True):
    """``heading`` and ``beside`` stand on one line; ``missing`` are numbered reasons, ``notes`` how
    to read it, ``hints`` what to ask next, ``sources`` where it is from. ``empty``: there is
    nothing to show but the reasons."""

    heading: str
    beside: str = ""
    lead: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    empty: bool = False


class Room(Struct, frozen=True):
    """How many letters a line has, and whether they must be ASCII."""

    width: int = 80
    plain: bool = False

    def bars(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> int:
        """How long each bar may be beside all else that stands on a line; 0 where there is no room
        for any.
        """
        charts = sum(column.chart for column in columns)
        words = (
            max(
                [len(column.head), *(len(cell) for row in rows if isinstance(cell := row[at], str))]
            )
            for at, column in enumerate(columns)
            if not column.chart
        )
        left = min(self.width, FULL) - sum(words) - SPACE * len(columns)
        length = min(LONGEST, left // max(1, charts))
        return length if length >= SHORTEST else 0


class Footnotes:
    """Reasons, numbered in the order in which they are first needed."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cell(self, entry: Entry, scale: Scale) -> str:
        """The amount of an entry, or ``– [2]`` with its reason under that number."""
        if entry.value is not None or not entry.reason:
            return scale.of(entry.value)
        return f"{scale.of(None)} {self.mark(entry.reason)}"

    def mark(self, reason: str) -> str:
        """``[2]``."""
        return f"[{self._numbers.setdefault(reason, len(self._numbers) + 1)}]"

    @property
    def told(self) -> tuple[str, ...]:
        """All reasons with their numbers."""
        return tuple(f"[{number}] {reason}" for reason, number in self._numbers.items())


def charted(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    top: Decimal,
    room: Room,
    total: tuple[str, ...] = (),
    title: str = "",
) -> Grid:
    """A table with bars. In its columns of bars stand values, up to ``top``; without room for bars
    these columns go.

    No number is ever cut off for a bar: the bars take what the words leave.
    """
    length = room.bars(columns, [*rows, *([total] if total else [])])
    kept = [at for at, column in enumerate(columns) if length or not column.chart]

    def drawn(cell: Cell) -> str:
        return cell if isinstance(cell, str) else charts.bar(cell, top, length, plain=room.plain)

    made = tuple(tuple(drawn(row[at]) for at in kept) for row in rows)
    foot = tuple(total[at] for at in kept) if total else None
    return Grid(title=title, columns=tuple(columns[at] for at in kept), rows=made, total=foot)


def sources(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Dataset, vintage and licence of all observations of some entries, each once."""
    return tuple(dict.fromkeys(source(e.observation) for e in entries if e.observation))


def source(seen: Observation) -> str:
    """``Eurostat, Comext DS-045409, 13 January 2023; collected in …; reuse under CC BY 4.0``."""
    return provenance.full(seen.dataset, seen.vintage, seen.source, seen.licence)


def largest(*values: Decimal | None) -> Decimal:
    """The largest of the values that are there."""
    return max((value for value in values if value is not None), default=Decimal(0))
