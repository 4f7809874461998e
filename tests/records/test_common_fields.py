"""The fields that every record has beside its slots: id, anchor, date_from, about, doubts."""

from datetime import date

import pytest

from legation import pipeline
from legation.model import CORE, Document, Event, Figure, Record, Statement, content_id
from legation.records.identities import anchored

NEWS = (
    "Kenya's foreign minister Amos Were met his Ugandan counterpart in Kampala on Friday. "
    "Kenyan exports of goods and services to Uganda rose to $1.2 billion in 2022. "
    "Were said that Uganda would lift the ban. Kenya recalled its envoy from Chad."
)


def read(text: str, published: date | None = date(2023, 5, 14)) -> list[Record]:
    found = pipeline.ledger(Document(id="x", text=text, published=published, language="en"), None)
    return list(found.records)


def test_an_id_follows_document_kind_and_anchor_alone() -> None:
    for record in read(NEWS):
        anchor = record.anchor
        assert anchor is not None
        kind = type(record).__name__.lower()
        key = content_id(NEWS)
        assert record.id == content_id(key, kind, anchor.lemma, anchor.span, anchor.ordinal)


def test_an_id_does_not_change_with_the_day_of_publication() -> None:
    one, other = read(NEWS), read(NEWS, date(2024, 1, 1))
    assert [r.id for r in one] == [r.id for r in other]


def test_two_records_of_a_kind_on_one_word_are_told_apart() -> None:
    from legation import background, documents, mentions

    document = Document(id="x", text=NEWS, language="en")
    reading = background.survey(mentions.find(document, documents.repair(NEWS)))
    one = next(r for r in read(NEWS) if isinstance(r, Event))
    twins = anchored(reading, [one, one])
    assert [r.anchor.ordinal for r in twins if r.anchor] == [0, 1]
    assert twins[0].id != twins[1].id


def test_said_in_follows_the_ids_of_statements() -> None:
    found = read("Kenya's president Ann Were said that Uganda expelled two diplomats on Friday.")
    said = {r.id for r in found if isinstance(r, Statement)}
    inner = [r for r in found if isinstance(r, Event)]
    assert inner
    assert {r.said_in for r in inner} <= said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile signed a treaty on 3 May 2023.", "own"),
        ("Peru and Chile signed a treaty on Friday.", "resolved"),
        ("Peru and Chile signed a treaty.", "published"),
    ],
)
def test_where_the_date_of_an_event_comes_from(text: str, expected: str) -> None:
    (event,) = [r for r in read(text) if isinstance(r, Event)][:1]
    assert event.date_from == expected
    assert ("date" in event.doubtful) == (expected == "published")


def test_a_record_without_a_date_has_no_source_of_one() -> None:
    assert {
        r.date_from for r in read("Peru and Chile signed a treaty.", None) if isinstance(r, Event)
    } == {None}


def test_a_statement_is_about_those_whom_its_content_names() -> None:
    found = read("Norway's minister Ola Berg said that Mali and the European Union should talk.")
    (said,) = [r for r in found if isinstance(r, Statement)]
    assert said.about[:2] == ("MLI", "EUR")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("exports of goods and services", "goods_and_services"),
        ("exports of services", "services"),
        ("merchandise exports", "goods"),
        ("exports", None),
    ],
)
def test_the_basis_of_a_figure_is_what_its_clause_names(words: str, expected: str | None) -> None:
    found = read(f"Kenyan {words} to Uganda reached $1.2 billion in 2022.")
    assert [r.basis for r in found if isinstance(r, Figure)] == [expected]


def test_the_basis_of_a_neighbour_is_not_lent() -> None:
    text = (
        "Kenya's services exports to Uganda were $0.2 billion in 2022, while imports of coal were "
        "$3.1 billion."
    )
    found = [r for r in read(text) if isinstance(r, Figure)]
    assert [r.basis for r in found] == ["services", None]


def test_doubts_lie_outside_the_core_and_every_possible_record_says_why() -> None:
    for record in read(NEWS):
        core = CORE[type(record)]
        assert not set(record.doubtful) & set(core)
        assert set(record.uncertain) <= set(core)
        assert bool(record.uncertain) == (record.tier == "possible")


def test_a_ledger_names_its_reader() -> None:
    ledger = pipeline.ledger(Document(id="x", text=NEWS), None)
    assert ledger.reader is not None
    assert ledger.reader.series is None
    assert len(ledger.reader.weights or "") == 16
    checked = pipeline.ledger(Document(id="x", text=NEWS), pipeline.embedded())
    assert checked.reader is not None
    assert checked.reader.series
