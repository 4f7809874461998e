"""``legation withdraw``, ``legation forget``, ``legation backup``: what leaves the account, and
what is kept of it.
"""

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.accounts import LedgerFile, existing, ledger_file, reasons
from legation.pipeline import collection
from legation.store import backups

Name = Annotated[str, typer.Argument(metavar="DOC", help="A document's id; every view prints it.")]


def withdraw(
    document: Name,
    because: Annotated[str, typer.Option("--because", help="Why it counts no longer.")],
    ledger: LedgerFile = None,
) -> None:
    """Take a document out of all counts; it stays, shown struck, with the reason. Another of its
    story leads then.
    """
    with reasons(), collection.open_account(existing(ledger), "withdraw") as account:
        account.withdraw(document, because)
        collection.catch_up(account, None)
    typer.echo(f"withdrawn: {document}")


def forget(
    document: Name,
    because: Annotated[str, typer.Option("--because", help="Why, for the list.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    ledger: LedgerFile = None,
) -> None:
    """Erase a document for good: text, records, words, and what people said of it. A hash stays, so
    that it is not added again.
    """
    if not yes:
        typer.confirm(
            f"{document} will be erased for good, and cannot come back. Go on?", abort=True
        )
    with reasons(), collection.open_account(existing(ledger), "forget") as account:
        account.forget(document, because)
        collection.catch_up(account, None)
    typer.echo("forgotten")


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The copy that is to be made.")],
    ledger: LedgerFile = None,
) -> None:
    """Copy the account while it is in use. Copying the file by other means loses what is not yet in
    it.
    """
    with reasons():
        backups.backup(ledger_file(ledger), target)
    typer.echo(str(target))
