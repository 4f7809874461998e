"""``legation add``: documents into the account."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from legation import pipeline, store
from legation.cli import budgets, progress
from legation.cli.accounts import LedgerFile, ledger_file, reasons
from legation.cli.dates import day_option
from legation.examples import ARTICLES
from legation.pipeline import adding, collection
from legation.store import settings
from legation.store.questions.news import real

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
    examples: Annotated[
        bool,
        typer.Option("--examples", help="Add the made-up articles of the package, and no others."),
    ] = False,
    no_check: Annotated[
        bool, typer.Option("--no-check", help="Do not hold figures against official series.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    limit_seconds: budgets.Seconds = budgets.SECONDS,
    limit_memory: budgets.Megabytes = budgets.MEGABYTES,
) -> None:
    """Add documents to the account. Those that are known are passed over, copies count once; one
    bad document never stops the others, but then the exit status is 1.
    """
    budgets.set_for_all(limit_seconds, limit_memory)
    path = ledger_file(ledger)
    wanted = _examples(path, paths) if examples else paths or ["-"]
    tally = collection.Tally()
    official = pipeline.official(None, online=False)
    with reasons(), official as series, collection.open_account(path, " ".join(wanted)) as account:
        arrivals = adding.add(account, wanted, None if no_check else series, day_option(published))
        total = collection.counted(wanted) if progress.watched() else None
        for one in progress.paced(arrivals, "documents", total):
            tally.count(one)
    if examples:
        settings.keep(path, settings.EXAMPLES, "yes")
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(tally) + b"\n")
    else:
        _tell(tally, path)
    if tally.refused:
        raise typer.Exit(1)


def _examples(path: Path, paths: list[str] | None) -> list[str]:
    """The package's articles; they are made up, and never mixed with what is not."""
    if paths:
        raise typer.BadParameter(
            "--examples adds the package's articles alone; leave the paths out"
        )
    if path.exists():
        with reasons(), store.reading(path) as account:
            others = real(account)
        if others:
            typer.echo(
                f"legation: {path} holds other documents; the examples are made up and go into an "
                "account of their own: --ledger FILE",
                err=True,
            )
            raise typer.Exit(1)
    return [str(ARTICLES)]


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
