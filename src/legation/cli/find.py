"""``legation find WORDS``: full text, newest first, with the entries that have the words."""

from typing import Annotated

import typer

from legation.cli import asking
from legation.export import questions as tables
from legation.views.questions import find as view
from legation.views.questions import grids


def find(
    words: Annotated[
        list[str],
        typer.Argument(help='Words, "phrases in quotation marks", one OR other, -without.'),
    ],
    actor: Annotated[
        list[str] | None,
        typer.Option("--actor", metavar="COUNTRY", help="Who must stand in it; repeatable."),
    ] = None,
    kind: asking.Kind = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Published on that day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Published by that day.")
    ] = None,
    possible: asking.Possible = False,
    cursor: asking.Cursor = None,
    limit: asking.Limit = 20,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """Documents that have some words in title or text. Nothing that is typed is an error."""
    scope = asking.scope(since, until, possible=possible, kinds=kind, cursor=cursor, limit=limit)
    with asking.ledger(ledger) as account:
        actors = [asking.code(one) for one in actor or ()]
        found = view.find(account, " ".join(words), scope, actors)
    asking.give(found, grids.find, tables.find, json=json, csv=csv)
