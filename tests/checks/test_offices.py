"""Offices then and now: only what has changed since, only where the register knows both."""

from datetime import date

import pytest

from legation import pipeline
from legation.checks.offices import VINTAGE, Holder, register, then_and_now
from legation.lexicon.loader import _text
from legation.model import Document, Party, Statement


def someone(person: str | None, actor: str | None, role: str | None = None) -> Party:
    return Party(mention=None, actor=actor, person=person, role=role)


@pytest.mark.parametrize(
    ("person", "actor", "role", "day", "told"),
    [
        (
            "Josep Borrell",
            "EUR",
            "high representative",
            date(2022, 3, 1),
            "until 1 December 2024; now Kaja Kallas",
        ),
        (
            "Josep Borrell",
            "EUR:eeas",
            None,
            date(2022, 3, 1),
            "until 1 December 2024; now Kaja Kallas",
        ),
        (
            "Joe Biden",
            "USA",
            "president",
            date(2023, 3, 1),
            "until 20 January 2025; now Donald Trump",
        ),
        ("Donald Trump", "USA", "president", date(2018, 3, 1), "until 20 January 2021"),
    ],
)
def test_what_changed_is_told(
    person: str, actor: str, role: str | None, day: date, told: str
) -> None:
    assert told in str(then_and_now(someone(person, actor, role), day))


@pytest.mark.parametrize(
    ("person", "actor", "day"),
    [
        ("Kaja Kallas", "EUR", date(2025, 3, 1)),  # still in office
        ("Josep Borrell", "EUR", date(2025, 3, 1)),  # not in office any more
        ("Josep Borrell", "ESP", date(2022, 3, 1)),  # for somebody else
        ("Josep Borrell", "EUR", None),  # a text without a day
        ("Nobody Known", "EUR", date(2022, 3, 1)),
        (None, "EUR", date(2022, 3, 1)),
        ("Josep Borrell", None, date(2022, 3, 1)),
    ],
)
def test_else_nothing_is_said(person: str | None, actor: str | None, day: date | None) -> None:
    assert then_and_now(someone(person, actor), day) is None


def test_who_comes_back_is_not_told_to_have_been_followed_by_himself() -> None:
    assert "now" not in str(
        then_and_now(someone("Donald Trump", "USA", "president"), date(2018, 3, 1))
    )


def test_terms_end_after_they_begin() -> None:
    rows: list[Holder] = [row for held in register().values() for row in held]
    assert all(row.end is None or row.start < row.end for row in rows)


def test_the_vintage_is_the_registers() -> None:
    assert "2026-11" in _text("data/office_holders_own.csv").splitlines()[0]
    assert VINTAGE == "November 2026"


def test_a_ledger_tells_it_of_the_speaker() -> None:
    text = "EU foreign policy chief Josep Borrell said on Tuesday that the corridor would be built."
    document = Document(id="made", text=text, published=date(2022, 3, 1), language="en")
    found = [
        r
        for r in pipeline.ledger(document, pipeline.embedded()).records
        if isinstance(r, Statement)
    ]
    assert found
    assert "now Kaja Kallas" in str(found[0].speaker and found[0].speaker.office)
