"""Whatever comes, repair returns, and every character of it has a place in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents import repair
from legation.model import Repaired

GLUED = st.sampled_from(
    [
        "officials.According",
        "spirit”.“There",
        "2023.In",
        " ",
        "\n",
        "\n\n",
        "-\n",
        "“",
        "”",
        "``",
        "''",
        "«",
        "»",
        "„",
        "&amp;",
    ]
)
ODD = st.sampled_from(
    [
        "â€™",
        "\u00ad",
        "\u200b",
        "ﬁ",
        "**",
        "[a](http://b.c)",
        "# ",
        "U.S.",
        "News.Az",
        "said",
        "\r\n",
        "\x00",
        "\ud800",
        "<!--",
    ]
)
PIECES = GLUED | ODD
TEXTS = st.one_of(
    st.text(), st.lists(PIECES).map("".join), st.text(alphabet="aB.“”\n -*'", max_size=200)
)


def assert_sound(text: str, repaired: Repaired) -> None:
    assert len(repaired.origin) == len(repaired.text) + 1
    assert list(repaired.origin) == sorted(repaired.origin)
    assert repaired.origin[-1] == len(text)
    assert all(0 <= place <= len(text) for place in repaired.origin)


@given(TEXTS)
def test_the_way_back_is_whole(text: str) -> None:
    assert_sound(text, repair(text))


@given(TEXTS, st.data())
def test_every_span_lies_in_the_original(text: str, data: st.DataObject) -> None:
    repaired = repair(text)
    start = data.draw(st.integers(0, len(repaired.text)))
    end = data.draw(st.integers(start, len(repaired.text)))
    span = repaired.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)


@given(st.lists(PIECES).map("".join))
def test_letters_that_need_no_repair_keep_their_place(text: str) -> None:
    repaired = repair(text)
    for place, character in enumerate(repaired.text):
        if character.isascii() and character.isalpha():
            original = text[repaired.origin[place]]
            assert original == character or original in "&ﬁâ"


@given(st.text(alphabet="abc DE.,“”'\n", max_size=300))
def test_a_second_repair_finds_hardly_anything(text: str) -> None:
    once = repair(repair(text).text).text
    assert repair(once).text == repair(repair(once).text).text


def test_plain_text_is_left_alone() -> None:
    text = "The minister met his counterpart in Tashkent on Monday.\n\n“We agree,” he said."
    repaired = repair(text)
    assert (repaired.text, repaired.notes) == (text, ())
    assert list(repaired.origin) == list(range(len(text) + 1))


@pytest.mark.parametrize(
    "piece",
    [
        "a.B“",
        "“",
        "&",
        "Ã",
        "**",
        "x\n",
        "- a\n",
        "[",
        "<!--",
        "a",
        "''",
        "1.",
        "A.b@",
        "*a",
        "(https://",
    ],
)
def test_long_texts_take_linear_time(piece: str) -> None:
    repaired = repair(piece * 60_000)
    assert len(repaired.origin) == len(repaired.text) + 1
