"""``legation presence KZ``: the EU, China, Russia and others in a country's trade."""

from typing import Annotated

import typer

from legation import pipeline
from legation.cli import answers
from legation.cli.dates import day_option
from legation.cli.periods import period_option
from legation.export import tables
from legation.views.presence import presence as view


def presence(
    country: Annotated[str, typer.Argument(help="The country in whose trade they are present.")],
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="YEAR", help="One year, or one month: 2023, 2023-07."),
    ] = None,
    rival: Annotated[
        list[str] | None,
        typer.Option(
            "--rival", metavar="COUNTRY", help="Whose presence; may be given several times."
        ),
    ] = None,
    as_of: answers.AsOf = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """Shares of the EU, China, Russia and others in a country's trade, as far as these are at
    hand.
    """
    period = period_option(year, None, None, lambda: None)
    with answers.reasons():
        found = pipeline.queries.presence(country, period, rival or (), day_option(as_of))
        reconciled = pipeline.queries.reconciled_presence(found, day_option(as_of))
    answers.give(
        {"presence": found, "reconciled": reconciled},
        lambda room: view(found, room, reconciled),
        lambda: tables.presence(found, reconciled),
        json=json,
        csv=csv,
    )
