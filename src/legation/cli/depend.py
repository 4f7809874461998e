"""``legation depend EU``: who supplies which raw materials, at which stage, and how concentrated
that is.
"""

from typing import Annotated

import typer

from legation import pipeline
from legation.cli import answers
from legation.export import tables
from legation.views.depend import depend as view


def depend(
    reporter: Annotated[str, typer.Argument(help="Who is supplied: EU, or the world.")],
    material: Annotated[
        str | None, typer.Argument(help="One material: lithium, phosphorus; without it all.")
    ] = None,
    supplier: Annotated[
        str | None,
        typer.Option(
            "--supplier", metavar="COUNTRY", help="Only what this country supplies, by its share."
        ),
    ] = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """Who supplies which raw materials at which stage, how concentrated that is (HHI), and the
    supply risk by study.
    """
    with answers.reasons():
        found = pipeline.queries.depend(reporter, material, supplier)
        whose = pipeline.queries.country(supplier) if supplier else ""
    answers.give(
        found,
        lambda room: view(found, room, whose),
        lambda: tables.depend(found),
        json=json,
        csv=csv,
    )
