"""The page's own data as an interface for programs, described by OpenAPI 3.1: made from the table
of routes, so that it cannot say anything else than what is answered. Nothing here writes.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from legation import __version__
from legation.model import Ledger
from legation.web.answers import CSV, Question
from legation.web.asked import Parameter, asked

JSON = "application/json"
COMPONENTS = "#/components/schemas/{name}"
IN_PATH = re.compile(r"\{(\w+)(?::\w+)?\}")
DOCUMENT = "/document/{id:path}"
CITATIONS = {
    ".csl.json": ("application/vnd.citationstyles.csl+json", "the source as CSL-JSON"),
    ".bib": ("application/x-bibtex; charset=utf-8", "the source as BibTeX"),
}
ABOUT = (
    "What an account holds, as its pages show it: every entry with its words, its span, its "
    "source, how sure it is and whether it is denied. A query that is unknown or ill-formed is "
    "refused, never ignored. Answers carry an ETag; ask again with If-None-Match."
)
PATHS = {
    "a": "One side of a pair: a code, EUR or KAZ; the codes in alphabetical order.",
    "b": "The other side.",
    "country": "A country's code.",
    "name": "A code, or the name of a person or body.",
    "id": "An id of the account; former ids lead to what bears them now.",
}
QUERIES = {
    "since": "From that day on, by an entry's own period.",
    "until": "Until that day.",
    "kind": "Only these kinds of entries.",
    "tier": "possible: the less certain too, marked.",
    "members": "no: without what stands in a pair only by a bloc's member.",
    "cursor": "The page after the one that gave it as next.",
    "limit": "Rows of a page.",
}
FAULT = {
    "description": "why not",
    "content": {
        JSON: {
            "schema": {
                "type": "object",
                "properties": {"error": {"type": "string"}},
                "required": ["error"],
            }
        }
    },
}
Questions = Sequence[tuple[str, Question]]


def served(questions: Questions) -> Callable[[Request], Response]:
    """The handler that serves the description; it is made when first asked for."""

    @cache
    def encoded() -> bytes:
        return msgspec.json.encode(described(questions))

    def handle(request: Request) -> Response:
        asked((), request.query_params.multi_items())
        return Response(encoded(), media_type=JSON)

    return handle


def described(questions: Questions) -> dict[str, Any]:
    """The whole description of some questions, and of a document."""
    views = tuple(dict.fromkeys((*(question.gives for _, question in questions), Ledger)))
    shapes, components = msgspec.json.schema_components(views, ref_template=COMPONENTS)
    given = dict(zip(views, shapes, strict=True))
    paths: dict[str, Any] = {}
    for address, question in questions:
        paths |= _of_question(address, question, given[question.gives])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Legation",
            "version": __version__,
            "description": ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": paths | _of_document(given[Ledger]) | _of_review(),
        "components": {"schemas": components},
    }


def _of_question(address: str, question: Question, shape: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON of a question and its lists."""
    plain, says = _plain(address), summary(question.gives)
    given = [*_in_path(address), *map(_in_query, question.parameters)]
    made = {f"{plain}.json": _get(says, given, JSON, shape)}
    for name in question.lists:
        path = f"{plain}/{name}.csv" if name else f"{plain}.csv"
        told = f"{says} As CSV{f': its {name}' if name else ''}."
        made[path] = _get(told, given, CSV, {"type": "string"})
    return made


def _of_document(shape: Mapping[str, Any]) -> dict[str, Any]:
    """A document's ledger, as it was read, and its citations."""
    plain, path = _plain(DOCUMENT), _in_path(DOCUMENT)
    made = {f"{plain}.json": _get("A document and all its records, as read.", path, JSON, shape)}
    for form, (media, told) in CITATIONS.items():
        made[f"{plain}{form}"] = _get(f"Of a document {told}.", path, media, {})
    return made


def _of_review() -> dict[str, Any]:
    """The draft of a ClaimReview that a checked entry gives."""
    told = "An unsigned draft of a ClaimReview (schema.org); 404 where nothing was checked."
    path = _in_path("/entry/{id:path}")
    return {"/entry/{id}.review.json": _get(told, path, "application/ld+json", {})}


def _get(
    says: str, given: Sequence[Mapping[str, Any]], media: str, shape: Mapping[str, Any]
) -> dict[str, Any]:
    content = {media.partition(";")[0]: {"schema": shape}}
    answers = {
        "200": {"description": "the answer", "content": content},
        "304": {"description": "unchanged since the ETag that was sent"},
        "400": FAULT,
        "404": FAULT,
    }
    return {"get": {"summary": says, "parameters": list(given), "responses": answers}}


def _plain(address: str) -> str:
    return IN_PATH.sub(r"{\1}", address)


def _in_path(address: str) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": PATHS[name],
            "schema": {"type": "string"},
        }
        for name in IN_PATH.findall(address)
    ]


def _in_query(parameter: Parameter) -> dict[str, Any]:
    shape: dict[str, Any] = dict(parameter.read.shape)
    if parameter.many:
        shape = {"type": "array", "items": shape}
    if parameter.default not in (None, ()):
        shape["default"] = parameter.default
    made = {"name": parameter.name, "in": "query", "required": False, "schema": shape}
    if parameter.name in QUERIES:
        made["description"] = QUERIES[parameter.name]
    return made


def summary(view: type[Struct]) -> str:
    """The first sentence that the view says of itself."""
    said = " ".join((view.__doc__ or view.__name__).split())
    first, dot, _ = said.partition(". ")
    return f"{first}." if dot else said
