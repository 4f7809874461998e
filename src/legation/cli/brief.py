"""``legation brief FILE``: one article as a brief, on the terminal or as one file of HTML,
Markdown or JSON.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, TextIO

import msgspec
import typer
from rich.console import Console

from legation import pipeline
from legation.cli import answers, budgets, targets, terminal
from legation.cli.dates import day_option
from legation.export import brief_markdown
from legation.model import Ledger, Source, Unreadable
from legation.views import brief as view
from legation.web import brief_page

MADE_BY_US = b'<meta name="generator" content="Legation'
MARK_WITHIN = 2_000


def brief(
    file: Annotated[
        str, typer.Argument(help="A file, an http(s) address, or - for text on standard input.")
    ],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="Write one HTML file.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option("--markdown", metavar="OUT", help="Write a Markdown file.")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the ledger and the brief as one JSON object.")
    ] = False,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When the text was published.")
    ] = None,
    possible: Annotated[
        bool, typer.Option("--possible", help="Also show the entries that are less than sure.")
    ] = False,
    online: Annotated[
        bool,
        typer.Option("--online", help="Ask providers over the network for what is not at hand."),
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Check with what was published by then."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is no brief of ours.")
    ] = False,
    series: answers.Folders = None,
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Hold figures against official series.")
    ] = True,
    limit_seconds: budgets.Seconds = budgets.SECONDS,
    limit_memory: budgets.Megabytes = budgets.MEGABYTES,
) -> None:
    """One article -> a brief: who said what, who met whom, what was agreed, each figure beside the
    official value.
    """
    budgets.set_for_all(limit_seconds, limit_memory)
    for target in filter(None, (html, markdown)):
        _refuse_to_lose(target, file, force)
    official = pipeline.official(day_option(as_of), online=online, folders=series or ())
    with answers.reasons(), official as library:
        ledger = _ledger(file, day_option(published), library if check else None)
    made = view(ledger, possible)
    if json:
        sys.stdout.buffer.write(
            msgspec.json.encode({**msgspec.to_builtins(ledger), "brief": made}) + b"\n"
        )
    if html:
        _write(html, brief_page(made, possible=possible))
    if markdown:
        _write(markdown, brief_markdown(made))
    if not (json or html or markdown):
        terminal.show(made, Console())


def _ledger(file: str, published: date | None, series: pipeline.Statistics | None) -> Ledger:
    """The ledger of the one document in ``file``; anything else ends the command with a reason."""
    pasted = _pasted() if file == "-" else None
    source = Source(location=file, text=pasted, published=published)
    found = list(pipeline.ledgers([source], series))
    if len(found) != 1:
        raise _failure(
            f"{file} holds {len(found)} documents, and a brief is of one; to read them all: "
            f"legation read {file}"
        )
    if isinstance(found[0], Unreadable):
        raise _failure(found[0].error)
    return found[0]


def _pasted() -> str:
    """The text on standard input."""
    given = _stdin()
    if given is None or given.closed:
        raise _failure("-: there is no standard input; give a file")
    return given.read()


def _stdin() -> TextIO | None:
    return sys.stdin


def _failure(reason: str) -> typer.Exit:
    typer.echo(f"legation: {reason}", err=True)
    return typer.Exit(1)


def _refuse_to_lose(target: Path, source: str, force: bool) -> None:
    """End the command before it writes over its own input, or over a file that is no brief."""
    if str(target) == "-" or not target.is_file():
        return
    if Path(source).is_file() and target.samefile(source):
        raise _failure(f"{target} is the article itself; give another file to write to")
    if force or MADE_BY_US in target.read_bytes()[:MARK_WITHIN]:
        return
    raise _failure(f"{target} is there already; give another file, or --force to write over it")


def _write(target: Path, text: str) -> None:
    """All or nothing: a full disk or a kill leaves the old file, or none, never half a page. ``-``
    is standard output.
    """
    if str(target) == "-":
        sys.stdout.buffer.write(text.encode())
        return
    try:
        targets.replace(target.resolve(), text.encode())
    except OSError as error:
        raise _failure(
            f"cannot write {target}: {error.strerror}. Choose another place or free some space."
        ) from error
    typer.echo(f"The brief is at {target.resolve()}", err=True)
