"""What stands around the story is told apart, and nothing of the story with it."""

import re

import pytest

from legation import documents, lexicon, mentions
from legation.background import survey
from legation.background.furniture import Row, lines
from legation.model import Document, Reading

ROWS = lexicon.table("furniture", Row)


def read(text: str) -> Reading:
    return survey(mentions.find(Document(id="x", text=text), documents.repair(text)))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.example[:30])
def test_every_pattern_has_an_example_and_a_line_that_it_must_not_match(row: Row) -> None:
    pattern = re.compile(row.pattern)
    assert pattern.fullmatch(row.example)
    assert not pattern.fullmatch(row.other)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Lena Odhiambo", "byline"),
        ("By Lena Odhiambo in Nairobi", "byline"),
        ("(Reporting by Ana Lima; editing by Jon Park)", "byline"),
        ("Photo: Ministry of Foreign Affairs", "credit"),
        ("The presidents of Togo and Benin in Lomé, 2 May. [AFP]", "credit"),
        ("READ MORE: Dockers in Lomé walk out over pay", "pointer"),
        ("Related stories", "pointer"),
        ("Subscribe to our newsletter for news from Lomé", "notice"),
        ("© 2024 Lomé Courier. All rights reserved.", "notice"),
        ("ENDS", "signoff"),
        ("(AFP)", "signoff"),
        ("Page 2 of 9", "head"),
    ],
)
def test_a_line_of_furniture_is_read_by_nobody(line: str, kind: str) -> None:
    text = f"Togo and Benin signed a treaty on Monday.\n\n{line}\n\nTheir ministers met in Lomé."
    reading = read(text)
    assert [(f.kind, reading.text(f.span)) for f in reading.background.furniture] == [(kind, line)]
    assert line not in [reading.text(s.span) for s in reading.sentences]
    assert [s.index for s in reading.sentences] == list(range(len(reading.sentences)))


@pytest.mark.parametrize(
    "line",
    [
        "By Monday Togo and Benin had signed the treaty.",
        "Photo shops in Togo closed.",
        "Togo: the price of peace",
        "The end of the talks was near.",
        "Read the treaty before you sign, Togo told Benin.",
    ],
)
def test_a_line_of_the_story_is_none(line: str) -> None:
    assert read(f"Togo and Benin signed a treaty.\n\n{line}\n").background.furniture == ()


def test_a_heading_before_a_colon_is_apart_and_its_words_stay() -> None:
    reading = read("GAS TALKS: Envoys of Togo and Benin met on Monday.\n\nThe price is open.")
    (label,) = reading.background.furniture
    assert (label.kind, reading.text(label.span)) == ("label", "GAS TALKS:")
    assert len(reading.sentences) == 2


@pytest.mark.parametrize(
    "text",
    [
        "MR PRICE: We will sign.\n\nThe minister left.",
        "PRESIDENT LEE: We will sign.\n\nThe minister left.",
        "MODERATOR: Who signs?\n\nOWUSU: We do.\n\nMODERATOR: When?\n\nOWUSU: Today.",
        "Foreign Minister Ama Owusu spoke in Accra.\n\nOWUSU: We will sign.",
    ],
)
def test_the_speakers_of_a_transcript_are_no_headings(text: str) -> None:
    assert [f for f in read(text).background.furniture if f.kind == "label"] == []


def test_a_short_line_that_comes_again_and_again_is_a_running_head() -> None:
    page = "Togo Trade Bulletin\n\nTogo sold cotton to Benin in 2021, the ministry said.\n\n"
    heads = read(page * 3).background.furniture
    assert [f.kind for f in heads] == ["head"] * 3
    assert read(page * 2).background.furniture == ()


def test_lines_keep_their_places() -> None:
    text = "  one \n\n\ttwo\r\nthree"
    assert [(line.text, line.span.of(text)) for line in lines(text)] == [
        (word, word) for word in ("one", "two", "three")
    ]
