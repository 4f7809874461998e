"""What the verbs of the account share: which file, and how its errors are told.

Exit status: 0 done; 1 the ledger cannot be opened, written or asked, or something was refused;
2 wrong usage, an id that names nothing among it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from legation import store
from legation.model.errors import LedgerError, NotFound, Refused

LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The account's file; else $LEGATION_LEDGER, else the platform's data folder.",
    ),
]


def ledger_file(given: Path | None) -> Path:
    """The account's file as given, else by the environment, else the platform's."""
    return given if given is not None else store.default()


def existing(given: Path | None) -> Path:
    """The same, where there has to be one already: a mistyped name must not make another."""
    path = ledger_file(given)
    if not path.exists():
        typer.echo(
            f"legation: {path}: there is no ledger yet; make one with: legation add PATH", err=True
        )
        raise typer.Exit(1)
    return path


@contextmanager
def reasons() -> Iterator[None]:
    """Errors of the ledger end the command with their reason: 2 for what was asked, 1 for the
    file.
    """
    try:
        yield
    except (NotFound, Refused) as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(2) from error
    except LedgerError as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(1) from error
