"""``legation reread``: documents of the account read again by the reader of today."""

from typing import Annotated

import typer

from legation import pipeline
from legation.cli import progress
from legation.cli.accounts import LedgerFile, existing, reasons
from legation.pipeline import collection


def reread(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOC …]", help="Only these; else all of another reader."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also those that this reader has read already.")
    ] = False,
    no_check: Annotated[
        bool, typer.Option("--no-check", help="Do not hold figures against official series.")
    ] = False,
    ledger: LedgerFile = None,
) -> None:
    """Read documents again. What people judged stays, and counts where the core is the same; what
    cannot be attached any more is listed.
    """
    official = pipeline.official(None, online=False)
    path = existing(ledger)
    with reasons(), official as series, collection.open_account(path, "reread") as account:
        todo = collection.to_reread(account, documents or [], everything)
        read = collection.reread(account, todo, None if no_check else series)
        faults = [one for one in progress.paced(read, "documents read", len(todo)) if one.because]
        again = account.loose()
    typer.echo(
        f"read again {len(todo) - len(faults)} · judgements to be looked at again {len(again)}"
    )
    for fault in faults:
        typer.echo(f"legation: {fault.id}: {fault.because}", err=True)
    for one in again:
        typer.echo(f"{one.id}  {one.verdict}  {' '.join(one.of)}  {one.by}  {one.core}")
    if faults:
        raise typer.Exit(1)
