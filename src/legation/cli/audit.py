"""``legation audit``: a random sample of ledgers for a person to judge, and what the judgements
say.
"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from legation.audit import shown, spreadsheets
from legation.audit.drawing import KINDS, Sample, Wish
from legation.audit.drawing import audit as draw
from legation.audit.precision import precisions
from legation.cli import answers, progress, sheets, targets
from legation.cli.ledgers import ledgers as read_back
from legation.model import AuditError

NUMBER = 100


class Kind(StrEnum):
    """The kinds of record."""

    event = "event"
    statement = "statement"
    figure = "figure"
    instrument = "instrument"
    proposal = "proposal"
    assertion = "assertion"


class Drawer(StrEnum):
    """Which tier to draw from."""

    half = "half"
    sure = "sure"
    possible = "possible"
    all = "all"


def audit(
    ledgers: Annotated[
        list[str] | None,
        typer.Argument(help="Ledgers as read --json prints them, packed with gzip or not; or -."),
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            "--kind", metavar="KIND", help=f"Only these kinds; may be repeated: {', '.join(KINDS)}."
        ),
    ] = None,
    tier: Annotated[
        Drawer,
        typer.Option(
            "--tier", metavar="TIER", help="half (from each), sure, possible or all (as they come)."
        ),
    ] = Drawer.half,
    number: Annotated[
        int, typer.Option("--number", metavar="NUMBER", min=1, help="How many of each kind.")
    ] = NUMBER,
    seed: Annotated[
        int, typer.Option("--seed", metavar="NUMBER", help="Another seed, another sample.")
    ] = 1,
    sheet: Annotated[
        Path | None,
        typer.Option(
            "--sheet",
            metavar="SHEET.csv",
            help="Write the sample as a sheet to judge; - prints it.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that holds judgements, or is no sheet.")
    ] = False,
    judged: Annotated[
        Path | None,
        typer.Option(
            "--judged",
            metavar="SHEET.csv",
            help="Tell the precision from a judged sheet, or a kept one.",
        ),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            metavar="FILE.csv",
            help="With --judged: keep the judgements without the texts.",
        ),
    ] = None,
    json: answers.Json = False,
) -> None:
    """Draw records at random for a person to judge, or tell from the judged sheet how many are
    right.
    """
    if (judged is None) == (not ledgers):
        raise typer.BadParameter("give either LEDGERS to draw from, or --judged SHEET.csv")
    if judged is None and keep:
        raise typer.BadParameter("--keep goes with --judged SHEET.csv")
    if judged is not None and (sheet or kind):
        raise typer.BadParameter("--judged reads a sheet; --sheet and --kind draw one")
    try:
        if judged is not None:
            _judge(judged, keep, json=json, force=force)
        else:
            wish = Wish(
                kinds=tuple(k.value for k in kind or Kind),
                tier=tier.value,
                number=number,
                seed=seed,
            )
            _draw(ledgers or [], wish, sheet, json=json, force=force)
    except AuditError as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(1) from error


def _draw(paths: list[str], wish: Wish, target: Path | None, *, json: bool, force: bool) -> None:
    if target is not None and str(target) != "-":
        _spare(target, force)
    sample = draw(progress.told(read_back(paths), "ledgers read"), wish)
    if not sample.records:
        raise AuditError(
            f"nothing to draw: no {' or '.join(wish.kinds)} of tier {wish.tier} in "
            f"{', '.join(paths)}"
        )
    if target is not None:
        _write(target, spreadsheets.sheet(sample))
    if json:
        sheets.write(msgspec.json.encode(sample) + b"\n")
    elif target is None:
        sheets.show(shown.drawn(sample, tuple(spreadsheets.drawn_how(sample))), sheets.console())
    else:
        _tell(sample, target)


def _tell(sample: Sample, target: Path) -> None:
    for line in spreadsheets.drawn_how(sample):
        typer.echo(line, err=True)
    if str(target) != "-":
        typer.echo(
            f"The sheet is at {target.resolve()}; when it is judged: legation audit --judged "
            f"{target}",
            err=True,
        )


def _judge(path: Path, keep: Path | None, *, json: bool, force: bool) -> None:
    found = spreadsheets.judgements(_read(path), str(path))
    told = precisions(found.rows, spreadsheets.held_of(found.notes))
    if keep is not None:
        if str(keep) != "-":
            _spare(keep, force or spreadsheets.keeps_all(found, _held(keep)))
        _write(keep, spreadsheets.kept(found))
    if json:
        sheets.write(msgspec.json.encode({"drawn": found.notes, "kinds": told}) + b"\n")
    elif str(keep) != "-":
        sheets.show(
            shown.judged(told, tuple(note for note in found.notes if note != spreadsheets.TASK)),
            sheets.console(),
        )


def _read(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise AuditError(f"{path}: cannot be read: {error.strerror}; check the path") from error


def _held(path: Path) -> spreadsheets.Judgements | None:
    """What a file holds, if it is a sheet."""
    try:
        return spreadsheets.judgements(path.read_bytes(), str(path))
    except (AuditError, OSError):
        return None


def _spare(target: Path, force: bool) -> None:
    """Nobody's work is written over without a word: a judged sheet, or a file that is no sheet at
    all, needs ``--force``.
    """
    if force or not target.exists() or (target.is_file() and not target.stat().st_size):
        return
    held = _held(target)
    if held is None:
        raise AuditError(
            f"{target}: is there and is no sheet of ours; choose another name, or write over "
            "it with --force"
        )
    if held.begun:
        count = sum(row.right is not None for row in held.rows)
        raise AuditError(
            f"{target}: holds {count} judgements; choose another name, or write over them "
            "with --force"
        )


def _write(target: Path, text: str) -> None:
    """All or nothing: a full disk leaves the old file, never half a sheet. ``-`` is standard
    output.
    """
    content = text.encode("utf-8", "replace")
    if str(target) == "-":
        sheets.write(content)
        return
    try:
        targets.replace(target.resolve(), content)
    except OSError as error:
        raise AuditError(
            f"cannot write {target}: {error.strerror}; choose another place or free some space"
        ) from error
