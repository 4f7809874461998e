"""``legation serve``: the ledger in a browser, on this machine alone unless a token guards it."""

import logging
import secrets
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.accounts import LedgerFile, ledger_file
from legation.web.guard import LEAST_TOKEN, LOOPBACK, addresses

HOSTS = frozenset({*LOOPBACK, "::1"})


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 8310,
    ledger: LedgerFile = None,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the first page in a browser.")
    ] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A further name of this machine."),
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option("--origin", metavar="https://…", help="The public address of a proxy."),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option("--token-file", metavar="FILE", help="Whoever reads must show its token."),
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Read web addresses that a reader names.")
    ] = False,
) -> None:
    """The account in a browser: briefs, pairs, conflicts, each with its words and sources."""
    import uvicorn

    from legation.web.application import Settings, application

    token = _token(token_file) if token_file else None
    if host not in HOSTS and (token is None or origin is None):
        raise _failure(
            f"{host} can be reached from other machines: give --token-file FILE and "
            "--origin https://… (a proxy with TLS stands before it), or leave --host out"
        )
    if origin is not None and not origin.lower().startswith("https://"):
        raise _failure("--origin is the public address of a proxy with TLS: https://…")
    settings = Settings(
        ledger=ledger_file(ledger),
        where=addresses(port, tuple(allow_host or ()), origin),
        token=token,
        fetch=fetch,
    )
    address = origin or f"http://{'localhost' if host in HOSTS else host}:{port}"
    typer.echo(f"Legation is at {address} (Ctrl-C ends it)", err=True)
    if open_browser:
        webbrowser.open(address)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    uvicorn.run(
        application(settings),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
    )


def _token(file: Path) -> str:
    """The token in a file; a new one is written where the file does not exist yet."""
    if not file.exists():
        made = secrets.token_urlsafe(32)
        file.touch(mode=0o600)
        file.write_text(made + "\n", encoding="utf-8")
        typer.echo(f"A new token is in {file}", err=True)
        return made
    held = file.read_text(encoding="utf-8").strip()
    if len(held) < LEAST_TOKEN:
        raise _failure(
            f"{file}: a token has at least {LEAST_TOKEN} characters; delete the file and "
            "a good one is made"
        )
    return held


def _failure(reason: str) -> typer.Exit:
    typer.echo(f"legation: {reason}", err=True)
    return typer.Exit(2)
