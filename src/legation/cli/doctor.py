"""``legation doctor``: what is installed, which model, which snapshots and how old."""

import platform
import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from legation import __version__, pipeline
from legation.cli.accounts import LedgerFile, existing, ledger_file, reasons
from legation.model import LegationError
from legation.pipeline import collection

PACKAGES = ("spacy", "numpy", "duckdb", "msgspec", "trafilatura", "pypdf", "python-docx", "httpx")


class Finding(msgspec.Struct, frozen=True):
    """One thing that was looked at."""

    what: str
    found: str
    well: bool = True
    warning: str = ""
    """What is no fault and yet no reason for a tick."""


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    ledger: LedgerFile = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the account again from what was read.")
    ] = False,
    migrate: Annotated[
        bool, typer.Option("--migrate", help="Bring an account of an older Legation up to date.")
    ] = False,
    wipe: Annotated[
        bool, typer.Option("--wipe", help="Overwrite what was forgotten while others were reading.")
    ] = False,
) -> None:
    """Say what is installed, which language model, which official series and how old they are, and
    whether the account holds together. Exit 1 if something is missing or damaged.
    """
    if rebuild or migrate or wipe:
        _mend(existing(ledger), rebuild, wipe)
        return
    findings = [*_installed(), _model(), *_series(), _account(ledger_file(ledger))]
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(findings) + b"\n")
    else:
        _show(findings)
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def _installed() -> list[Finding]:
    found = [
        Finding("legation", __version__),
        Finding(
            "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
        ),
    ]
    for name in PACKAGES:
        try:
            found.append(Finding(name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            found.append(Finding(name, f"missing: pip install {name}", well=False))
    return found


def _model() -> Finding:
    try:
        return Finding("language model", pipeline.model())
    except LegationError as error:
        return Finding("language model", str(error), well=False)


def _mend(path: Path, rebuild: bool, wipe: bool) -> None:
    """Opening to write migrates; more is done where it was asked for."""
    with reasons():
        if not rebuild:
            with collection.open_account(path, "doctor") as account:
                if wipe:
                    account.wipe()
            typer.echo(f"up to date: {path}")
            return
        made = collection.rebuild(path)
    typer.echo(f"made again from {made.documents:,} documents: {path}")
    typer.echo(f"the old one is kept: {made.old}")
    if made.lost:
        typer.echo(f"legation: {made.lost:,} documents could not be read any more", err=True)
    if not made.same:
        typer.echo(
            "legation: the account does not say the same as before: what was damaged in it is "
            "mended, or it is linked by newer rules",
            err=True,
        )
    if made.lost:
        raise typer.Exit(1)


def _account(path: Path) -> Finding:
    """How much the account holds, and whether it is whole."""
    if not path.exists():
        return Finding("account", f"none yet; legation add PATH makes {path}")
    try:
        found = collection.health(path)
    except LegationError as error:
        return Finding("account", str(error), well=False)
    words = f"{path}: {found.documents:,} documents, {found.records:,} records"
    if found.faults:
        return Finding("account", f"{words}; {'; '.join(found.faults)}", well=False)
    return Finding("account", words)


def _series() -> list[Finding]:
    return [
        Finding(f"series {name}", facts, warning=stale)
        for name, facts, stale in pipeline.snapshots()
    ]


def _show(findings: list[Finding]) -> None:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for finding in findings:
        table.add_row(
            _sign(finding),
            finding.what,
            f"{finding.warning}; {finding.found}" if finding.warning else finding.found,
            style=None if finding.well else "bold red",
        )
    Console().print(table)
    if any(finding.warning for finding in findings):
        typer.echo("legation fetch totals brings newer series; legation coverage KZ says which.")


def _sign(finding: Finding) -> str:
    if not finding.well:
        return "✗"
    return "!" if finding.warning else "✓"
