"""``legation trade EU KZ``: both flows, the balance, and both reporters' numbers side by side."""

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from legation import pipeline
from legation.cli import answers
from legation.cli.dates import day_option
from legation.cli.periods import period_option
from legation.export import tables
from legation.views.trade import trade as view


class By(StrEnum):
    """What the lines are."""

    year = "year"
    month = "month"
    member = "member"
    chapter = "chapter"
    section = "section"


def trade(
    reporter: Annotated[
        str, typer.Argument(help="Whose exports and imports: EU, KZ, KAZ, Kazakhstan, Kazakh.")
    ],
    partner: Annotated[str, typer.Argument(help="With whom.")],
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="YEAR", help="One year, or one month: 2023, 2023-07."),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="PERIOD", help="The first year or month.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="PERIOD", help="The last year or month.")
    ] = None,
    by: Annotated[
        By,
        typer.Option(
            "--by", metavar="KIND", help="Lines by year, month, member, chapter or section."
        ),
    ] = By.year,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit",
            metavar="CODE",
            help="The currency: EUR, USD and so on; by default that of the reporter's statistics.",
        ),
    ] = None,
    series: answers.Folders = None,
    as_of: answers.AsOf = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """The trade of two countries: both flows, the balance, both reporters side by side, and what
    is missing.
    """
    known = day_option(as_of)
    with answers.reasons():
        period = period_option(
            year,
            first,
            last,
            lambda: (
                pipeline.queries.trade(reporter, partner, None, as_of=known, folders=series or ())[
                    0
                ].period
            ),
        )
        currency = unit.upper() if unit else None
        account, reach = pipeline.queries.trade(
            reporter, partner, period, by.value, currency, known, series or ()
        )
        reconciled = pipeline.queries.reconciled_trade(account, known)
    answers.give(
        {"account": account, **msgspec.structs.asdict(reach), "reconciled": reconciled},
        lambda room: view(account, reach, room, reconciled),
        lambda: tables.trade(account, reach, reconciled),
        json=json,
        csv=csv,
    )
