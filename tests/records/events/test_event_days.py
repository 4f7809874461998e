"""The day of an event: its own, or the day of the report where the main clause tells it as news."""

from datetime import date

import pytest

from legation import pipeline
from legation.model import Document, Event


def events(text: str) -> list[Event]:
    document = Document(id="x", text=text, published=date(2024, 5, 13), language="en")
    found = pipeline.ledger(document, None).records
    return [r for r in found if isinstance(r, Event)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ties have been poor since Mali invaded Niger.", "ASSAULT"),
        ("Togo closed a road after Mali attacked Niger.", "ASSAULT"),
        ("Trade stopped when Mali attacked Niger.", "ASSAULT"),
        ("Togo buys grain that came in before Mali attacked Niger.", "ASSAULT"),
    ],
)
def test_an_act_that_only_places_another_is_lent_no_day(text: str, kind: str) -> None:
    found = [e for e in events(text) if e.type == kind]
    assert found
    assert {e.date for e in found} == {None}


def test_news_of_the_main_clause_is_lent_the_day_of_the_report_and_doubted() -> None:
    (event,) = events("Mali attacked Niger.")
    assert (event.date_from, "date" in event.doubtful) == ("published", True)


def test_what_a_state_has_lasted_since_is_history() -> None:
    (event,) = events("Ties have been poor since Mali invaded Niger.")
    assert event.historical


def test_a_visit_of_one_who_has_left_office_is_history() -> None:
    found = events("The visit of former Finnish President Onni Saarela to Mali annoyed Togo.")
    assert any(e.type == "CONSULT" and e.historical for e in found)


def test_a_timetable_is_planned() -> None:
    (event,) = events("Togo's president visits Mali on Wednesday.")
    assert (event.status, event.date and event.date.edtf) == ("planned", "2024-05-15")


@pytest.mark.parametrize(
    "text",
    [
        "Abkhaz police arrested a singer in Georgia.",
        "The authorities of South Ossetia freed a prisoner, Georgia said.",
        "The Crimean parliament thanked Moscow.",
    ],
)
def test_an_act_of_a_breakaway_land_is_never_its_parents(text: str) -> None:
    found = events(text)
    assert found
    assert not {p.actor for e in found for p in e.actors} & {"GEO", "UKR"}
