"""A document of the account: its brief, its citation, its ledger line."""

from datetime import UTC, datetime
from typing import Any, cast

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation import pipeline, store
from legation.export.citations import bibtex, cited, csl
from legation.model import UnknownName
from legation.store import dossiers, judgements, judging
from legation.views import brief
from legation.views.questions.entries import Source
from legation.views.questions.news import news
from legation.views.questions.scopes import Scope
from legation.views.questions.shelves import Shelf
from legation.views.wording import name_of
from legation.web.answers import HTML, NOT_MODIFIED, Held, around, etag, opened
from legation.web.asked import BadQuestion, Parameter, asked, choice, code
from legation.web.pages import brief_of_server, page

PARAMETERS = (
    Parameter(name="tier", read=choice("sure", "possible"), default="sure"),
    Parameter(name="by", read=choice("kind", "text"), default="text"),
)
LISTED = 60
FORMS = (".json", ".csl.json", ".bib")


def document(request: Request) -> Response:
    """A document's brief; its address with ``.json``, ``.csl.json`` or ``.bib`` behind it is the
    ledger as read, and its citation.
    """
    given = asked(PARAMETERS, request.query_params.multi_items())
    with opened(request) as ledger:
        number, form = _named(ledger, request.path_params["id"])
        tag = etag(ledger, request)
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=NOT_MODIFIED, headers={"etag": tag})
        if held := request.app.state.remembered.get(tag):
            return cast(Response, held)
        source = Shelf(ledger).source(number)
        answer = (
            _formed(ledger, number, source, form)
            if form
            else _brief(request, ledger, number, source, given)
        )
    answer.headers["etag"] = tag
    request.app.state.remembered.keep(tag, answer)
    return answer


def _named(ledger: store.Reading, name: str) -> tuple[int, str]:
    """The number of the document of an id, and the form asked for behind it."""
    for form in ("", *sorted(FORMS, key=len, reverse=True)):
        if not name.endswith(form):
            continue
        bare = name.removesuffix(form) if form else name
        found = [number for kind, number in ledger.found(bare) if kind == "document"]
        if found:
            return found[0], form
    raise HTTPException(404)


def _formed(ledger: store.Reading, number: int, source: Source, form: str) -> Response:
    if form == ".bib":
        return Response(bibtex(source), media_type="application/x-bibtex; charset=utf-8")
    if form == ".csl.json":
        body = msgspec.json.encode([csl(source)])
        return Response(body, media_type="application/vnd.citationstyles.csl+json")
    return Response(msgspec.json.encode(ledger.ledger(number)), media_type="application/json")


def _brief(
    request: Request, ledger: store.Reading, number: int, source: Source, given: Held
) -> Response:
    held = ledger.ledger(number)
    if held is None:
        raise HTTPException(404)
    held = msgspec.structs.replace(
        held, document=msgspec.structs.replace(held.document, id=source.document)
    )
    copies = ledger.rows(
        "SELECT count(*) FROM document AS d JOIN document AS me ON me.id = ? "
        "WHERE d.story = me.story",
        (number,),
    )
    address, said = f"/document/{source.document}", around(request, ledger)
    body = brief_of_server(
        brief(held),
        address,
        opened=given["tier"] == "possible",
        by_kind=given["by"] == "kind",
        query="",
        judging=_judging(ledger, number, source, said["back"]),
        **said,
        source=source,
        copies=int(copies[0][0]) if copies else 1,
        cite={
            "text": cited(source, datetime.now(UTC).date()),
            "bibtex": f"{address}.bib",
            "csl": f"{address}.csl.json",
        },
    )
    return Response(body, media_type=HTML)


def _judging(ledger: store.Reading, number: int, source: Source, address: str) -> dict[str, Any]:
    """For the cards of a brief: the id by which a record is judged (of a copy that of the text
    that carries its story), and what people said of it and pinned.
    """
    rows = ledger.rows(
        "SELECT lower(hex(r.uid)), d.name, d.id = me.id FROM document AS me "
        "JOIN document AS d ON d.story = me.story JOIN record AS r ON r.document = d.id "
        "WHERE me.id = ? ORDER BY d.id = me.id",
        (number,),
    )
    said: dict[str, list[Any]] = {}
    for one in judging.standing(ledger.connection, bytes.fromhex(source.hash)):
        if one.verdict != "settled":
            for record in filter(None, (one.id, one.other_id)):
                said.setdefault(record, []).append(judgements.judgement(one, False))
    pins: dict[str, list[Any]] = {}
    for pin in dossiers.pins_of(ledger, source.hash):
        if pin.record:
            pins.setdefault(pin.record, []).append(pin)
    of = {record: f"{name}/{record}" for record, name, _ in rows}
    return {"of": of, "said": said, "pins": pins, "address": address}


def about(request: Request) -> Response:
    """What this account and its statistics know, and how old they are."""
    asked((), request.query_params.multi_items())
    with opened(request) as ledger:
        counts = ledger.rows("SELECT count(*), count(DISTINCT story) FROM document")
    return Response(
        page(
            "about.html.j2",
            title="What this account knows, and how well",
            here="About",
            documents=counts[0][0],
            stories=counts[0][1],
            snapshots=pipeline.snapshots(),
            model=pipeline.model(),
            published=request.app.state.settings.published,
        ),
        media_type=HTML,
    )


def actors(request: Request) -> Response:
    """Countries, bodies and persons of the account, those with the most entries first."""
    asked((), request.query_params.multi_items())
    with opened(request) as ledger:
        codes = ledger.rows(
            "SELECT a.code, count(*) AS n FROM record_actor AS r JOIN actor AS a ON a.id = r.actor "
            "GROUP BY a.id ORDER BY n DESC, a.code LIMIT ?",
            (LISTED,),
        )
        persons = ledger.rows(
            "SELECT p.name, count(*) AS n FROM record_person AS r "
            "JOIN person AS p ON p.id = r.person GROUP BY p.id ORDER BY n DESC, p.name LIMIT ?",
            (LISTED,),
        )
    places = [(code, name_of(code) or code, n) for code, n in codes]
    body = page(
        "actors.html.j2",
        title="Actors and people",
        here="Actors",
        codes=places,
        persons=persons,
        published=request.app.state.settings.published,
    )
    return Response(body, media_type=HTML)


def trades(request: Request) -> Response:
    """A form for a pair, and the pairs of the account."""
    given = asked(
        (Parameter(name="a", read=code), Parameter(name="b", read=code)),
        request.query_params.multi_items(),
    )
    if given["a"] and given["b"]:
        try:
            one, two = (pipeline.queries.country(given[name]) for name in ("a", "b"))
        except UnknownName as error:
            raise BadQuestion(str(error)) from error
        return Response(status_code=303, headers={"location": f"/trade/{one}/{two}"})
    with opened(request) as ledger:
        found = news(ledger, None, Scope()).pairs
    body = page("trades.html.j2", title="Trade of a pair", here="Trade", pairs=found)
    return Response(body, media_type=HTML)
