"""A sheet on a terminal, by Rich. Legible at 80 columns, without colour, and where there is only
ASCII.
"""

import sys

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from legation.views import signs
from legation.views.sheets import Grid, Room, Sheet

ASCII = str.maketrans(
    {"–": "-", "−": "-", "→": ">", "·": ".", "…": "...", "’": "'", "é": "e", "ü": "u"}
)


def console() -> Console:
    """The terminal, or whatever standard output leads to: 80 columns there."""
    return Console(highlight=False, soft_wrap=False)


def room(at: Console) -> Room:
    """The room that the console has."""
    return Room(width=at.width, plain="utf" not in (at.encoding or "").lower())


def show(sheet: Sheet, at: Console) -> None:
    """Print a sheet."""
    sheet = signs.shown(sheet)
    plain = room(at).plain
    top = Table.grid(expand=True, padding=(0, 2, 0, 0))
    top.add_column()
    top.add_column(justify="right")
    top.add_row(_text(sheet.heading, plain, "bold"), _text(sheet.beside, plain, "dim"))
    at.print(top)
    if sheet.lead:
        at.print()
    for line in sheet.lead:
        at.print(_text(line, plain))
    for grid in sheet.grids:
        at.print()
        if grid.title:
            at.print(_text(grid.title, plain, "bold"))
        at.print(_table(grid, plain))
    for title, lines, style in (
        ("Missing", sheet.missing, ""),
        ("Notes", sheet.notes, "dim"),
        ("Sources", sheet.sources, "dim"),
        ("Next", sheet.hints, "dim"),
    ):
        if lines:
            at.print()
            at.print(_text(title, plain, "bold"))
        for line in lines:
            at.print(Padding(_text(line, plain, style), (0, 0, 0, 2), expand=False))


def _table(grid: Grid, plain: bool) -> Table:
    made = Table(
        box=None,
        padding=(0, 2, 0, 0),
        show_header=any(c.head for c in grid.columns),
        header_style="dim",
    )
    for column in grid.columns:
        made.add_column(
            _text(column.head, plain),
            justify="right" if column.right else "left",
            no_wrap=column.chart,
            overflow="crop" if column.chart else "fold",
            style="cyan" if column.chart else "",
        )
    for row in grid.rows:
        made.add_row(*(_text(cell, plain) for cell in row))
    if grid.total:
        made.add_section()
        made.add_row(*(_text(cell, plain, "bold") for cell in grid.total))
    return made


def _text(words: str, plain: bool, style: str = "") -> Text:
    """Words as they are, or as ASCII: nothing in them is markup."""
    if not plain:
        return Text(words, style=style)
    return Text(words.translate(ASCII).encode("ascii", "replace").decode(), style=style)


def write(content: bytes) -> None:
    """To standard output, in UTF-8 whatever the system's own encoding."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
