"""``legation digest --since DATE [--dyad EU KZ]``: what sixty documents say, on one page."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from legation import store
from legation.cli import answers, asking, sheets, targets
from legation.cli.dates import day_option
from legation.export import digest_markdown
from legation.export import questions as tables
from legation.model import QuestionError
from legation.store import settings
from legation.views.questions import digest as view
from legation.views.questions import reports
from legation.views.questions.digests import Digest
from legation.views.questions.scopes import Scope
from legation.web import digest_page

LAST = "last"


def digest(
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|last",
            help="What the account learned since that day, or since the digest before.",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="With --by published: until then.")
    ] = None,
    dyad: Annotated[
        tuple[str, str] | None,
        typer.Option("--dyad", metavar="ONE OTHER", help="Only that pair; else the whole account."),
    ] = None,
    by: Annotated[
        str,
        typer.Option("--by", metavar="learned|published", help="What --since goes by."),
    ] = "learned",
    members: asking.Members = "yes",
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="Write one HTML file: one sheet.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option("--markdown", metavar="OUT", help="Write a Markdown file.")
    ] = None,
    ledger: asking.Place = None,
    json: asking.Json = False,
    csv: asking.Csv = False,
) -> None:
    """In short; what happened or is set; what changed; what was asked and promised; figures that
    disagree; what to doubt; the next dates: each line with its texts.
    """
    answers.one_form(json, csv)
    asked = _asked(since, until, dyad, by)
    place = ledger or store.default()
    scope = Scope(possible=True, members=asking.scope(members=members).members)
    with asking.ledger(place) as account:
        if since == LAST:
            asked = msgspec.structs.replace(asked, instant=_last(account))
        now = int(datetime.now(UTC).timestamp())
        found = view.digest(account, asked, scope)
    _give(found, html, markdown, json=json, csv=csv)
    if since == LAST:
        settings.keep(place, settings.DIGEST, str(now))


def _asked(
    since: str | None, until: str | None, dyad: tuple[str, str] | None, by: str
) -> view.Asked:
    if by not in {"learned", "published"}:
        raise typer.BadParameter(f"--by is learned or published, not {by!r}")
    if since == LAST and by == "published":
        raise typer.BadParameter("--since last goes by what was learned; leave --by out")
    if until and by != "published":
        raise typer.BadParameter("--until goes with --by published")
    try:
        between = (asking.code(dyad[0]), asking.code(dyad[1])) if dyad else None
    except QuestionError as error:
        raise typer.BadParameter(str(error)) from error
    return view.Asked(
        between=between,
        since=None if since == LAST else day_option(since),
        until=day_option(until),
        published=by == "published",
    )


def _last(account: store.Reading) -> int:
    """The instant of the digest before; 0 before the first one."""
    return int(settings.held(account, settings.DIGEST) or 0)


def _give(
    found: Digest, html: Path | None, markdown: Path | None, *, json: bool, csv: bool
) -> None:
    for target, content in (
        (html, digest_page(found) if html else ""),
        (markdown, digest_markdown(found) if markdown else ""),
    ):
        if target is not None:
            targets.replace(target, content.encode("utf-8"))
            typer.echo(f"The digest is in {target}", err=True)
    if json:
        sheets.write(msgspec.json.encode(found) + b"\n")
    elif csv:
        sheets.write(tables.digest(found).encode("utf-8"))
    elif not (html or markdown):
        sheets.show(reports.sheet(found), sheets.console())
