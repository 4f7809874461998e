"""``legation export FORMAT``: the account for other programs, as files that appear whole or not at
all, or on standard output.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from legation import store
from legation.cli import asking, targets
from legation.cli.accounts import LedgerFile, ledger_file, reasons
from legation.export import (
    calendars,
    citations,
    claim_review,
    follow_the_money,
    geojson,
    graphml,
    obsidian,
    plover,
)
from legation.export import parquet as files
from legation.export.told import Asked
from legation.model import UnknownName
from legation.model.errors import Refused
from legation.store import Reading, canonical

export = typer.Typer(no_args_is_help=True, help="Write the account out for other programs.")
Pieces = Callable[[Reading, Asked], Iterator[bytes]]
STANDARD_OUTPUT = Path("-")
FORMATS: dict[str, tuple[Pieces, str]] = {
    "plover": (plover.lines, "Write events as JSON lines in PLOVER 2.0, field by field."),
    "claimreview": (
        claim_review.pieces,
        "Write checked figures and claims as unsigned drafts of schema.org ClaimReview.",
    ),
    "csl": (citations.csl_pieces, "Write the sources as CSL-JSON, for Zotero and its like."),
    "bibtex": (citations.bibtex_pieces, "Write the sources as BibTeX."),
    "geojson": (geojson.pieces, "Write events with a place as GeoJSON, and how many have none."),
    "graphml": (graphml.pieces, "Write actors, and what is told between them, as a GraphML graph."),
    "followthemoney": (
        follow_the_money.lines,
        "Write the account as followthemoney entities, for Aleph and OpenSanctions' tools.",
    ),
    "ical": (
        calendars.pieces,
        "Write next dates as iCalendar: what is planned or due, from the account's last day on.",
    ),
}
To = Annotated[
    Path, typer.Argument(metavar="[FILE]", help="The file to write; standard output without one.")
]
Dyad = Annotated[
    tuple[str, str] | None,
    typer.Option("--dyad", metavar="A B", help="Only what stands in that pair."),
]


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


@export.command(name="obsidian")
def notes(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that is to be made.")],
    dyad: Dyad = None,
    since: asking.Since = None,
    until: asking.Until = None,
    possible: asking.Possible = False,
    members: asking.Members = "yes",
    ledger: LedgerFile = None,
) -> None:
    """Write the account as linked notes for Obsidian: pairs, persons, texts."""
    asked = _asked(dyad, since, until, possible, members)
    with reasons(), _new(folder) as made, asking.ledger(ledger_file(ledger)) as held:
        count = obsidian.write(held, asked, made)
    typer.echo(f"{folder}  {count:,} notes")


def _asked(
    dyad: tuple[str, str] | None,
    since: str | None,
    until: str | None,
    possible: bool,
    members: str,
) -> Asked:
    scope = asking.scope(since, until, possible=possible, members=members)
    try:
        pair = (asking.code(dyad[0]), asking.code(dyad[1])) if dyad else None
    except UnknownName as error:
        raise typer.BadParameter(str(error)) from error
    return Asked(
        pair=pair,
        since=scope.since,
        until=scope.until,
        possible=possible,
        members=scope.members,
    )


@contextmanager
def _new(folder: Path) -> Iterator[Path]:
    """A folder beside, which takes the place of ``folder`` when all of it is there.

    Raises:
        Refused: there is something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder}: holds files already; give another folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield made
        if folder.exists():
            folder.rmdir()
        made.chmod(0o755)
        made.replace(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _give(pieces: Iterable[bytes], target: Path) -> None:
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.writelines(pieces)
    else:
        targets.stream(target, pieces)


def _add(name: str, pieces: Pieces, help: str) -> None:
    """One more format as a command."""

    def command(
        file: To = STANDARD_OUTPUT,
        dyad: Dyad = None,
        since: asking.Since = None,
        until: asking.Until = None,
        possible: asking.Possible = False,
        members: asking.Members = "yes",
        ledger: LedgerFile = None,
    ) -> None:
        asked = _asked(dyad, since, until, possible, members)
        with asking.ledger(ledger_file(ledger)) as held:
            _give(pieces(held, asked), file)

    export.command(name=name, help=help)(command)


for _name, (_pieces, _help) in FORMATS.items():
    _add(_name, _pieces, _help)
