"""``legation dyad EU KZ`` and ``legation timeline EU KZ``: all that the account holds of a pair."""

from typing import Annotated

import msgspec
import typer

from legation import pipeline
from legation.cli import answers, asking, sheets
from legation.export import questions as tables
from legation.model import StatisticsError
from legation.model.accounts import Account, Reach
from legation.views.questions import dyad as view
from legation.views.questions import grids
from legation.views.trade import trade as trade_sheet

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
    conflicts, promises; what the register knows; and the trade that official series record.
    """
    answers.one_form(json, csv)
    scope = asking.scope(since, until, possible=possible, members=members)
    with asking.ledger(ledger) as account:
        found = view.dyad(account, asking.code(one), asking.code(other), scope)
    traded = _trade(found.a.code, found.b.code) if not csv else None
    if json:
        held = {**msgspec.to_builtins(found), "trade": traded[0] if traded else None}
        sheets.write(msgspec.json.encode(held) + b"\n")
        return
    asking.give(found, grids.dyad, tables.dyad, json=False, csv=csv)
    if traded:
        at = sheets.console()
        at.print()
        sheets.show(trade_sheet(*traded, sheets.room(at), None), at)


def _trade(one: str, other: str) -> tuple[Account, Reach] | None:
    """The official trade of a pair by year; ``None`` where no series knows of it."""
    try:
        return pipeline.queries.trade(one, other, None)
    except StatisticsError:
        return None


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
