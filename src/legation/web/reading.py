"""A text that somebody pastes, drops or names: its brief is shown, and nothing is stored."""

import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation import pipeline
from legation.model import Ledger, Source, Unreadable
from legation.views import brief
from legation.web import bodies
from legation.web.answers import html
from legation.web.asked import day
from legation.web.pages import brief_of_server, page

NAMES = 100
"""Characters of a file's name that decide how it is read: its ending, never its folder."""


def paste(request: Request) -> Response:
    """The form for a text, a file or an address."""
    fetch = request.app.state.settings.fetch
    return html(page("read.html.j2", title="Read a text", here="", fetch=fetch, fault=None))


async def read(request: Request) -> Response:
    """The brief of what was sent, with a button that keeps it."""
    source_text, ledger = await _sent(request)
    shown = brief_of_server(
        brief(ledger),
        None,
        opened=False,
        by_kind=False,
        kept=source_text if source_text is not None else ledger.document.text,
        document=ledger.document,
    )
    return html(shown)


async def _sent(request: Request) -> tuple[str | None, Ledger]:
    fields = await bodies.form(request)
    try:
        return await _of_fields(request, fields)
    finally:
        await fields.close()


async def _of_fields(request: Request, fields: FormData) -> tuple[str | None, Ledger]:
    published = await bodies.words(fields, "published")
    try:
        known = day(published) if published else None
    except ValueError as error:
        raise HTTPException(400, f"the day of publication: {error}") from error
    pasted = (await bodies.words(fields, "text")).strip()
    sent = await bodies.file(fields, "file")
    address = (await bodies.words(fields, "address")).strip()
    if sum(map(bool, (pasted, sent, address))) != 1:
        raise HTTPException(400, "give a text, a file or an address, one of them")
    if address and not request.app.state.settings.fetch:
        raise HTTPException(403, "this server fetches no addresses; start it with --fetch")
    title = (await bodies.words(fields, "title")).strip() or None
    if sent:
        ledger = await run_in_threadpool(_of_file, *sent, title, known)
    else:
        source = Source(location=address or "-", text=pasted or None, title=title, published=known)
        ledger = await run_in_threadpool(_of_source, source)
    return pasted or None, ledger


def _of_file(name: str, held: bytes, title: str | None, known: object) -> Ledger:
    """Read a file by its ending; it lies in a folder of its own while it is read."""
    ending = Path(name[-NAMES:]).suffix.lower()
    safe = ending if ending.removeprefix(".").isalnum() else ".txt"
    with tempfile.TemporaryDirectory(prefix="legation-") as folder:
        target = Path(folder) / f"sent{safe}"
        target.write_bytes(held)
        try:
            return _of_source(Source(location=str(target), title=title, published=known))  # type: ignore[arg-type]
        except HTTPException as fault:  # what cannot be read is told without our folder
            because = fault.detail.replace(str(target), "the file").replace(folder, "")
            raise HTTPException(fault.status_code, because) from fault


def _of_source(source: Source) -> Ledger:
    with pipeline.official(None, online=False) as series:
        found = list(pipeline.ledgers([source], series))
    if len(found) != 1:
        raise HTTPException(400, f"it holds {len(found)} documents, and a brief is of one")
    if isinstance(found[0], Unreadable):
        raise HTTPException(400, found[0].error)
    return found[0]
