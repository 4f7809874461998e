"""What is glued is parted; what only looks so is not."""

import pytest

from legation.documents import repair

GLUED = [
    ("We met officials.According to the EU, it was late.", "officials.|According"),
    ("in the same spirit”.“There is a focus", "spirit”.|“There"),
    ("in the past two years.Recently, Kenya", "years.|Recently"),
    ("It signed in 2023.In 2024 it ratified.", "2023.|In"),
    ("across the region.“To be sure,” he said", "region.|“To"),
    ("he said.”The minister left", "said.”|The"),
    ("the Union (EU).The talks", "(EU).|The"),
    ("Exports fell by 3%.Imports rose", "3%.|Imports"),
    ("What now?The minister knew.", "now?|The"),
    ("It is done.A spokesman said so.", "done.|A spokesman"),
    ("over the years.EU officials agreed", "years.|EU"),
    ("across the region.U.S. officials agreed", "region.|U.S. officials"),
    ("until 5 p.m.The minister left", "p.m.|The"),
    ("Talks were held in Kenya.Japan agreed.", "Kenya.|Japan"),
]
WHOLE = [
    "U.S.-China ties",
    "News.Az reported",
    "as Courier.com said",
    "3.5 million",
    "No.5 of 7",
    "e.g.The",
    "the U.N.Security Council",
    "J.Smith and A.B.Jones",
    "at 5 p.m. sharp",
    "in report.PDF and notes.Docx",
    "see https://a.example/b.The and www.b.example/c.Xyz",
    "write to a.Bc@d.example",
    "Mr.Smith met Dr.Jones",
    "on 5.October",
    "1.The parties agree",
    "Ph.D. students",
    "Booking.Com paid",
    "“U.S.” and “U.K.” officials",
    "version 2.0 of it",
]


@pytest.mark.parametrize(("text", "parted"), GLUED)
def test_glued_sentences_are_parted(text: str, parted: str) -> None:
    repaired = repair(text)
    assert parted.replace("|", "\n") in repaired.text
    assert repaired.text.replace("\n", "") == text
    assert repaired.notes == ("parted 1 glued sentence",)


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_whole_stays_whole(text: str) -> None:
    assert repair(text).text == text


def test_a_name_that_comes_twice_is_a_name() -> None:
    text = "Wire.Asia reported it, and Wire.Asia was first."
    assert repair(text).text == text


def test_an_endless_line_is_broken_at_a_sentence() -> None:
    text = "The minister spoke of trade. " * 2_000
    lines = repair(text).text.split("\n")
    assert max(map(len, lines)) <= 8_000
    assert all(line.rstrip().endswith("trade.") for line in lines)


def test_an_endless_word_is_broken_too() -> None:
    assert max(map(len, repair("x" * 50_000).text.split("\n"))) <= 8_000
