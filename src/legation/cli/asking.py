"""What the verbs that ask the account share: which ledger, which days, which form of an answer.

Exit status: 0 there is an answer; 1 nothing is told of what was asked, or the ledger cannot be
read; 2 wrong usage, a country that nobody knows among it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
import typer

from legation import pipeline, store
from legation.cli import answers, sheets
from legation.cli.accounts import LedgerFile
from legation.cli.dates import day_option
from legation.model import LegationError, QuestionError, UnknownName
from legation.views.questions.scopes import LIMIT, Scope
from legation.views.sheets import Sheet
from legation.views.wording import names

T = TypeVar("T")
Place = LedgerFile
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From that day on, by its own period.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Until that day, by its own period.")
]
Possible = Annotated[
    bool, typer.Option("--possible", help="Also show what is less certain, marked.")
]
Members = Annotated[
    str,
    typer.Option("--members", metavar="yes|no", help="With what the members of a bloc do."),
]
Kind = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only that kind; may be given several times."),
]
Cursor = Annotated[
    str | None, typer.Option("--cursor", metavar="CURSOR", help="The page after the one before.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="Rows of a page.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON: the whole view, with all sources.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV: one line an entry, with its source.")]


def scope(
    since: str | None = None,
    until: str | None = None,
    *,
    possible: bool = False,
    members: str = "yes",
    kinds: list[str] | None = None,
    cursor: str | None = None,
    limit: int = LIMIT,
) -> Scope:
    """The filters of a question, or a usage error."""
    if members not in {"yes", "no"}:
        raise typer.BadParameter(f"--members is yes or no, not {members!r}")
    return Scope(
        since=day_option(since),
        until=day_option(until),
        kinds=tuple(kinds or ()),
        members=members == "yes",
        possible=possible,
        cursor=cursor,
        limit=limit,
    )


@contextmanager
def ledger(place: Path | None) -> Iterator[store.Reading]:
    """The ledger to be asked; what goes wrong ends the command with its reason."""
    try:
        with store.reading(place or store.default()) as found, found.still():
            yield found
    except (QuestionError, UnknownName) as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(2) from error
    except LegationError as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(1) from error


def code(written: str) -> str:
    """The code of a country or body, however it is written.

    Raises:
        UnknownName: nothing is called so; the message says what is near.
    """
    return written if written in names() else pipeline.queries.country(written)


def codes(names: list[str]) -> tuple[str, str] | None:
    """The two sides of a pair that may be left out, or a usage error."""
    if not names:
        return None
    if len(names) != 2:
        raise typer.BadParameter(f"give the two sides of a pair, not {len(names)}")
    return code(names[0]), code(names[1])


def give(
    found: T,
    sheet: Callable[[T], Sheet],
    table: Callable[[T], str],
    *,
    json: bool,
    csv: bool,
) -> None:
    """Print a view in the form that was asked for; exit 1 if nothing is told."""
    answers.one_form(json, csv)
    made = sheet(found)
    if json:
        sheets.write(msgspec.json.encode(found) + b"\n")
    elif csv:
        sheets.write(table(found).encode("utf-8"))
    else:
        sheets.show(made, sheets.console())
    if made.empty:
        if json or csv:
            typer.echo("legation: " + "; ".join(made.missing), err=True)
        raise typer.Exit(1)
