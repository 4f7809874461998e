"""``legation conflicts [EU KZ]`` and ``legation promises [EU KZ]``."""

from typing import Annotated

import typer

from legation.cli import asking
from legation.export import questions as tables
from legation.views.questions import conflicts as disagreements
from legation.views.questions import grids
from legation.views.questions import promises as pledges

Pair = Annotated[
    list[str] | None, typer.Argument(metavar="[ONE OTHER]", help="The two sides; else all pairs.")
]


def conflicts(
    pair: Pair = None,
    since: asking.Since = None,
    until: asking.Until = None,
    members: asking.Members = "yes",
    cursor: asking.Cursor = None,
    limit: asking.Limit = 200,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """Where stories disagree on a figure, date or status; apart, what only copies altered."""
    scope = asking.scope(since, until, members=members, cursor=cursor, limit=limit)
    with asking.ledger(ledger) as account:
        found = disagreements.conflicts(account, asking.codes(pair or []), scope)
    asking.give(found, grids.conflicts, tables.conflicts, json=json, csv=csv)


def promises(
    pair: Pair = None,
    since: asking.Since = None,
    until: asking.Until = None,
    possible: asking.Possible = False,
    members: asking.Members = "yes",
    cursor: asking.Cursor = None,
    limit: asking.Limit = 200,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """What was asked, offered, pledged, signed, delivered or refused, with amounts and dates."""
    scope = asking.scope(
        since, until, possible=possible, members=members, cursor=cursor, limit=limit
    )
    with asking.ledger(ledger) as account:
        found = pledges.promises(account, asking.codes(pair or []), scope)
    asking.give(found, grids.promises, tables.promises, json=json, csv=csv)
