"""The verbs put together."""

import typer

from legation.cli.brief import brief
from legation.cli.check import check
from legation.cli.doctor import doctor
from legation.cli.read import read

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for verb in (brief, read, check, doctor):
    app.command(verb.__name__)(verb)


@app.callback()
def _root() -> None:
    """Legation reads what is written about the relations between countries and keeps a checked ledger of it."""


def main() -> None:
    """The console script."""
    app()
