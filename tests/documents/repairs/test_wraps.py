"""Wrapped lines are joined; lists, headings, verse and paragraphs a line keep theirs."""

import textwrap

import pytest

from legation.documents import repair

PROSE = (
    "The foreign ministers of Kenya and Japan met in Nairobi on Monday for talks that both "
    "described as useful. They agreed "
    "that trade between the two countries should grow and that a railway from the port of "
    "Mombasa to the highlands would help "
    "it to do so, with loans of 300 million dollars for the first stretch. A second meeting "
    "is planned for the spring, when a "
    "treaty may be signed."
)
KEPT = [
    "- ports and their cranes\n- railways and their stations\n- loans for both of them",
    "1. The parties agree on a railway.\n2. The parties agree on a port.",
    "# A heading of this page\nThe text below it.",
    "A railway to the sea\nis all that we desire\nfor you and for me\nand our iron and fire",
    "Paragraphs may be lines of their own. This is one of them.\nAnd this is the next of "
    "them. It goes on longer than that one.",
    "Name: Nairobi\nCountry: Kenya\nPeople: four million",
]


@pytest.mark.parametrize("width", [50, 66, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "    "])
def test_a_wrapped_paragraph_is_one_line_again(width: int, indent: str) -> None:
    wrapped = "\n\n".join(
        textwrap.fill(PROSE, width, initial_indent=indent, break_on_hyphens=False) for _ in range(2)
    )
    repaired = repair(wrapped)
    assert [line.strip() for line in repaired.text.split("\n\n")] == [PROSE, PROSE]
    assert "wrapped line" in repaired.notes[0]


@pytest.mark.parametrize("text", KEPT)
def test_lines_that_mean_something_stay(text: str) -> None:
    assert repair(text).text.replace("# ", "") == text.replace("# ", "")


def test_words_divided_at_a_line_end_are_made_whole() -> None:
    text = (
        "The rail-\nway and the long-\nterm loans were dis-\ncussed; export-\nand import duties "
        "were not, this after-\nnoon.\n"
    )
    assert repair(text).text == (
        "The railway and the long-term loans were discussed; export- and import duties were "
        "not, this afternoon.\n"
    )


def test_a_divided_word_points_at_both_its_lines() -> None:
    text = "Both ministers spoke of the rail-\nway."
    repaired = repair(text)
    start = repaired.text.index("railway")
    span = repaired.span(start, start + len("railway"))
    assert text[span.start : span.end] == "rail-\nway"


SHORT = [
    "ACCRA, May 2 (Own wire) - Togo's Foreign Minister will fly to Ghana's capital, and Finance\n"
    "Minister Kofi Adjei will meet him there.",
    "The talks lasted two hours. At their end Angola's envoy, Rosa Neto, and the ambassador of\n"
    "Zambia shook hands.",
]
LINES_OF_THEIR_OWN = [
    "Ghana and Togo to open a second bridge over the Volta before the end of the year\n"
    "Ministers met in Accra on Monday.",
    "“We shall build it. And soon,” said the minister, who had come from Lome for it”\n"
    "Togo builds a bridge.",
    "Mr. Neto and Mr. Phiri of Angola and Zambia talk about rails and copper again\n"
    "Zambia sells its copper by rail.",
]


@pytest.mark.parametrize("text", SHORT)
def test_a_sentence_goes_on_in_a_text_of_two_lines(text: str) -> None:
    assert text.replace("\n", " ").split(" - ")[-1] in repair(text).text


@pytest.mark.parametrize("text", LINES_OF_THEIR_OWN)
def test_a_heading_before_a_short_text_keeps_its_line(text: str) -> None:
    assert "\n" in repair(text).text
