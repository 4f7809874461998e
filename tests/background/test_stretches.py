"""Pairs, topics and times hold over a stretch, and lend nothing beyond it."""

from datetime import date

import pytest

from legation import documents, mentions
from legation.background import survey
from legation.model import Background, Document, Reading


def read(text: str, title: str | None = None, published: date | None = None) -> Reading:
    document = Document(id="x", text=text, title=title, published=published, language="en")
    return survey(mentions.find(document, documents.repair(text)))


def background(text: str, title: str | None = None) -> Background:
    return read(text, title).background


def test_a_pair_holds_until_a_third_country_comes_in() -> None:
    found = background(
        "Togo and Benin signed a pact. It covers cotton. Benin will pay for it. Ghana sold gold "
        "abroad. It was a good year."
    )
    codes = [pair.codes if (pair := found.pair_at(n)) else None for n in range(5)]
    assert codes == [("TGO", "BEN")] * 3 + [None] * 2


def test_a_new_pair_takes_the_place_of_the_old_one() -> None:
    found = background("Togo and Benin signed a pact. Chile and Peru did not. They met.")
    assert [p.codes for p in found.pairs] == [("TGO", "BEN"), ("CHL", "PER")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile's copper year was poor. Mines closed. Exports to Japan fell.", "CHL"),
        ("Kenyan customs data came out. They cover ports. Imports from Egypt rose.", "KEN"),
        ("Peru and Chile met. They talked. Exports fell.", None),
        ("Morocco published its accounts. Spain did so too. Imports fell.", "ESP"),
    ],
)
def test_the_topic_is_whom_the_stretch_is_told_of(text: str, expected: str | None) -> None:
    assert background(text).topic_at(2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade with Togo was $6 million in 2021. Exports of Benin rose.", "2021"),
        (
            "Trade of Benin was $6 million in 2021. It wants a pact by the end of 2024. Exports "
            "fell.",
            "2021",
        ),
        ("Trade was $6 million in 2021, below the $9 million of 2014. Exports fell.", "2021"),
        ("Trade was $6 million, less than in 2014. Exports fell.", None),
        ("Benin's minister came on 3 May 2021. Exports fell.", None),
    ],
)
def test_the_time_that_trade_is_told_for_is_no_base_and_no_plan(
    text: str, expected: str | None
) -> None:
    found = background(text)
    last = len(read(text).sentences) - 1
    told = found.time_at(last)
    assert (told.period.edtf if told else None) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Togo and Benin open a port\n\nGhana praised it. Ghana paid.", None, ("TGO", "BEN")),
        ("Ghana praised it. Ghana and Mali paid.", "Togo ends talks with Benin", ("TGO", "BEN")),
        ("Togo met Benin. Togo paid. Ghana, Mali and Niger looked on.", None, ("TGO", "BEN")),
        ("Togo paid. Togo left.", None, None),
        ("Togo, Benin, Ghana and Mali met.", None, None),
    ],
)
def test_the_heading_names_whom_title_and_lead_are_about(
    text: str, title: str | None, expected: tuple[str, str] | None
) -> None:
    assert background(text, title).pair == expected
