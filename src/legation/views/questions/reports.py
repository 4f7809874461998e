"""A digest as a sheet for a terminal."""

from collections.abc import Sequence

from legation.views.questions.digests import Digest, Row
from legation.views.sheets import Column, Grid, Sheet

SECTIONS = (
    ("happened", "What happened or is set", ("When", "What", "Status", "Told by")),
    ("changed", "What changed", ("When", "What", "Now", "Steps")),
    ("promised", "Asked, offered, promised, denied", ("Since", "What", "State", "Due, steps")),
    ("disagreeing", "Figures that disagree", ("Since", "What", "State", "Held against")),
    ("dates", "Next dates", ("When", "What", "Status", "Told by")),
)
"""Sections in the order of the page, with the heads of their columns; the last column is
``changed`` where a section has steps or dates in it, else ``told``."""
BY_CHANGE = frozenset({"changed", "promised", "disagreeing"})
EMPTY = "Nothing new is told of this in these days."


def title(found: Digest) -> str:
    """``EU and Kazakhstan, 19 Oct 2023 – 21 Oct 2024``."""
    ends = " – ".join(str(day) for day in (found.since, found.until or None) if day is not None)
    until = f", since {ends}" if found.since and not found.until else f", {ends}" if ends else ""
    return f"{found.head.title}{until}"


def marks(numbers: Sequence[int]) -> str:
    """``[3 4 5]``."""
    return f"[{' '.join(map(str, numbers))}]" if numbers else ""


def doubt(row: Row) -> str:
    """A question mark behind what is less certain."""
    return "" if row.certain else " ?"


def last(section: str, row: Row) -> str:
    """What the last column of a section shows."""
    return row.changed if section in BY_CHANGE else row.told


def sheet(found: Digest) -> Sheet:
    """The whole digest."""
    grids = []
    for name, words, heads in SECTIONS:
        rows = getattr(found, name)
        if rows:
            grids.append(_grid(name, words, heads, rows))
    empty = not any(getattr(found, name) for name, _, _ in SECTIONS)
    grids += [_lines("To doubt", [line.text for line in found.doubts])] if found.doubts else []
    grids += [_lines("Rivals, same time", [line.text for line in found.rivals])] * bool(
        found.rivals
    )
    grids += [_documents(found)] if found.documents else []
    return Sheet(
        heading=title(found),
        beside=found.head.beside,
        lead=tuple(line.text for line in found.short) or ((EMPTY,) if empty else ()),
        grids=tuple(grids),
        notes=(*found.head.notes, *found.more),
        missing=(EMPTY,) if empty else (),
        empty=empty,
    )


def _grid(name: str, words: str, heads: Sequence[str], rows: Sequence[Row]) -> Grid:
    columns = [Column(head, wide=head == "What") for head in heads]
    return Grid(
        title=words,
        columns=(*columns, Column("Texts")),
        rows=tuple(
            (
                row.when,
                f"{row.what}{doubt(row)}",
                row.status,
                last(name, row),
                marks(row.marks),
            )
            for row in rows
        ),
    )


def _lines(words: str, lines: Sequence[str]) -> Grid:
    return Grid(title=words, columns=(Column(wide=True),), rows=tuple((line,) for line in lines))


def _documents(found: Digest) -> Grid:
    rows = tuple(
        (
            str(one.number),
            str(one.source.published or ""),
            one.source.publisher or "",
            f"{one.source.title or one.source.document}{f' ({one.beside})' if one.beside else ''}",
        )
        for one in found.documents
    )
    columns = (Column(right=True), Column(), Column(), Column(wide=True))
    return Grid(title="Texts", columns=columns, rows=rows)
