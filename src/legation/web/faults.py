"""One page for all that goes wrong: a status, one sentence, and never a path or a trace."""

import logging
import secrets

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from legation.model import LegationError
from legation.web.asked import BadQuestion
from legation.web.guard import Application, Refusal, Scope
from legation.web.pages import page

log = logging.getLogger(__name__)
HEADINGS = {
    400: "That cannot be asked",
    401: "Sign in first",
    403: "Not allowed",
    404: "Nothing here",
    405: "Not that way",
    409: "It has changed meanwhile",
    413: "Too large",
    415: "Not a form",
    421: "Not this server",
    500: "A fault in Legation",
    503: "Not now",
}


def told(status: int, because: str, path: str) -> Response:
    """The answer for a fault: a page, or an object where ``.json`` was asked for."""
    if path.endswith((".json", ".csv")):
        return JSONResponse({"error": because}, status)
    heading = HEADINGS.get(status, HEADINGS[500])
    body = page("fault.html.j2", title=heading, because=because, status=status)
    return Response(body, status, media_type="text/html; charset=utf-8")


def refused(refusal: Refusal, scope: Scope) -> Application:
    """What the guard sends instead of a page."""
    answer = told(refusal.status, refusal.because, scope["path"])
    if refusal.status == 401 and scope["method"] == "GET":
        answer = Response(status_code=303, headers={"location": "/sign-in"})
    return answer


def bad_question(request: Request, fault: Exception) -> Response:
    """An address that cannot be asked: the reason is ours and told."""
    return told(400, str(fault), request.url.path)


def http_fault(request: Request, fault: Exception) -> Response:
    """A fault with a status; Starlette's own words for 404 and 405 are replaced."""
    assert isinstance(fault, HTTPException)
    plain = {
        404: "There is no such page, or nothing of that name in this ledger.",
        405: "This address cannot be used in that way.",
    }
    because = plain.get(fault.status_code) or fault.detail
    return told(fault.status_code, because, request.url.path)


def known_fault(request: Request, fault: Exception) -> Response:
    """A fault that Legation foresaw: its message says what to do."""
    return told(503, str(fault), request.url.path)


def our_fault(request: Request, fault: Exception) -> Response:
    """A mistake in our code: logged in full under a number, told by that number alone."""
    number = secrets.token_hex(4)
    log.error("fault %s at %s", number, request.url.path, exc_info=fault)
    return told(500, f"Please report it with the number {number}.", request.url.path)


HANDLERS = {
    BadQuestion: bad_question,
    HTTPException: http_fault,
    LegationError: known_fault,
    Exception: our_fault,
}
