"""Lines of cells into text, or into an open file."""

import csv
import io
from collections.abc import Container, Iterable, Sequence
from typing import TextIO

from legation.tables.cells import Cell, cell

MARK = "\ufeff"
"""Byte order mark, without which Excel takes UTF-8 for the system's own encoding."""


def table(
    head: Sequence[str],
    lines: Iterable[Sequence[Cell]],
    *,
    notes: Iterable[str] = (),
    ids: Container[str] = (),
    for_excel: bool = False,
) -> str:
    """A table as text; see :func:`write`."""
    out = io.StringIO()
    write(out, head, lines, notes=notes, ids=ids, for_excel=for_excel)
    return out.getvalue()


def write(
    out: TextIO,
    head: Sequence[str],
    lines: Iterable[Sequence[Cell]],
    *,
    notes: Iterable[str] = (),
    ids: Container[str] = (),
    for_excel: bool = False,
) -> int:
    """Write a table.

    Args:
        out: opened with ``newline=""``.
        head: the names of the columns.
        lines: a cell for each.
        notes: lines above the head, each after a ``#``.
        ids: columns whose cells are never numbers, whatever they look like.
        for_excel: with a byte order mark, and lines that end as on Windows.

    Returns:
        How many lines there were.
    """
    out.write(MARK if for_excel else "")
    writer = csv.writer(out, lineterminator="\r\n" if for_excel else "\n")
    writer.writerows([f"# {note}"] for note in notes)
    writer.writerow(head)
    are_ids = [column in ids for column in head]
    count = 0
    for line in lines:
        writer.writerow([cell(value, is_id) for value, is_id in zip(line, are_ids, strict=True)])
        count += 1
    return count
