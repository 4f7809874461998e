"""The verbs put together."""

import typer

from legation.cli.brief import brief
from legation.cli.check import check
from legation.cli.depend import depend
from legation.cli.doctor import doctor
from legation.cli.fetch import fetch
from legation.cli.presence import presence
from legation.cli.read import read
from legation.cli.series import series
from legation.cli.trade import trade

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for verb in (brief, read, check, trade, depend, presence, doctor):
    app.command(verb.__name__)(verb)
app.add_typer(series, name="series")
app.add_typer(fetch, name="fetch")


@app.callback()
def _root() -> None:
    """Legation reads what is written about the relations between countries and keeps a checked ledger of it."""


def main() -> None:
    """The console script."""
    app()
