"""``legation series find WORDS | show KEY | fetch …``: the official series at hand, and one
brought over the network.
"""

from typing import Annotated

import typer

from legation import pipeline
from legation.cli import answers
from legation.cli.dates import day_option
from legation.cli.fetch import Yes, agreed
from legation.export import tables
from legation.views import series as views

LIMIT = 30
NEAR = 5

series = typer.Typer(
    no_args_is_help=True, help="The official series at hand: find them, show one, or fetch another."
)


@series.callback()
def _root() -> None:
    """The official series at hand: find them, show one, or fetch another."""


@series.command()
def find(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Words of the title, country codes or a key; none lists all."),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="NUMBER", min=1, help="How many to list at most.")
    ] = LIMIT,
    as_of: answers.AsOf = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """Series whose title or key has all the words."""
    asked = " ".join(words or ())
    with answers.reasons():
        found = pipeline.queries.find_series(asked, limit, day_option(as_of))
    answers.give(
        found,
        lambda room: views.found(asked, found, limit, room),
        lambda: tables.catalogue(found),
        json=json,
        csv=csv,
    )


@series.command()
def show(
    key: Annotated[str, typer.Argument(help="The key of a series, as series find prints it.")],
    as_of: answers.AsOf = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """The values of a series, in every vintage at hand."""
    known = day_option(as_of)
    with answers.reasons():
        found = pipeline.queries.show_series(key, known)
        near = () if found else pipeline.queries.find_series(_words(key), NEAR, known)
    answers.give(
        found,
        lambda room: views.shown(key, found, near, room),
        lambda: tables.values(found),
        json=json,
        csv=csv,
    )


def _words(key: str) -> str:
    """The parts of a key that tell one series from another."""
    return " ".join(part for part in key.upper().split(".")[1:3] if part)


@series.command()
def fetch(
    provider: Annotated[str, typer.Argument(help="comext, eurostat, worldbank or comtrade.")],
    dataset: Annotated[str, typer.Argument(help="DS-045409, nama_10_gdp, WDI, HS and so on.")],
    key: Annotated[
        str,
        typer.Argument(
            help="The codes apart by dots, in the order of the dimensions; + joins several."
        ),
    ],
    first: Annotated[
        str, typer.Option("--from", metavar="PERIOD", help="The first year or month.")
    ],
    last: Annotated[
        str | None,
        typer.Option("--to", metavar="PERIOD", help="The last; without it only the first."),
    ] = None,
    yes: Yes = False,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """Bring one series over the network and keep it: comext DS-045409
    A.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS --from 2023.
    """
    with answers.reasons():
        asked = pipeline.queries.query(provider, dataset, key, first, last or first)
        kept = str(pipeline.queries.fetched_to())
        agreed(
            f"One query to {provider}: {asked.words}. Seconds, or minutes for a large "
            f"answer. Kept in {kept}.",
            yes,
        )
        with pipeline.queries.transport() as way:
            found = pipeline.queries.fetch_series(asked, way)
    answers.give(
        found,
        lambda room: views.fetched(asked.words, found, kept, room),
        lambda: tables.fetched(found),
        json=json,
        csv=csv,
    )
