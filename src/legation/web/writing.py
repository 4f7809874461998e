"""The two things that a page may write: a text that a person keeps, and what he judges."""

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
from legation.store.judgements import Words
from legation.web import bodies
from legation.web.asked import day

BY = "page"
LONGEST = 2_000
VERDICTS = frozenset({"right", "wrong", "same", "different"})


async def judge(request: Request) -> Response:
    """Keep a judgement, or take one back, and return to the entry."""
    fields = await bodies.form(request)
    try:
        given = await _judged(fields)
    finally:
        await fields.close()
    await run_in_threadpool(_decide, request, *given[:2])
    return _see(f"/entry/{quote(given[2], safe='')}")


async def _judged(fields: FormData) -> tuple[Words | None, str, str]:
    """The judgement (or ``None``), the id of one to be undone, and the entry to return to."""
    undo = await bodies.words(fields, "undo", LONGEST)
    back = await bodies.words(fields, "back", LONGEST)
    if undo:
        return None, undo, back
    verdict = await bodies.words(fields, "verdict", LONGEST)
    if verdict not in VERDICTS:
        raise HTTPException(400, f"a judgement is one of {', '.join(sorted(VERDICTS))}")
    of = tuple(str(one) for one in fields.getlist("of") if isinstance(one, str))
    because = (await bodies.words(fields, "because", LONGEST)).strip()
    if verdict == "wrong" and not because:
        raise HTTPException(400, "say why it is wrong: the next reader needs the reason")
    by = (await bodies.words(fields, "by", LONGEST)).strip() or BY
    return Words(of=of, verdict=verdict, because=because, by=by), "", back


def _decide(request: Request, given: Words | None, undo: str) -> None:
    path = request.app.state.settings.ledger
    try:
        with collection.open_account(path, "the page") as account:
            if given is None:
                account.undo(undo, by=BY)
            else:
                account.judge(given)
    except LegationError as error:
        raise HTTPException(400, str(error)) from error


async def keep(request: Request) -> Response:
    """Add the text of a brief that was shown to the account."""
    fields = await bodies.form(request)
    try:
        source = await _source(fields)
    finally:
        await fields.close()
    name = await run_in_threadpool(_kept, request, source)
    return _see(f"/document/{quote(name, safe='')}")


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


def _see(address: str) -> Response:
    return Response(status_code=303, headers={"location": address})
