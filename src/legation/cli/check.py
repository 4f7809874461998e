"""``legation check``: what the official series say of the figures in a sentence, or a user's own
series of many claims.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from legation import pipeline
from legation.cli import answers, progress, terminal
from legation.cli.accounts import LedgerFile, ledger_file, reasons
from legation.cli.dates import day_option
from legation.model import Ledger, Source, StatisticsError, Unreadable
from legation.pipeline import collection
from legation.store.precedents import Precedent
from legation.views import brief as view

CHECKED = {"figure", "assertion"}
LINES = (".jsonl", ".jsonl.gz")
SHOWN = 5
"""Entries of the account that are told of one record; all of them with --json."""


def check(
    text: Annotated[
        str | None,
        typer.Argument(
            help='A sentence or two: "EU exports to Kazakhstan were €12.1 billion in 2023."'
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the ledger.")] = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="The day from which it speaks."),
    ] = None,
    online: Annotated[
        bool,
        typer.Option("--online", help="Ask providers over the network for what is not at hand."),
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Check with what was published by then."),
    ] = None,
    claims: Annotated[
        str | None,
        typer.Option(
            "--claims", metavar="FILE.jsonl", help='Judge claims, one {"id", "text"} a line; or -.'
        ),
    ] = None,
    series: Annotated[
        Path | None,
        typer.Option(
            "--series",
            metavar="DIR",
            help="A folder of series of your own; with --claims the one that judges them.",
        ),
    ] = None,
    ledger: LedgerFile = None,
) -> None:
    """Hold the figures and claims of a sentence against official series, and say who said it before
    in the account; or many claims against a folder of series.
    """
    if claims is None and (text is not None or series is None):
        own = [series] if series else ()
        official = pipeline.official(day_option(as_of), online=online, folders=own)
        with answers.reasons(), official as library:
            _sentence(text, json, published, library, ledger)
        return
    if text is not None:
        raise typer.BadParameter("give either a TEXT, or --claims FILE.jsonl with --series DIR")
    if claims is None or series is None:
        raise typer.BadParameter("--claims FILE.jsonl and --series DIR go together")
    _claims(claims, series)


def _sentence(
    text: str | None,
    json: bool,
    published: str | None,
    library: pipeline.Statistics,
    ledger: Path | None,
) -> None:
    if text is None:
        raise typer.BadParameter(
            "give a TEXT in quotation marks, or --claims FILE.jsonl with --series DIR",
            param_hint="TEXT",
        )
    source = Source(location="text", id="text", text=text, published=day_option(published))
    [found] = pipeline.ledgers([source], library)
    if isinstance(found, Unreadable):
        typer.echo(f"legation: {found.error}", err=True)
        raise typer.Exit(1)
    before = _before(found, ledger)
    if json:
        plain = msgspec.to_builtins(msgspec.structs.replace(found, mentions=()))
        if before:
            plain["said_before"] = msgspec.to_builtins(before)
        sys.stdout.buffer.write(msgspec.json.encode(plain) + b"\n")
        return
    _show(found)
    _show_before(found, before)


def _before(found: Ledger, given: Path | None) -> list[Precedent]:
    """What the account has of it; nothing where there is no account, unless one was named."""
    path = ledger_file(given)
    if given is None and not path.exists():
        return []
    with reasons():
        return collection.said_before(path, found)


def _show_before(found: Ledger, before: Sequence[Precedent]) -> None:
    """Who said it before, since when, in how many stories."""
    console = Console(highlight=False, markup=False)
    for record in found.records:
        told = [one for one in before if one.record == record.id]
        if told:
            words = " … ".join(span.of(found.document.text) for span in record.evidence)
            console.print(f"\nIn the account on “{words}”:")
        for one in told[:SHOWN]:
            stories = "1 story" if one.stories == 1 else f"{one.stories:,} stories"
            since = f" since {one.since}" if one.since else ""
            who = f" ({one.publisher})" if one.publisher else ""
            console.print(f"  {one.relation}, {stories}{since}: “{one.said}” {one.document}{who}")


def _claims(location: str, folder: Path) -> None:
    """Prints ``{"id", "verdict", "because"}`` a line, each as soon as it is there."""
    if location != "-" and not location.lower().endswith(LINES):
        raise typer.BadParameter(
            f'{location}: claims are JSON lines, one {{"id", "text"}} a line, in a file '
            "named .jsonl"
        )
    if location != "-" and not Path(location).is_file():
        raise typer.BadParameter(f"{location}: there is no such file")
    try:
        for judged in progress.told(pipeline.claims(location, folder), "claims judged"):
            sys.stdout.buffer.write(msgspec.json.encode(judged) + b"\n")
            sys.stdout.buffer.flush()
    except StatisticsError as error:
        typer.echo(f"legation: {error}", err=True)
        raise typer.Exit(1) from error


def _show(ledger: Ledger) -> None:
    """On a sentence somebody typed, the less sure entries are worth seeing too."""
    made, console = view(ledger, possible=True), Console()
    sections = [section for section in made.sections if section.kind in CHECKED]
    if not sections:
        console.print("No figure, and no claim that a number could settle, was found in this text.")
    for section in sections:
        terminal.show_section(section, console)
