"""A text whose brief was shown, kept in the account."""

from datetime import date
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation import pipeline
from legation.model import LegationError, Source
from legation.pipeline import collection
from legation.web import bodies
from legation.web.answers import see
from legation.web.asked import day


async def keep(request: Request) -> Response:
    """Add the text of a brief that was shown to the account."""
    fields = await bodies.form(request)
    try:
        source = await _source(fields)
    finally:
        await fields.close()
    name = await run_in_threadpool(_kept, request, source)
    return see(f"/document/{quote(name, safe='')}")


async def _source(fields: FormData) -> Source:
    text = await bodies.words(fields, "text")
    if not text.strip():
        raise HTTPException(400, "there is no text to keep")
    published = await bodies.words(fields, "published")
    try:
        known: date | None = day(published) if published else None
    except ValueError as error:
        raise HTTPException(400, f"the day of publication: {error}") from error
    title = (await bodies.words(fields, "title")).strip() or None
    publisher = (await bodies.words(fields, "publisher")).strip() or None
    return Source(location="-", text=text, title=title, publisher=publisher, published=known)


def _kept(request: Request, source: Source) -> str:
    path = request.app.state.settings.ledger
    try:
        with (
            pipeline.official(None, online=False) as series,
            collection.open_account(path, "the page") as account,
        ):
            arrival = next(iter(collection.texts(account, [source], series)))
    except LegationError as error:
        raise HTTPException(503, str(error)) from error
    if arrival.what in {"refused", "forgotten"}:
        raise HTTPException(400, arrival.because or f"the text was {arrival.what}")
    return arrival.id
