"""Sides and times that a number leaves out come from its stretch alone."""

from datetime import date

import pytest

from legation import background, documents, mentions
from legation.model import Document, Figure
from legation.records import figures


def read(text: str) -> list[Figure]:
    document = Document(id="x", text=text, published=date(2024, 6, 10), language="en")
    reading = background.survey(mentions.find(document, documents.repair(text)))
    return figures.extract(reading, [])


def last(text: str) -> tuple[str, str | None, str | None, str | None]:
    """Measure, sides and time of the figure that stands last."""
    found = max(read(text), key=lambda f: f.evidence[-1].end)
    return (
        found.measure,
        found.reporter,
        found.partner,
        found.period.edtf if found.period else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Togo's cotton year was a poor one. Gins stood still. Rain came late. Exports to "
            "France fell to $40 million in 2021.",
            ("exports", "TGO", "FRA", "2021"),
        ),
        (
            "Beninese customs data for 2020 came out on Monday. They cover nine ports. Imports "
            "from Ghana reached $90 million.",
            ("imports", "BEN", "GHA", "2020"),
        ),
        (
            "Mali's trade with Niger is growing, the ministry noted. Turnover climbed to $93 "
            "million in 2021.",
            ("trade_total", "MLI", "NER", "2021"),
        ),
        (
            "Togo's exports to Ghana were $50 million in 2019. Imports from Ghana were $70 "
            "million.",
            ("imports", "TGO", "GHA", "2019"),
        ),
    ],
)
def test_what_the_stretch_lends(text: str, expected: tuple[str, ...]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Togo's exports to Ghana were $50 million in 2019. Total exports reached $1.2 billion.",
        "Togo's trade with Ghana was $90 million in 2019. The trade deficit, $0.6 billion, grew.",
        "Togo's sales to Ghana were $50 million in 2019. The country's exports were $1.2 billion.",
    ],
)
def test_a_whole_is_lent_no_partner(text: str) -> None:
    _, reporter, partner, _ = last(text)
    assert (reporter, partner) == ("TGO", None)


def test_a_total_of_two_is_no_whole() -> None:
    text = (
        "Togo's exports to Ghana were $50 million in 2019; its imports from there were $30 "
        "million. Total trade had been $75 million a year earlier."
    )
    assert last(text) == ("trade_total", "TGO", "GHA", "2018")


def test_nothing_is_lent_from_another_pair() -> None:
    text = (
        "Togo's exports to Ghana were $50 million in 2019. Chile and Peru met in Lima. Turnover "
        "was $4 billion."
    )
    _, reporter, partner, _ = last(text)
    assert "TGO" not in (reporter, partner)
    assert "GHA" not in (reporter, partner)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade of Togo and Ghana was $1.4 billion last year, well below the $2.3 billion of "
            "2014. Togolese exports were $0.9 billion.",
            "2023",
        ),
        (
            "Togo sold goods for $2.1 billion to Ghana in the first half of 2021. A pact should be "
            "signed before the end of 2025. Togo's cotton exports were $0.4 billion.",
            "2021-H1",
        ),
        (
            "Togo's exports to Ghana were $50 million in February, the bank said on Monday. "
            "Imports from Ghana rose 4% on the year to $60 million.",
            "2024-02",
        ),
    ],
)
def test_the_time_is_the_one_that_trade_is_told_for(text: str, expected: str) -> None:
    assert last(text)[3] == expected


@pytest.mark.parametrize("word", ["below", "above"])
def test_a_number_that_another_is_set_against_is_exact(word: str) -> None:
    text = f"Togo's exports to Ghana were $2.1 billion in 2022, {word} the $1.6 billion of 2016."
    old = next(f for f in read(text) if f.value.written == "$1.6 billion")
    assert (old.qualifier, old.period and old.period.edtf) == ("exact", "2016")


def test_what_the_target_is_is_a_target() -> None:
    found = read(
        "Togo's trade with Mali was $1 billion in 2023; the target for 2027 is $3 billion."
    )
    assert {f.value.written: f.nature for f in found} == {
        "$1 billion": "flow",
        "$3 billion": "target",
    }
