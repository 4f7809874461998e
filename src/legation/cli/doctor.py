"""``legation doctor``: what is installed, which model, which snapshots and how old."""

import platform
import sys
from importlib import metadata
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from legation import __version__, pipeline
from legation.model import LegationError

PACKAGES = ("spacy", "numpy", "duckdb", "msgspec", "trafilatura", "pypdf", "python-docx", "httpx")


class Finding(msgspec.Struct, frozen=True):
    """One thing that was looked at."""

    what: str
    found: str
    well: bool = True


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Say what is installed, which language model, which official series and how old they are.
    Exit 1 if something is missing.
    """
    findings = [*_installed(), _model(), *_series()]
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


def _series() -> list[Finding]:
    return [Finding(f"series {name}", facts) for name, facts in pipeline.snapshots()]


def _show(findings: list[Finding]) -> None:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for finding in findings:
        table.add_row(
            "✓" if finding.well else "✗",
            finding.what,
            finding.found,
            style=None if finding.well else "bold red",
        )
    Console().print(table)
