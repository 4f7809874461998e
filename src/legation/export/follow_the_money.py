"""The account as followthemoney entities, a JSON line each, for Aleph and OpenSanctions' tools.

Countries and public bodies are ``PublicBody``, other bodies ``Organization``, people ``Person``,
texts ``Article``, and what is told ``Event``: deeds, statements, agreements and proposals. Figures
and claims have no schema there and stay away. An event's name is its sentence, which says what is
denied, planned or called off; ``keywords`` say kind, type, status and stance for machines.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import Struct

from legation import lexicon
from legation.export.told import Asked, Told, told
from legation.model.signs import visible
from legation.store import Reading
from legation.views.questions.entries import Source, Who
from legation.views.questions.sentences import cut
from legation.views.wording import name_of

KINDS = ("event", "statement", "instrument", "proposal")
PRIVATE = frozenset({"NGO", "ISM", "IMG", "MNC", "NON"})
NAME = 380
"""Signs of a name; followthemoney refuses more than 384. ``notes`` then have the whole sentence."""
Properties = Mapping[str, Sequence[str | None]]


class Country(Struct, frozen=True):
    """A country with the code that followthemoney knows it by."""

    code: str
    alpha2: str
    wikidata: str = ""


@cache
def countries() -> dict[str, Country]:
    """Countries by their three letters."""
    return {row.code: row for row in lexicon.table("countries", Country)}


def lines(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """Entities, each once, those that another one names before it."""
    seen: set[str] = set()
    for one in told(ledger, asked, KINDS):
        for entity in _entities(one):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield msgspec.json.encode(entity) + b"\n"


def _entities(one: Told) -> Iterator[dict[str, Any]]:
    involved = [entity for who in one.entry.parties for entity in _party(who)]
    articles = [_article(source) for source in one.entry.sources]
    yield from involved
    yield from articles
    yield _event(one, involved, articles)


def _entity(id: str, schema: str, properties: Properties) -> dict[str, Any]:
    held = {
        name: list(dict.fromkeys(visible(value) for value in values if value))
        for name, values in properties.items()
    }
    return {
        "id": f"legation-{id}",
        "schema": schema,
        "properties": {name: values for name, values in held.items() if values},
    }


def _party(who: Who) -> Iterator[dict[str, Any]]:
    """A country or body, and the person who stands for it."""
    country = countries().get((who.code or "").partition(":")[0])
    place = [country.alpha2.lower() if country else "eu" if _is_union(who.code) else None]
    if who.code:
        name = name_of(who.code) or who.name
        wikidata = country.wikidata if country and ":" not in who.code else None
        yield _entity(
            _safe(who.code),
            _schema(who.code),
            {"name": [cut(name, NAME)], "country": place, "wikidataId": [wikidata]},
        )
    if who.person:
        yield _entity(
            f"person-{_digest(who.person, who.code or '')}",
            "Person",
            {"name": [cut(who.person, NAME)], "country": place, "position": [who.role]},
        )


def _is_union(code: str | None) -> bool:
    return (code or "").partition(":")[0] == "EUR"


def _schema(code: str) -> str:
    return "Organization" if code.partition(":")[0] in PRIVATE else "PublicBody"


def _safe(code: str) -> str:
    return "actor-" + "".join(sign if sign.isalnum() else "-" for sign in code).lower()


def _digest(*words: str) -> str:
    return blake2b("\x1f".join(words).encode(), digest_size=10).hexdigest()


def _article(source: Source) -> dict[str, Any]:
    return _entity(
        f"text-{source.hash}",
        "Article",
        {
            "fileName": [source.document],
            "title": [source.title],
            "publishedAt": [source.published.isoformat() if source.published else None],
            "publisher": [source.publisher],
            "sourceUrl": [source.url],
            "language": ["eng"],
        },
    )


def _event(
    one: Told, involved: Sequence[Mapping[str, Any]], articles: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    entry, when = one.entry, one.entry.when
    start, end = (day.isoformat() if day else None for day in (when.start, when.end))
    single = start == end
    doubts = [f"Doubtful {field}: {because}" for field, because in entry.doubtful.items()]
    sure = [] if entry.certain else ["Less certain."]
    reported = ["The day is that of the report."] if one.lent else []
    whole = [one.line] if len(one.line) > NAME else []
    keywords = [entry.kind, entry.type, entry.status, f"stance: {one.stance}"]
    return _entity(
        f"affair-{one.affair.id}",
        "Event",
        {
            "name": [cut(one.line, NAME)],
            "summary": [entry.quote],
            "date": [start if single else None],
            "startDate": [None if single else start],
            "endDate": [None if single else end],
            "location": [entry.place],
            "involved": [entity["id"] for entity in involved],
            "proof": [article["id"] for article in articles],
            "keywords": keywords,
            "notes": [*whole, *sure, *reported, *doubts],
            "recordId": [one.affair.id],
        },
    )
