"""``legation watch``: the account feeds itself from its sources, a line a round."""

import time
from typing import Annotated

import msgspec
import typer

from legation import pipeline
from legation.cli import spans
from legation.cli.accounts import LedgerFile, ledger_file, reasons
from legation.model.signs import visible
from legation.pipeline import collection
from legation.pipeline.collection import Arrival
from legation.pipeline.watching import Watch, is_address
from legation.pipeline.watching import starter as public

LEAST_EVERY = 300
SHORTEST_SLEEP = 5
NOTHING = (
    "legation: nothing is watched; name a feed, a sitemap or a page with a feed (legation watch "
    "ADDRESS), or begin with the list that comes with the package (legation watch --starter)"
)


def watch(
    addresses: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ADDRESS ...]",
            help="Feeds, sitemaps, lists of addresses, or pages that name their feed: watched from "
            "now on, with those that already are.",
        ),
    ] = None,
    every: Annotated[
        str, typer.Option("--every", metavar="SPAN", help="How often a source is asked: 30m, 2h.")
    ] = "30m",
    once: Annotated[
        bool, typer.Option("--once", help="One round, then end (for cron and timers).")
    ] = False,
    starter: Annotated[
        bool,
        typer.Option("--starter", help="Watch the public feeds that come with the package too."),
    ] = False,
    country: Annotated[
        str | None,
        typer.Option(
            "--country", metavar="CODE", help="With --starter: only those of that country or body."
        ),
    ] = None,
    no_check: Annotated[
        bool, typer.Option("--no-check", help="Do not hold figures against official series.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Also tell each document that comes in.")
    ] = False,
    ledger: LedgerFile = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print each round as a line of JSON.")
    ] = False,
) -> None:
    """Ask the sources of the account on an interval and add what is new, until stopped. What was
    begun goes on after a stop: nothing is lost, nothing is added twice.
    """
    seconds = spans.span_option(every, LEAST_EVERY, "--every")
    wrong = next((one for one in addresses or () if not is_address(one)), None)
    if wrong is not None:
        raise typer.BadParameter(f"{wrong!r} is no http(s) address; add files with: legation add")
    path = ledger_file(ledger)
    with (
        reasons(),
        pipeline.official(None, online=False) as series,
        collection.open_account(path, "watch") as account,
    ):
        desk = Watch(account, None if no_check else series, every=seconds)
        _begin(desk, addresses or [], country, starter=starter)
        if not any(one.watched for one in desk.sources.all()):
            typer.echo(NOTHING, err=True)
            raise typer.Exit(1)
        _go_on(desk, seconds, once=once, verbose=verbose and not json, json=json)


def _begin(desk: Watch, addresses: list[str], country: str | None, *, starter: bool) -> None:
    """What is watched from now on."""
    for address in addresses:
        desk.add(address)
    if starter:
        rows = public(country)
        if not rows:
            raise typer.BadParameter(
                f"no public feed of {country!r} comes with the package; see: legation sources "
                "--starter"
            )
        for row in rows:
            desk.add(row.address, name=row.name, country=row.country, language=row.language)


def _go_on(desk: Watch, every: int, *, once: bool, verbose: bool, json: bool) -> None:
    """Round after round."""
    while True:
        done = desk.round(_tell if verbose else lambda one: None)
        typer.echo(msgspec.json.encode(done).decode("utf-8") if json else done.line)
        for one in done.refused:
            typer.echo(f"legation: {visible(one.because)}", err=True)
        if once:
            return
        ahead = every if done.next is None else done.next - time.time()
        time.sleep(max(SHORTEST_SLEEP, min(every, ahead)))


def _tell(one: Arrival) -> None:
    because = f" ({one.because})" if one.because else ""
    typer.echo(visible(f"  {one.what}: {one.id}{because}"))
