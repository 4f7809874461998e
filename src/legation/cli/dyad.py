"""``legation dyad EU KZ`` and ``legation timeline EU KZ``: all that the account holds of a pair."""

from typing import Annotated

import typer

from legation.cli import asking
from legation.export import questions as tables
from legation.views.questions import dyad as view
from legation.views.questions import grids

One = Annotated[str, typer.Argument(help="One side: a code or name of a country, EU.")]
Other = Annotated[str, typer.Argument(help="The other side.")]


def dyad(
    one: One,
    other: Other,
    since: asking.Since = None,
    until: asking.Until = None,
    possible: asking.Possible = False,
    members: asking.Members = "yes",
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """A pair: events by month, who said what, agreements with their steps, figures with verdicts,
    conflicts, promises; and what the register knows.
    """
    scope = asking.scope(since, until, possible=possible, members=members)
    with asking.ledger(ledger) as account:
        found = view.dyad(account, asking.code(one), asking.code(other), scope)
    asking.give(found, grids.dyad, tables.dyad, json=json, csv=csv)


def timeline(
    one: One,
    other: Other,
    since: asking.Since = None,
    until: asking.Until = None,
    kind: asking.Kind = None,
    possible: asking.Possible = False,
    members: asking.Members = "yes",
    cursor: asking.Cursor = None,
    limit: asking.Limit = 200,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """All entries of a pair by day, newest first, a page at a time."""
    scope = asking.scope(
        since,
        until,
        possible=possible,
        members=members,
        kinds=kind,
        cursor=cursor,
        limit=limit,
    )
    with asking.ledger(ledger) as account:
        found = view.timeline(account, asking.code(one), asking.code(other), scope)
    asking.give(found, grids.timeline, tables.timeline, json=json, csv=csv)
