"""``legation rivals KZ``: who is present in a country, as texts tell it and as trade shows it."""

from typing import Annotated

import msgspec
import typer

from legation import pipeline, store
from legation.cli import answers, asking, sheets
from legation.cli.dates import day_option
from legation.cli.periods import period_option
from legation.export import questions as tables
from legation.views.presence import presence as trade_sheet
from legation.views.questions import grids
from legation.views.questions import rivals as view
from legation.views.questions.pages import Rivals


def rivals(
    country: Annotated[str, typer.Argument(help="The country in which they are present.")],
    rival: Annotated[
        list[str] | None,
        typer.Option("--rival", metavar="COUNTRY", help="Whose presence; repeatable."),
    ] = None,
    since: asking.Since = None,
    until: asking.Until = None,
    members: asking.Members = "yes",
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="YEAR", help="The trade of one year, or month: 2023."),
    ] = None,
    as_of: answers.AsOf = None,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """Meetings, agreements, statements, offers and demands of rivals side by side, with the stories
    behind each number; then their trade by official series.
    """
    answers.one_form(json, csv)
    period = period_option(year, None, None, lambda: None)
    with answers.reasons():
        where = asking.code(country)
        named = [asking.code(one) for one in rival or view.usual(where)]
        traded = pipeline.queries.presence(where, period, named, day_option(as_of))
        reconciled = pipeline.queries.reconciled_presence(traded, day_option(as_of))
    scope = asking.scope(since, until, members=members)
    place = ledger or store.default()
    told: Rivals | None = None
    if place.exists():
        with asking.ledger(place) as account:
            told = view.rivals(account, where, named, scope)
    if json:
        held = {"rivals": told, "presence": traded, "reconciled": reconciled}
        sheets.write(msgspec.json.encode(held) + b"\n")
        return
    if csv:
        sheets.write(tables.rivals(told, traded, reconciled).encode("utf-8"))
        return
    _show(told, country)
    at = sheets.console()
    sheets.show(trade_sheet(traded, sheets.room(at), reconciled), at)


def _show(told: Rivals | None, country: str) -> None:
    at = sheets.console()
    if told is None:
        typer.echo(f"No account yet: legation add PATH makes one; of {country} then more is told.")
    else:
        sheets.show(grids.rivals(told), at)
    at.print()
