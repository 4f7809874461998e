"""The answers of an account as CSV: one line an entry, with the text that tells it."""

from collections.abc import Sequence

from legation.export.entry_lines import ENTRY, SOURCE, entry_lines, source_cells
from legation.export.matters import conflicts, digest, promises, rivals
from legation.tables import Cell, table
from legation.views.questions.pages import Actor, Dyad, Found, Timeline

__all__ = [
    "ENTRY",
    "SOURCE",
    "conflicts",
    "digest",
    "dyad",
    "entry_lines",
    "find",
    "promises",
    "rivals",
    "timeline",
    "who",
]


def dyad(found: Dyad) -> str:
    """All entries of the page, each under the name of its section; then the register's facts."""
    sections = (
        ("events", found.events),
        ("undated", found.undated),
        ("statements_a", found.statements_a),
        ("statements_b", found.statements_b),
        ("instruments", found.instruments),
        ("figures", found.figures),
        ("assertions", found.assertions),
        ("struck", found.struck),
    )
    lines = [line for name, rows in sections for line in entry_lines(name, rows)]
    for fact in found.register:
        blank = [None] * (len(ENTRY) + len(SOURCE))
        row: list[Cell] = list(blank)
        row[0], row[2], row[4], row[6], row[9] = (
            "register",
            fact.kind,
            fact.status,
            fact.day,
            fact.what,
        )
        row[len(ENTRY) + 6] = fact.source
        lines.append(row)
    return table((*ENTRY, *SOURCE), lines)


def timeline(found: Timeline) -> str:
    """The entries of the page."""
    lines = [*entry_lines("dated", found.entries), *entry_lines("undated", found.undated)]
    return table((*ENTRY, *SOURCE), lines)


def who(found: Actor) -> str:
    """The entries of the page."""
    sections = (
        ("statements", found.statements),
        ("figures", found.figures),
        ("events", found.events),
        ("others", found.others),
    )
    lines = [line for name, rows in sections for line in entry_lines(name, rows)]
    return table((*ENTRY, *SOURCE), lines)


def find(found: Found) -> str:
    """One line an entry of a hit; a hit without entries has one for itself."""
    head = ("hit", "snippet", *ENTRY[1:], *SOURCE)
    lines: list[Sequence[Cell]] = []
    for at, hit in enumerate(found.hits, start=1):
        rows = list(entry_lines("", hit.entries))
        blank = [None] * len(ENTRY)
        rows = rows or [[*blank, *source_cells(hit.source)]]
        lines += [[at, hit.snippet, *row[1:]] for row in rows]
    return table(head, lines)
