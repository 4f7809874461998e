"""``legation check "TEXT"``: what the official series say of the figures in a sentence."""

import sys
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from legation import pipeline
from legation.cli import terminal
from legation.cli.dates import day_option
from legation.model import Ledger, Source, Unreadable
from legation.views import brief as view

CHECKED = {"figure", "assertion"}


def check(
    text: Annotated[str, typer.Argument(help='A sentence or two: "EU exports to Kazakhstan were €12.1 billion in 2023."')],
    json: Annotated[bool, typer.Option("--json", help="Print the ledger.")] = False,
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="The day from which it speaks.")] = None,
) -> None:
    """Hold the figures and claims of a sentence against official series."""
    [found] = pipeline.ledgers(
        [Source(location="text", id="text", text=text, published=day_option(published))], pipeline.embedded()
    )
    if isinstance(found, Unreadable):
        typer.echo(f"legation: {found.error}", err=True)
        raise typer.Exit(1)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(msgspec.structs.replace(found, mentions=())) + b"\n")
        return
    _show(found)


def _show(ledger: Ledger) -> None:
    """On a sentence somebody typed, the less sure entries are worth seeing too."""
    made, console = view(ledger, possible=True), Console()
    sections = [section for section in made.sections if section.kind in CHECKED]
    if not sections:
        console.print("No figure, and no claim that a number could settle, was found in this text.")
    for section in sections:
        terminal.show_section(section, console)
