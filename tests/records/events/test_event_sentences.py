"""Sentences of our own, each with its event: type, mode, parties and status, from a file that
people can add to.
"""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from msgspec import Struct, convert

from legation import background, documents, mentions
from legation.lexicon import nested, table
from legation.model import Document, Event
from legation.records import events
from legation.records.events.assembly.finished import finish
from legation.records.events.assembly.ontology import Ontology
from legation.records.events.candidates.stances import Stance


class Told(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sentence and the event that it tells; a ``type`` of NONE: nothing."""

    text: str
    type: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: str = "actual"
    context: str | None = None
    place: str | None = None
    date: str | None = None


FILE = Path(__file__).parent / "event_sentences.toml"
SENTENCES = convert(tomllib.loads(FILE.read_text(encoding="utf-8"))["sentence"], list[Told])


def told(text: str) -> list[Event]:
    """What the lexicon tells, before any second opinion."""
    document = Document(id="test", text=text, published=date(2024, 5, 20), language="en")
    reading = background.survey(mentions.find(document, documents.repair(text)))
    held = events.drafts_of(reading)
    return [finish(reading, [], draft) for draft in held if draft.frame == "exact"]


def sides(event: Event) -> tuple[list[str], list[str]]:
    actors, recipients = (
        sorted(p.actor or "?" for p in side) for side in (event.actors, event.recipients)
    )
    return actors, recipients


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row.text[:60])
def test_the_event_of_a_sentence(row: Told) -> None:
    found = told(row.text)
    if row.type == "NONE":
        assert found == []
        return
    of_type = [e for e in found if e.type == row.type]
    assert of_type, found
    event = of_type[0]
    assert sides(event) == (sorted(row.actors), sorted(row.recipients))
    assert event.status == row.status
    assert row.mode is None or event.mode == row.mode
    assert row.context is None or row.context in event.contexts
    assert row.place is None or (event.place is not None and event.place.name == row.place)
    assert row.date is None or (event.date is not None and event.date.edtf == row.date)


def test_no_sentence_stands_twice() -> None:
    texts = [row.text for row in SENTENCES]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("row", table("stances", Stance), ids=lambda row: row.lemma)
def test_every_stance_is_found_in_its_example(row: Stance) -> None:
    assert row.type in {event.type for event in told(row.example)}


def test_every_type_and_mode_has_a_sentence() -> None:
    told_of = {(row.type, row.mode) for row in SENTENCES} | {(row.type, None) for row in SENTENCES}
    wanted = {
        (name, mode)
        for name, type_ in nested("plover", Ontology).types.items()
        for mode in (None, *type_.modes)
    }
    assert wanted <= told_of, wanted - told_of


def test_every_context_has_a_sentence() -> None:
    told_of = {row.context for row in SENTENCES}
    assert set(nested("plover", Ontology).contexts) <= told_of
