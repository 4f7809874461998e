"""``legation fetch totals``: the recent totals of all dyads, once over the network; afterwards
everything works offline.
"""

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from legation import pipeline
from legation.cli import answers, sheets
from legation.export import tables

if TYPE_CHECKING:
    from collections.abc import Callable

YEARS = 5
EARLIEST = 1988
"""The first year of Comext."""
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask before using the network.")]

fetch = typer.Typer(
    no_args_is_help=True,
    help="Bring official series over the network, once; they are kept and answer offline.",
)


@fetch.callback()
def _root() -> None:
    """Bring official series over the network, once; they are kept and answer offline."""


@fetch.command()
def totals(
    first: Annotated[
        int | None,
        typer.Option("--from", metavar="YEAR", help="The first year; else five years back."),
    ] = None,
    last: Annotated[
        int | None, typer.Option("--to", metavar="YEAR", help="The last year; by default this one.")
    ] = None,
    monthly: Annotated[
        bool, typer.Option("--monthly", help="Months in place of years: twelve times as much.")
    ] = False,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source", metavar="NAME", help="comext, worldbank or baci; several times; else all."
        ),
    ] = None,
    yes: Yes = False,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """Totals of all dyads, as Eurostat, the World Bank and CEPII publish them. Says how much and
    how long before it starts.
    """
    this = datetime.now(UTC).year
    start, end = first or (last or this) - YEARS, last or this
    if not EARLIEST <= start <= end <= this:
        raise typer.BadParameter(
            f"{start} to {end}: years from {EARLIEST} to {this}, the first before the last"
        )
    answers.one_form(json, csv)
    with answers.reasons():
        plan = partial(pipeline.queries.plan_totals, start, end, monthly=monthly)
        planned = plan(source or ())
        parts = [
            f"  {name:<10} {plan([name]).words}"
            for name in dict.fromkeys(query.provider for query in planned.queries)
        ]
        whole = (
            f"Together {planned.words}. Kept in {pipeline.queries.fetched_to()}; --source takes "
            "only some."
        )
        agreed("\n".join((f"Totals of {start} to {end}:", *parts, whole)), yes)
        with pipeline.queries.transport() as way:
            found, failed = pipeline.queries.bring_totals(planned, way, _told(len(planned.queries)))
    lines = [(one.query.words, len(one.cells) or None, one.vintage, "") for one in found]
    outcome = [*lines, *((words, None, "", reason) for words, reason in failed.items())]
    _give(outcome, json=json, csv=csv)
    if failed:
        typer.echo(
            f"legation: {len(failed)} of {len(outcome)} queries have no answer; what came is kept",
            err=True,
        )
        raise typer.Exit(1)


@fetch.command()
def year(
    file: Annotated[
        Path, typer.Argument(help="full_202352.dat, out of Eurostat's full_v2_202352.7z, unpacked.")
    ],
    of: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", help="Where the name of the file does not tell it."),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the year and how many rows it has.")
    ] = False,
) -> None:
    """Keep a whole Comext year that you have downloaded: every product of every dyad of the EU.
    Uses no network.
    """
    with answers.reasons():
        made, rows = pipeline.queries.bring_year(file, of)
    if json:
        sheets.write(msgspec.json.encode({"year": made, "rows": rows}) + b"\n")
    else:
        typer.echo(
            f"{rows:,} rows of {made} are kept; legation trade EU KZ --year {made} --by "
            "chapter uses them."
        )


def agreed(words: str, yes: bool) -> None:
    """Say what the network will be asked for; go on only with ``--yes`` or a yes from a person at
    a terminal.
    """
    typer.echo(words, err=True)
    if yes:
        return
    if not _asked_at():
        typer.echo("legation: nothing was fetched; this uses the network: say --yes", err=True)
        raise typer.Exit(2)
    if not typer.confirm("Fetch it now?", err=True):
        typer.echo("Nothing was fetched.", err=True)
        raise typer.Exit(1)


def _asked_at() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _told(number: int) -> "Callable[[object, str], None]":
    """Tells what came of each query, on standard error."""
    done = iter(range(1, number + 1))

    def tell(_: object, outcome: str) -> None:
        typer.echo(f"  {next(done)} of {number}: {outcome}", err=True)

    return tell


def _give(outcome: list[tuple[str, int | None, str, str]], *, json: bool, csv: bool) -> None:
    if json:
        rows = [
            dict(zip(("query", "values", "vintage", "failure"), row, strict=True))
            for row in outcome
        ]
        sheets.write(msgspec.json.encode(rows) + b"\n")
    elif csv:
        sheets.write(tables.outcomes(outcome).encode("utf-8"))
    else:
        came = sum(not row[3] for row in outcome)
        typer.echo(
            f"{came} of {len(outcome)} answers came and are kept; legation trade, presence "
            "and series use them offline."
        )
