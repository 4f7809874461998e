"""``legation coverage KZ [EU]``: what is at hand for a country or a dyad, how old, and what a fetch
would bring.
"""

from typing import Annotated

import typer

from legation import pipeline
from legation.cli import answers
from legation.cli.dates import day_option
from legation.export import tables
from legation.views.coverage import coverage as view


def coverage(
    country: Annotated[str, typer.Argument(help="A country or the EU: KZ, KAZ, Kazakhstan.")],
    other: Annotated[str | None, typer.Argument(help="The other end of a dyad.")] = None,
    series: answers.Folders = None,
    as_of: answers.AsOf = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """What official series are at hand for a country or a dyad, how old they are, and what one
    fetch would bring.
    """
    with answers.reasons():
        found = pipeline.queries.coverage(country, other, day_option(as_of), series or ())
    answers.give(
        {"coverage": found},
        lambda room: view(found, room),
        lambda: tables.coverage(found),
        json=json,
        csv=csv,
    )
