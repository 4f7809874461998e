"""``legation read``: ledgers of documents, as JSON lines."""

import sys
from datetime import date
from typing import Annotated

import msgspec
import typer

from legation import pipeline
from legation.model import Source, Unreadable


def read(
    paths: Annotated[list[str] | None, typer.Argument()] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
    mentions: Annotated[bool, typer.Option("--mentions")] = False,
    published: Annotated[str | None, typer.Option("--published")] = None,
    no_check: Annotated[bool, typer.Option("--no-check")] = False,
) -> None:
    """Provisional: the whole command is being written."""
    series = None if no_check else pipeline.embedded()
    day = date.fromisoformat(published) if published else None
    if paths == ["-"] or not paths:
        import json as plain

        rows = (plain.loads(line) for line in sys.stdin if line.strip())
        sources = [
            Source(
                location="-",
                text=r["text"],
                id=r["id"],
                published=date.fromisoformat(r["published"]) if r.get("published") else day,
            )
            for r in rows
        ]
    else:
        sources = [Source(location=p, published=day) for p in paths]
    for found in pipeline.ledgers(sources, series):
        if isinstance(found, Unreadable):
            row: object = {"document": {"id": found.id}, "error": found.error}
        else:
            row = found if mentions else msgspec.structs.replace(found, mentions=())
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
