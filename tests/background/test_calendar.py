"""Days and stretches that only the calendar gives, and what is no date."""

from datetime import date

import pytest

from legation import background, documents, mentions
from legation.model import Document, Reading


def read(text: str, published: date | None = date(2024, 5, 13)) -> Reading:
    document = Document(id="x", text=text, published=published, language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def edtf(text: str) -> list[str]:
    return [d.edtf or "" for d in read(text).dates]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in the first ten days of May", "2024-05-01/2024-05-10"),
        ("in the first two weeks of April 2023", "2023-04-01/2023-04-14"),
        ("in the last five days of June", "2023-06-26/2023-06-30"),
        ("in the second week of January", "2024-01-08/2024-01-14"),
        ("in the first half of March", "2024-03-01/2024-03-15"),
        ("in the April 1-15 period", "2024-04-01/2024-04-15"),
        ("on the last Friday of this month", "2024-05-31"),
        ("on the first Monday of March 2023", "2023-03-06"),
        ("in the three years to 2023", "2021/2023"),
        ("in the 12 months to June 2023", "2022-07/2023-06"),
        ("between the start of 2023 and mid-October", "2023-01-01/2023-10-15"),
        ("on Oct 5 '21", "2021-10-05"),
        ("on 3 Sep 15", "2015-09-03"),
    ],
)
def test_the_calendar_narrows(words: str, expected: str) -> None:
    assert edtf(f"Togo sold cotton to Mali {words}.") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "President April Summers of Palau visited Japan.",
        "Prime Minister Theresa May met the French president.",
        "Togo's president visited Chile on 31 June 2023.",
        "On 3 September 15 ships sailed to Togo.".replace("3 September ", "that day "),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not [e for e in edtf(text) if "-0" in e and not e.startswith("2024-05-1")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo's president visits Mali on Wednesday.", "2024-05-15"),
        ("Togo's president visited Mali on Wednesday.", "2024-05-08"),
        ("Togo's president will visit Mali on Wednesday.", "2024-05-15"),
    ],
)
def test_a_day_of_the_week_goes_by_the_tense(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo's president will visit Mali this week.", "2024-W20"),
        ("Togo's president visited Mali this week.", "2024-W19"),
    ],
)
def test_this_week_told_on_a_sunday(text: str, expected: str) -> None:
    assert [d.edtf for d in read(text, date(2024, 5, 12)).dates] == [expected]
