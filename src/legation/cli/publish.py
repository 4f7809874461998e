"""``legation publish DIR``: the account as static pages that open without a server."""

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.accounts import LedgerFile, ledger_file, reasons


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    ledger: LedgerFile = None,
    with_texts: Annotated[
        bool,
        typer.Option("--with-texts", help="Also whole texts: for articles of your own only."),
    ] = False,
    dossier: Annotated[
        str | None,
        typer.Option("--dossier", metavar="NAME", help="Only the lines pinned under this name."),
    ] = None,
) -> None:
    """Write the account, or one dossier of it, as static pages: quoted sentences and sources, no
    whole texts of others, no paths, no names of judges.
    """
    from legation.web.publishing import publish as write

    with reasons():
        made = write(ledger_file(ledger), folder, with_texts=with_texts, dossier=dossier)
    typer.echo(f"{made.pages} pages; open {made.folder / 'index.html'}", err=True)
