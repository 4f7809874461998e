"""``legation read``: ledgers of documents as JSON lines, or in short for people; and which
documents tell one story.
"""

import os
import sys
from collections.abc import Iterable
from typing import Annotated

import msgspec
import typer

from legation import pipeline
from legation.cli import answers, budgets, parts, progress, summaries
from legation.cli.dates import day_option
from legation.model import Ledger, Source, Unreadable
from legation.scale import Order


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders, http(s) addresses, or - for JSON lines on standard input."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one ledger a line.")] = False,
    mentions: Annotated[
        bool,
        typer.Option(
            "--mentions", help="With --json: also print what was found below the records."
        ),
    ] = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When the texts were published."),
    ] = None,
    no_check: Annotated[
        bool, typer.Option("--no-check", help="Do not hold figures against official series.")
    ] = False,
    online: Annotated[
        bool,
        typer.Option("--online", help="Ask providers over the network for what is not at hand."),
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Check with what was published by then."),
    ] = None,
    series: answers.Folders = None,
    stories: Annotated[
        bool, typer.Option("--stories", help="Only tell which documents are copies of each other.")
    ] = False,
    limit_seconds: budgets.Seconds = budgets.SECONDS,
    limit_memory: budgets.Megabytes = budgets.MEGABYTES,
    into: parts.Folder = None,
    workers: parts.Workers = None,
    engine: parts.With = "local",
    master: parts.Master = None,
    part_megabytes: parts.Size = parts.SIZE,
) -> None:
    """Documents -> ledgers, in their order. One bad document never stops the others; then the exit
    status is 1.
    """
    told = parts.Asked(
        folder=into, workers=workers, engine=engine, master=master, megabytes=part_megabytes
    )
    if parts.asked(told, unfit=online or stories):
        order = Order(
            mentions=mentions,
            check=not no_check,
            as_of=day_option(as_of),
            series=tuple(map(str, series or ())),
            seconds=limit_seconds,
            megabytes=limit_memory,
        )
        parts.read(paths or ["-"], order, told, day_option(published))
        return
    budgets.set_for_all(limit_seconds, limit_memory)
    sources = pipeline.sources(paths or ["-"], day_option(published))
    try:
        official = pipeline.official(day_option(as_of), online=online, folders=series or ())
        with answers.reasons(), official as library:
            failures = (
                _stories(sources)
                if stories
                else _ledgers(sources, json, mentions, None if no_check else library)
            )
    except BrokenPipeError:
        # The reader has gone (``| head``): no fault of ours, and nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    if failures:
        raise typer.Exit(1)


def _ledgers(
    sources: Iterable[Source], json: bool, mentions: bool, series: pipeline.Statistics | None
) -> int:
    """Prints each ledger as soon as it is there; how many documents could not be read."""
    failures = 0
    found = pipeline.ledgers(sources, series, whole=mentions)
    for entry in progress.told(found, "documents read"):
        failures += isinstance(entry, Unreadable)
        if json:
            _print(msgspec.json.encode(_row(entry, mentions)))
        elif isinstance(entry, Unreadable):
            typer.echo(f"legation: {entry.error}", err=True)
        else:
            _print(summaries.summary(entry).encode("utf-8"))
    return failures


def _stories(sources: Iterable[Source]) -> int:
    """Prints each document's story once all are compared; what could not be read is told on
    standard error.
    """
    failures: list[Unreadable] = []
    for name, story in pipeline.stories(progress.told(sources, "sources"), failures.append):
        _print(msgspec.json.encode({"id": name, "story": story}))
    for failure in failures:
        typer.echo(f"legation: {failure.error}", err=True)
    return len(failures)


def _row(entry: Ledger | Unreadable, mentions: bool) -> object:
    if isinstance(entry, Unreadable):
        return {"document": {"id": entry.id}, "error": entry.error}
    return entry if mentions else msgspec.structs.replace(entry, mentions=())


def _print(line: bytes) -> None:
    """One line in UTF-8, whatever the system's own encoding, and at once: the next program need
    not wait.
    """
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
