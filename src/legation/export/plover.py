"""Events as JSON lines in PLOVER 2.0, field by field as the ontology's documents ask.

``has_event``, ``time``, ``endtime``, ``link`` and ``text`` stay away: the ontology asks that a text
be given only by who has the rights of it; ``event_text`` quotes the words that tell the event. What
has no field of its own stands under ``legation``.

A cooperative act that is only planned is written as AGREE, as the manual asks (*AGREE*: "all
cooperative actions reported in future tense"); whatever else has not happened bears the auxiliary
mode ``future``, ``hypothetical`` or ``negation``; so does what its only teller denies.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from legation import __version__, lexicon
from legation.export.told import Asked, Told, status, told
from legation.model import Event, Location, Party, Span
from legation.store import Reading
from legation.views.wording import name_of, who

AGREE = "AGREE"
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
NEGATION = "negation"
AUXILIARY = {"planned": "future", "hypothetical": "hypothetical", "negated": NEGATION}
CODEBOOK = "PLOVER 2.0 (draft)"


class Type(Struct, frozen=True):
    """The quad class and the score of an event type."""

    quad: int
    score: float


class Ontology(Struct, frozen=True):
    """As much of ``plover.toml`` as a record repeats."""

    types: dict[str, Type]


@cache
def ontology() -> Ontology:
    """The types of the ontology."""
    held: Ontology = lexicon.nested("plover", Ontology)
    return held


def lines(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """A record a line. ``date`` is required: an event without a day of its own has that of its
    text, ``legation.date_from`` says so; one whose text has no day either is left out.
    """
    for one in told(ledger, asked, ("event",)):
        day = one.entry.when.start
        if isinstance(one.record, Event) and day is not None:
            yield msgspec.json.encode(_record(one, one.record, day)) + b"\n"


def _record(one: Told, event: Event, day: date) -> dict[str, Any]:
    stands = status(one)
    type, modes = coded(event, stands)
    if one.stance == "denies" and NEGATION not in modes:
        modes = [*modes, NEGATION]
    known = ontology().types.get(type)
    end, source = one.entry.when.end, one.source
    made: dict[str, Any] = {
        "id": one.affair.id,
        "date": day.isoformat(),
        "actor": [_entity(party, one.text) for party in event.actors],
        "event": [type],
        "mode": modes,
        "context": list(event.contexts),
        "event_text": [one.entry.quote],
        "text_info": _text_info(event.sentence),
        "coder": f"Legation {__version__}",
    }
    if event.recipients:
        made["recipient"] = [_entity(party, one.text) for party in event.recipients]
    if end is not None and end != day:
        made["enddate"] = end.isoformat()
    if known is not None:
        made |= {"quad_code": known.quad, "event_scale": known.score}
    if event.place is not None:
        made["event_loc"] = _location(event.place)
    if source is not None:
        made["cite_info"] = _citation(source.url, source.title, source.publisher, source.hash)
    return {**made, "comment": one.line, "legation": _ours(one, event, stands)}


def coded(event: Event, stands: str) -> tuple[str, list[str]]:
    """The type and the modes of an event that stands so."""
    if stands == "planned" and event.type in COOPERATIVE:
        return AGREE, []
    modes = [event.mode] if event.mode else []
    modes += [AUXILIARY[stands]] if stands in AUXILIARY else []
    return event.type, modes + (["historical"] if event.historical else [])


def _ours(one: Told, event: Event, stands: str) -> dict[str, Any]:
    entry = one.entry
    when = "none" if entry.when.undated else event.date_from
    return {
        "type": event.type,
        "status": stands,
        "historical": event.historical,
        "date_from": "published" if entry.when.lent else when,
        "tier": one.affair.tier,
        "confidence": round(event.confidence, 3),
        "doubtful": event.doubtful,
        "uncertain": event.uncertain,
        "said_in": _said(one),
        "judged": one.affair.judged,
        "stories": one.affair.stories,
        "documents": [source.document for source in entry.sources],
    }


def _said(one: Told) -> dict[str, Any] | None:
    """On whose word it stands, and whether who says it stands by it."""
    if one.said is None:
        return None
    return {"id": one.said.id, "speaker": who(one.said.speaker), "stance": one.said.stance}


def _entity(party: Party, text: str) -> dict[str, Any]:
    code, _, _ = (party.actor or "").partition(":")
    held = {
        "raw_text": _words(party.mention, text),
        "entity_name": party.person or party.name,
        "wikidata_id": party.wikidata,
        "wiki_description": party.role,
        "country_code": code,
        "country_name": name_of(code) if code else None,
        "sector_code": party.sector,
    }
    return {name: value for name, value in held.items() if value}


def _words(span: Span | None, text: str) -> str:
    return " ".join(text[span.start : span.end].split()) if span is not None else ""


def _text_info(sentence: Span | None) -> dict[str, int]:
    return {"start": sentence.start, "end": sentence.end} if sentence is not None else {}


def _location(place: Location) -> dict[str, Any]:
    held = {
        "extracted_place": place.name,
        "resolved_place": place.name if place.geonames else None,
        "geonameid": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country,
        "country": name_of(place.country),
    }
    return {name: value for name, value in held.items() if value is not None}


def _citation(
    url: str | None, title: str | None, publisher: str | None, hash: str
) -> dict[str, str]:
    held = {
        "citation": hash,
        "url": url,
        "title": title,
        "publication": publisher,
        "language": "en",
        "codebook": CODEBOOK,
    }
    return {name: value for name, value in held.items() if value}
