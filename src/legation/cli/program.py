"""The verbs put together."""

import os
import sys

import typer

from legation.cli.add import add
from legation.cli.audit import audit
from legation.cli.brief import brief
from legation.cli.check import check
from legation.cli.departures import backup, forget, withdraw
from legation.cli.depend import depend
from legation.cli.digest import digest
from legation.cli.doctor import doctor
from legation.cli.dyad import dyad, timeline
from legation.cli.export import export
from legation.cli.fetch import fetch
from legation.cli.find import find
from legation.cli.judge import judge, note
from legation.cli.matters import conflicts, promises
from legation.cli.presence import presence
from legation.cli.read import read
from legation.cli.reread import reread
from legation.cli.rivals import rivals
from legation.cli.series import series
from legation.cli.serve import serve
from legation.cli.sql import sql
from legation.cli.trade import trade
from legation.cli.who import who

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
ASKED = (digest, dyad, timeline, who, find, conflicts, promises, rivals)
KEPT = (judge, note, reread, withdraw, forget, backup, sql)
OFFICIAL = (trade, depend, presence)
for verb in (brief, read, add, check, *ASKED, *KEPT, *OFFICIAL, audit, doctor, serve):
    app.command(verb.__name__)(verb)
app.add_typer(series, name="series")
app.add_typer(fetch, name="fetch")
app.add_typer(export, name="export")


@app.callback()
def _root() -> None:
    """Legation reads what is written about the relations between countries and keeps a checked
    ledger of it.
    """


def main() -> None:
    """The console script. What cannot be written out (a full disk) ends it with a reason and
    status 1.
    """
    try:
        try:
            app()
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except OSError as error:
        _silence()
        typer.echo(
            f"legation: the answer cannot be written: {error.strerror}. Free some space, or "
            "write it elsewhere.",
            err=True,
        )
        raise SystemExit(1) from error


def _silence() -> None:
    """What is left in the buffer goes nowhere, so that the interpreter does not try again when it
    ends.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
