"""What the verbs about official series share: three forms of an answer, and what is said when there
is none.

Exit status: 0 there is an answer, be it with gaps that it names; 1 nothing is at hand, or a
provider gave nothing; 2 wrong usage, a country or material that nobody knows among it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from legation.cli import sheets
from legation.model import StatisticsError, UnknownName
from legation.views.sheets import Room, Sheet

Json = Annotated[bool, typer.Option("--json", help="Print JSON: every value with its observation.")]
Csv = Annotated[
    bool,
    typer.Option(
        "--csv", help="Print CSV: one line a value, with its source or the reason why it is empty."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use only what was published by that day."),
]


Folders = Annotated[
    list[Path] | None,
    typer.Option(
        "--series",
        metavar="FOLDER",
        help="A folder of series of your own, with its mapping.toml; may be given several times.",
    ),
]


@contextmanager
def reasons() -> Iterator[None]:
    """Faults in what was asked end the command with 2, faults of the series with 1; both with
    their reason.
    """
    try:
        yield
    except UnknownName as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(2) from error
    except StatisticsError as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(1) from error


def give(
    found: object,
    sheet: Callable[[Room], Sheet],
    table: Callable[[], str],
    *,
    json: bool,
    csv: bool,
) -> None:
    """Print an answer in the form that was asked for; exit 1 if it is empty.

    Args:
        found: what ``--json`` prints.
        sheet: makes what a terminal shows.
        table: makes what ``--csv`` prints.
    """
    one_form(json, csv)
    at = sheets.console()
    made = sheet(sheets.room(at))
    if json:
        sheets.write(msgspec.json.encode(found) + b"\n")
    elif csv:
        sheets.write(table().encode("utf-8"))
    else:
        sheets.show(made, at)
    if made.empty:
        if json or csv:
            typer.echo("legation: " + "; ".join(made.missing), err=True)
        raise typer.Exit(1)


def one_form(json: bool, csv: bool) -> None:
    """A usage error where both forms are asked for."""
    if json and csv:
        raise typer.BadParameter("--json and --csv are two forms of one answer; choose one")
