"""Offices, groups and pronouns are led to the one that the text leaves."""

from datetime import date

import pytest

from legation import documents, mentions
from legation.background import survey
from legation.model import Document, Reading


def read(text: str, url: str | None = None, publisher: str | None = None) -> Reading:
    document = Document(
        id="x", text=text, published=date(2024, 5, 6), url=url, publisher=publisher, language="en"
    )
    return survey(mentions.find(document, documents.repair(text)))


def codes(reading: Reading, words: str) -> list[str | tuple[str, ...] | None]:
    """What the mentions that hold some words stand for."""
    held = [a for a in reading.actors if words in reading.text(a.span)]
    return [a.members if a.form == "group" else a.actor for a in held]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "LUSAKA: Foreign Minister Ali Phiri told Zambia's press that he would go.",
            "Phiri",
            "ZMB",
        ),
        ("LUSAKA (AFP) - Zambia will pay, the Foreign Office said.", "Foreign Office", "ZMB"),
        ("Togo's Robert Lawson spoke in Lagos. Lawson left.", "Lawson", "TGO"),
        ("Togo sells cotton. The ministry published the list.", "ministry", "TGO"),
    ],
)
def test_an_office_without_a_country(text: str, words: str, expected: str) -> None:
    assert set(codes(read(text), words)) == {expected}


def test_the_famous_owner_of_an_office_keeps_it_where_the_text_speaks_of_him() -> None:
    text = "LUSAKA: Zambia asked Britain for a loan. The Foreign Office said Britain would pay."
    assert codes(read(text), "Foreign Office") == ["GBR"]


def test_without_a_home_the_famous_owner_keeps_it() -> None:
    assert codes(read("Zambia will pay, the Foreign Office said."), "Foreign Office") == ["GBR"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers left after Mali attacked the country, Niger's minister said.", "NER"),
        ("Peace in Chad is rare, and Mali shelled the country's east.", "TCD"),
        ("Niger's exports to Mali rose. The country's deficit fell.", "NER"),
        ("Niger and Mali met. The country's deficit fell.", None),
    ],
)
def test_the_country_is_the_one_talked_about(text: str, expected: str | None) -> None:
    assert codes(read(text), "the country") + codes(read(text), "The country") == (
        [expected] if expected else []
    )


def test_both_sides_are_the_pair_of_their_stretch() -> None:
    text = "Togo and Benin met. Both sides left. Chile and Peru met. Both sides stayed."
    assert codes(read(text), "Both sides") == [("TGO", "BEN"), ("CHL", "PER")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Statement by the Prime Minister of Togo. We urge Mali to wait.", ["TGO"]),
        ("We, the ministers of Togo, Mali and Benin, have signed.", [("TGO", "MLI", "BEN")]),
        ("The Togolese Government condemns the coup. We call on Mali to wait.", ["TGO"]),
        ("Togo is poor. We all know it.", []),
        ("Statement by the Prime Minister of Togo. He said: “We urge Mali to wait.”", []),
    ],
)
def test_we_outside_quotation_marks_is_whose_statement_it_is(
    text: str, expected: list[str | tuple[str, ...]]
) -> None:
    assert codes(read(text), "We") == expected


def test_an_office_of_state_says_our_for_its_country() -> None:
    text = "Our exports grew. Mali was told."
    assert codes(read(text, url="https://www.mfa.gov.tg/news"), "Our") == ["TGO"]
    assert codes(read(text, url="https://www.courier.tg/news"), "Our") == []


@pytest.mark.parametrize(
    ("text", "url", "publisher", "expected"),
    [
        ("LUSAKA, May 3 (AFP) - Rain fell.", None, None, ("ZMB", "dateline")),
        ("GENEVA, May 3 (AFP) - Rain fell.", None, None, (None, None)),
        ("Rain fell.", None, "The Lusaka Post", ("ZMB", "publisher")),
        ("Rain fell.", "https://news.zm/1", None, ("ZMB", "publisher")),
        ("Rain fell.", "https://www.gov.zm/1", None, ("ZMB", "office")),
        ("Rain fell.", None, None, (None, None)),
    ],
)
def test_home(text: str, url: str, publisher: str, expected: tuple[str | None, str | None]) -> None:
    found = read(text, url, publisher).background
    assert (found.home, found.home_from) == expected


def test_an_office_of_a_breakaway_land_is_lent_no_country() -> None:
    text = "TBILISI: Georgia protested. The Abkhaz foreign minister left. The Abkhaz army stayed."
    assert set(codes(read(text), "Abkhaz")) == {None}


@pytest.mark.parametrize("word", ["neither", "either", "each", "a", "their"])
def test_an_office_that_is_anybodys_is_lent_no_country(word: str) -> None:
    text = f"Togo sells cotton. The boats wait, and {word} ministry keeps still."
    assert set(codes(read(text), "ministry")) <= {None}
