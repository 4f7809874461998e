"""``legation sources``: how the sources of the account are."""

from typing import Annotated

import msgspec
import typer

from legation.cli import answers, asking, sheets
from legation.cli.accounts import existing, reasons
from legation.export.sources import sources as table
from legation.pipeline import watching
from legation.pipeline.watching import starter as public
from legation.views import sources as view


def sources(
    everything: Annotated[
        bool, typer.Option("--all", help="Also what was added once and is not watched.")
    ] = False,
    remove: Annotated[
        str | None,
        typer.Option(
            "--remove", metavar="ADDRESS", help="Watch it no more; what came of it stays."
        ),
    ] = None,
    starter: Annotated[
        bool,
        typer.Option("--starter", help="Show the public feeds that come with the package instead."),
    ] = False,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """Each source with its last answer, its failures and their reason, how many items it listed,
    how many wait, and when it is asked next.
    """
    answers.one_form(json, csv)
    if starter:
        _starter(json=json)
        return
    if remove is not None:
        _remove(remove, ledger)
        return
    with asking.ledger(ledger) as account:
        found = view.sources(account, everything)
    asking.give(found, view.sheet, table, json=json, csv=csv)


def _remove(address: str, ledger: asking.Place) -> None:
    with reasons():
        was_there = watching.remove(existing(ledger), address)
    if not was_there:
        typer.echo(
            f"legation: {address} is no source of this account; see: legation sources", err=True
        )
        raise typer.Exit(2)
    typer.echo(f"no longer watched: {address}")


def _starter(*, json: bool) -> None:
    rows = public()
    if json:
        sheets.write(msgspec.json.encode(rows) + b"\n")
        return
    for row in rows:
        typer.echo(f"{row.country}  {row.name}  {row.address}")
