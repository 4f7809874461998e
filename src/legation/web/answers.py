"""One question, three forms: a page, JSON, CSV. The same view stands behind the three, so that
what is on the screen is what is in the file.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from legation import __version__, store
from legation.model import QuestionError
from legation.store import dossiers
from legation.views.questions.scopes import Scope
from legation.web.asked import BadQuestion, Parameter, asked
from legation.web.pages import page
from legation.web.remembered import Remembered

HTML = "text/html; charset=utf-8"
CSV = "text/csv; charset=utf-8"
NOT_MODIFIED = 304
FILTERS = ("since", "until", "kind", "tier", "members")
Held = dict[str, Any]


class Question(Struct, frozen=True, kw_only=True):
    """What an address answers.

    Attributes:
        template: the page's; ``here`` the place in the mast that it belongs to.
        gives: the type of the view, which its JSON is made of.
        parameters: what its query may hold.
        ask: the view, of the open ledger, the parts of the path and the values of the query.
        lists: the lists on the page by name, each as CSV of the view; the one named ``""`` is that
            of the page itself.
        beside: what the template needs besides the view: charts above all.
    """

    template: str
    here: str
    gives: type[Struct]
    parameters: tuple[Parameter, ...] = ()
    ask: Callable[[store.Reading, Mapping[str, str], Held], Struct]
    lists: Mapping[str, Callable[[Any], str]] = {}
    beside: Callable[[Any, Held], Mapping[str, Any]] = lambda view, given: {}


def scope(given: Held) -> Scope:
    """The filters of a query as the views take them."""
    return Scope(
        since=given.get("since"),
        until=given.get("until"),
        kinds=given.get("kind") or (),
        members=given.get("members") != "no",
        possible=given.get("tier") == "possible",
        cursor=given.get("cursor"),
        limit=given.get("limit") or Scope().limit,
    )


def answered(
    question: Question, form: str = "html", name: str = ""
) -> Callable[[Request], Response]:
    """The handler of a question.

    Args:
        form: ``html``, ``json`` or ``csv``.
        name: of the list that a table holds; the page's own where it is empty.
    """

    def handle(request: Request) -> Response:
        kept: Remembered = request.app.state.remembered
        given = asked(question.parameters, request.query_params.multi_items())
        if elsewhere := _in_order(request):
            return Response(status_code=303, headers={"location": elsewhere})
        with opened(request) as ledger:
            tag = etag(ledger, request)
            if request.headers.get("if-none-match") == tag:
                return Response(status_code=NOT_MODIFIED, headers={"etag": tag})
            if held := kept.get(tag):
                return held
            try:
                view = question.ask(ledger, request.path_params, given)
            except QuestionError as error:
                raise BadQuestion(str(error)) from error
            answer = _formed(question, view, given, request, (form, name), ledger)
        answer.headers["etag"] = tag
        kept.keep(tag, answer)
        return answer

    return handle


def _formed(
    question: Question,
    view: Struct,
    given: Held,
    request: Request,
    wanted: tuple[str, str],
    ledger: store.Reading,
) -> Response:
    form, name = wanted
    if form == "json":
        return Response(msgspec.json.encode(view), media_type="application/json")
    if form == "csv":
        return _table(question, view, name)
    held = {
        "title": getattr(getattr(view, "head", None), "title", "Legation"),
        "here": question.here,
        "view": view,
        "asked": given,
        "address": request.url.path,
        "query": request.url.query,
        "today": datetime.now(UTC).date(),
        **around(request, ledger),
        **question.beside(view, given),
    }
    return Response(page(question.template, **held), media_type=HTML)


def see(address: str) -> Response:
    """Go on to another page of ours, by a question that changes nothing."""
    return Response(status_code=303, headers={"location": address})


def around(request: Request, ledger: store.Reading) -> dict[str, Any]:
    """What every page needs beside its view: whether it is a published copy, without forms and
    names of judges; the dossiers that a line can be pinned into; its own address.
    """
    published = request.app.state.settings.published
    query = request.url.query
    return {
        "published": published,
        "dossiers": () if published else tuple(one.name for one in dossiers.all_of(ledger)),
        "back": request.url.path + (f"?{query}" if query else ""),
    }


def html(body: str, status: int = 200) -> Response:
    """A page as an answer."""
    return Response(body, status, media_type=HTML)


def _table(question: Question, view: Struct, name: str) -> Response:
    file = f"legation-{name or question.template.partition('.')[0]}.csv"
    return Response(
        question.lists[name](view),
        media_type=CSV,
        headers={"content-disposition": f'attachment; filename="{file}"'},
    )


def _in_order(request: Request) -> str | None:
    """The address of a pair whose codes stand in their order: a pair is one, however it is
    written.
    """
    a, b = request.path_params.get("a"), request.path_params.get("b")
    if a is None or b is None or a <= b or request.url.path.startswith("/trade/"):
        return None
    path = request.url.path.replace(f"/{a}/{b}", f"/{b}/{a}", 1)
    return f"{path}?{request.url.query}" if request.url.query else path


def opened(request: Request) -> store.Reading:
    """The ledger of the server, read-only; an empty one where there is none yet."""
    return store.reading(request.app.state.settings.ledger)


def etag(ledger: store.Reading, request: Request) -> str:
    """Changes with the ledger (judgements too), the code, the question and the day."""
    parts = (ledger.version(), __version__, request.url.path, request.url.query, date.today())
    return f'"{blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'
