"""``legation export ledger`` and ``legation export parquet``: the account for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from legation import store
from legation.cli.accounts import LedgerFile, ledger_file, reasons
from legation.export import parquet as files
from legation.store import canonical

export = typer.Typer(no_args_is_help=True, help="Write the account out for other programs.")


@export.command()
def ledger(ledger: LedgerFile = None) -> None:
    """Write documents, affairs, conflicts, promises, altered copies and judgements as JSON lines,
    without clocks: equal content, equal bytes.
    """
    with reasons(), store.reading(ledger_file(ledger)) as held:
        for line in canonical.lines(held):
            sys.stdout.buffer.write(line + b"\n")


@export.command()
def parquet(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that is to be made.")],
    ledger: LedgerFile = None,
) -> None:
    """Write documents, records, affairs, their members and dyads as Parquet files, for analysts."""
    with reasons(), store.reading(ledger_file(ledger)) as held:
        for file, rows in files.write(held, folder):
            typer.echo(f"{file}  {rows:,} rows")
