"""``legation mcp``: the questions of the account as tools for an assistant on the same machine,
over standard input and output. Nothing is written, nothing is fetched.
"""

from typing import Annotated

import typer

from legation.cli.accounts import LedgerFile, existing

LISTED = Annotated[
    bool, typer.Option("--list", help="Only list the tools, one a line, and what they need.")
]


def mcp(ledger: LedgerFile = None, tools: LISTED = False) -> None:
    """Serve the questions of the account to an assistant (Model Context Protocol, over standard
    input and output); every answer with its words, spans and sources. Needs legation[mcp].
    """
    try:
        from legation.web import assistants
    except ImportError as error:
        typer.echo(
            "legation: the Model Context Protocol is not installed; install it with: "
            "pip install 'legation[mcp]'",
            err=True,
        )
        raise typer.Exit(1) from error
    if tools:
        for name, says in assistants.listed():
            typer.echo(f"{name:12} {says}")
        return
    assistants.serve(existing(ledger))
