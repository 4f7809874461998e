"""One file a verb, thin over one library function of the same name."""

import typer

from legation.cli import read

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
app.command("read")(read.read)


@app.callback()
def _root() -> None:
    """Legation reads what is written about the relations between countries and keeps a checked ledger of it."""


def main() -> None:
    """The console script."""
    app()
