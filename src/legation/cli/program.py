"""The verbs put together."""

import logging
import os
import sys
from typing import Annotated

import typer
from typer.exceptions import TyperException

from legation.cli import streams
from legation.cli.add import add
from legation.cli.audit import audit
from legation.cli.brief import brief
from legation.cli.check import check
from legation.cli.coverage import coverage
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
from legation.cli.mcp import mcp
from legation.cli.presence import presence
from legation.cli.publish import publish
from legation.cli.read import read
from legation.cli.reread import reread
from legation.cli.rivals import rivals
from legation.cli.series import series
from legation.cli.serve import serve
from legation.cli.sources import sources
from legation.cli.sql import sql
from legation.cli.trade import trade
from legation.cli.watch import watch
from legation.cli.who import who
from legation.model.signs import visible

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
ASKED = (digest, dyad, timeline, who, find, conflicts, promises, rivals)
KEPT = (judge, note, reread, withdraw, forget, backup, sql)
FED = (watch, sources)
OFFICIAL = (trade, depend, presence, coverage)
for verb in (
    brief,
    read,
    add,
    *FED,
    check,
    *ASKED,
    *KEPT,
    *OFFICIAL,
    audit,
    doctor,
    serve,
    publish,
    mcp,
):
    app.command(verb.__name__)(verb)
app.add_typer(series, name="series")
app.add_typer(fetch, name="fetch")
app.add_typer(export, name="export")


WRONG_USAGE, FAULT, INTERRUPTED = 2, 70, 130
log = logging.getLogger("legation")


@app.callback()
def _root(
    debug: Annotated[
        bool,
        typer.Option("--debug", help="Before the verb: tell on standard error what goes wrong."),
    ] = False,
) -> None:
    """Legation reads what is written about the relations between countries and keeps a checked
    ledger of it.
    """
    if debug:
        shown = logging.StreamHandler(sys.stderr)
        shown.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        log.addHandler(shown)
        log.setLevel(logging.DEBUG)


def main() -> None:
    """The console script. What cannot be written out (a full disk) ends it with a reason and
    status 1; wrong usage with one line and status 2.
    """
    streams.prepare()
    try:
        try:
            raise SystemExit(_run())
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


def _run() -> int:
    """Run the verb that was asked for; the exit status."""
    try:
        return int(app(standalone_mode=False) or 0)
    except TyperException as error:
        return _told(error)
    except typer.Exit as asked:
        return asked.exit_code
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("legation: stopped", err=True)
        return INTERRUPTED
    except OSError:
        raise
    except Exception as fault:  # noqa: BLE001  # whatever it is: a reader is no developer
        return _faulty(fault)


def _faulty(fault: Exception) -> int:
    """A fault of ours in one line, and its trace where it was asked for."""
    log.debug("the verb ended with a fault", exc_info=fault)
    what = " ".join(f"{type(fault).__name__}: {fault}".split())
    typer.echo(
        f"legation: a fault in Legation: {visible(what)}. Please report it, with what "
        "'legation --debug' and the same words after it print",
        err=True,
    )
    return FAULT


def _told(error: TyperException) -> int:
    """Wrong usage in one line; a call without a verb or its arguments shows the help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "legation"
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(str(getattr(error, "message", "") or error), err=True)
    else:
        message = " ".join(getattr(error, "format_message", error.__str__)().split())
        typer.echo(f"legation: {visible(message).rstrip('.')}; see {path} --help", err=True)
    return int(getattr(error, "exit_code", WRONG_USAGE))


def _silence() -> None:
    """What is left in the buffer goes nowhere, so that the interpreter does not try again when it
    ends.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
