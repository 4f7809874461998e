"""What a reader decides on a page: judgements of entries, links and conflicts, pins into dossiers;
each can be taken back, and leads back to where it was given.
"""

import re
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.model import LegationError
from legation.pipeline import collection
from legation.store import Account, Words
from legation.web import bodies
from legation.web.answers import see

BY = "page"
LONGEST = 2_000
VERDICTS = frozenset({"right", "wrong", "same", "different", "settled"})
REASONED = frozenset({"wrong", "different", "settled"})
"""The next reader needs the reason of these."""
OWN = re.compile(r"/(?![/\\])[^\x00-\x1f\\]*")
SAFE = "/?&=#:+%,"
T = TypeVar("T")


async def judge(request: Request) -> Response:
    """Keep a judgement, or take one back, and return to the page it was given on."""
    fields = await bodies.form(request)
    try:
        undo = await bodies.words(fields, "undo", LONGEST)
        given = None if undo else await _judged(fields)
        by, back = await _by(fields), await _back(fields)
    finally:
        await fields.close()
    if given is None:
        await run_in_threadpool(_write, request, lambda account: account.undo(undo, by=by))
    else:
        await run_in_threadpool(_write, request, lambda account: account.judge(given))
    return see(back)


async def pin(request: Request) -> Response:
    """Pin a line into a dossier, or take a pin out."""
    fields = await bodies.form(request)
    try:
        out = await bodies.words(fields, "unpin", LONGEST)
        of = await bodies.words(fields, "of", LONGEST)
        name = await bodies.words(fields, "dossier", LONGEST)
        because = (await bodies.words(fields, "because", LONGEST)).strip()
        by, back = await _by(fields), await _back(fields)
    finally:
        await fields.close()
    if out:
        await run_in_threadpool(_write, request, lambda account: account.unpin(out))
        return see(back)
    await run_in_threadpool(_write, request, lambda account: account.pin(name, of, because, by))
    return see(back if "#" in back else f"{back}#{quote(of)}")


async def _judged(fields: FormData) -> Words:
    verdict = await bodies.words(fields, "verdict", LONGEST)
    if verdict not in VERDICTS:
        raise HTTPException(400, f"a judgement is one of {', '.join(sorted(VERDICTS))}")
    of = tuple(str(one) for one in fields.getlist("of") if isinstance(one, str))
    because = (await bodies.words(fields, "because", LONGEST)).strip()
    if verdict in REASONED and not because:
        raise HTTPException(400, f"say why it is {verdict}: the next reader needs the reason")
    slot, value = await _stands(fields) if verdict == "settled" else (None, None)
    return Words(
        of=of, verdict=verdict, slot=slot, value=value, because=because, by=await _by(fields)
    )


async def _stands(fields: FormData) -> tuple[str, str]:
    """The value on which a conflict is settled: one of those told, or another."""
    other = (await bodies.words(fields, "other", LONGEST)).strip()
    told = await bodies.words(fields, "value", LONGEST)
    if bool(other) == bool(told):
        raise HTTPException(400, "choose one of the values, or write another: one of the two")
    return ("other", other) if other else ("value", told)


async def _by(fields: FormData) -> str:
    return (await bodies.words(fields, "by", LONGEST)).strip() or BY


async def _back(fields: FormData) -> str:
    """The page to return to: one of ours, never an address elsewhere."""
    back = await bodies.words(fields, "back", LONGEST)
    if not OWN.fullmatch(back):
        return "/judgements"
    return quote(back, safe=SAFE)


def _write(request: Request, act: Callable[[Account], T]) -> T:
    path = request.app.state.settings.ledger
    try:
        with collection.open_account(path, "the page") as account:
            return act(account)
    except LegationError as error:
        raise HTTPException(400, str(error)) from error
