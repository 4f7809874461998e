"""``legation add``: documents into the account."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from legation import pipeline
from legation.cli import progress
from legation.cli.accounts import LedgerFile, ledger_file, reasons
from legation.cli.dates import day_option
from legation.pipeline import collection

SHOWN = 20
"""Refused documents that are told one by one; all of them with --json."""


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders, archives, addresses, ledgers that were already read, another "
            "account (.sqlite), or - for standard input."
        ),
    ] = None,
    ledger: LedgerFile = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When texts without a day were."),
    ] = None,
    no_check: Annotated[
        bool, typer.Option("--no-check", help="Do not hold figures against official series.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Add documents to the account. Those that are known are passed over, copies count once; one
    bad document never stops the others, but then the exit status is 1.
    """
    wanted = paths or ["-"]
    path = ledger_file(ledger)
    tally = collection.Tally()
    official = pipeline.official(None, online=False)
    with reasons(), official as series, collection.open_account(path, " ".join(wanted)) as account:
        arrivals = collection.add(
            account, wanted, None if no_check else series, day_option(published)
        )
        total = collection.counted(wanted) if progress.watched() else None
        for one in progress.paced(arrivals, "documents", total):
            tally.count(one)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(tally) + b"\n")
    else:
        _tell(tally, path)
    if tally.refused:
        raise typer.Exit(1)


def _tell(tally: collection.Tally, path: Path) -> None:
    told = [
        f"added {tally.added:,} with {tally.records:,} records",
        f"copies {tally.copies:,}",
        f"known {tally.known:,}",
        f"refused {len(tally.refused):,}",
    ]
    if tally.forgotten:
        told.insert(3, f"forgotten before {tally.forgotten:,}")
    typer.echo(" · ".join(told) + f" · {path}")
    for one in tally.refused[:SHOWN]:
        typer.echo(f"legation: {one.because}", err=True)
    more = len(tally.refused) - SHOWN
    if more > 0:
        typer.echo(f"legation: … and {more:,} more; --json lists them", err=True)
