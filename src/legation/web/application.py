"""The server put together: the guard before everything, bounded bodies, one table of routes."""

from pathlib import Path

from msgspec import Struct
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from legation.pipeline import collection
from legation.web import faults
from legation.web.answers import html
from legation.web.bodies import Bounded, form, words
from legation.web.guard import COOKIE, Addresses, Application, Guard
from legation.web.pages import page
from legation.web.remembered import Remembered
from legation.web.routes import ROUTES


class Settings(Struct, frozen=True, kw_only=True):
    """How a server is run.

    ``ledger`` is the account's file, ``where`` the names under which it answers, ``token`` what a
    reader must show (``None`` on loopback), ``fetch`` whether an address may be read on request,
    ``published`` whether pages are made to be given away: no forms, no names of judges.
    """

    ledger: Path
    where: Addresses
    token: str | None = None
    fetch: bool = False
    published: bool = False


def application(settings: Settings) -> Application:
    """The whole application behind its guard."""
    if not settings.ledger.exists():
        collection.open_account(settings.ledger).close()
    pages = Starlette(routes=[*ROUTES], exception_handlers=faults.HANDLERS)
    pages.state.settings = settings
    pages.state.remembered = Remembered()
    pages.add_route("/sign-in", sign_in, methods=["GET", "POST"])
    guard = Guard(Bounded(pages), settings.where, settings.token, faults.refused)
    pages.state.guard = guard
    return guard


async def sign_in(request: Request) -> Response:
    """The token, given once in a form, becomes a cookie; it never stands in an address."""
    if request.method == "GET":
        return html(page("sign_in.html.j2", title="Sign in", wrong=False))
    guard: Guard = request.app.state.guard
    session = guard.sign_in(await words(await form(request), "token"))
    if session is None:
        return html(page("sign_in.html.j2", title="Sign in", wrong=True), 403)
    answer = Response(status_code=303, headers={"location": "/"})
    secure = request.app.state.settings.where.secure
    answer.set_cookie(COOKIE, session, httponly=True, samesite="strict", secure=secure)
    return answer
