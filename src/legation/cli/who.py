"""``legation who NAME``: what a person, body or country says and does."""

from typing import Annotated

import typer

from legation.cli import asking
from legation.export import questions as tables
from legation.views.questions import grids
from legation.views.questions import who as view


def who(
    name: Annotated[str, typer.Argument(help="A person's name, or a country or body.")],
    since: asking.Since = None,
    until: asking.Until = None,
    possible: asking.Possible = False,
    cursor: asking.Cursor = None,
    limit: asking.Limit = 200,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """Somebody's statements, figures and deeds, the offices that texts give, and who is beside."""
    scope = asking.scope(since, until, possible=possible, cursor=cursor, limit=limit)
    with asking.ledger(ledger) as account:
        found = view.who(account, name, scope)
    asking.give(found, grids.who, tables.who, json=json, csv=csv)
