"""Which documents tell one story: copies whole and partial, and what only looks like one."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import Document
from legation.reconciliation import stories, tell

WORDS = [
    a + b
    for a in ("por", "rail", "mar", "trea", "min", "tar", "sum", "gra")
    for b in ("t", "way", "ket", "ty", "ister", "iff", "mit", "in")
]


def prose(seed: int, length: int = 300) -> str:
    """Words in an order that no other seed has."""
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def told(*texts: str, published: tuple[date | None, ...] = ()) -> list[str]:
    """The story of each text, named after the place of the first that tells it."""
    days = published or (None,) * len(texts)
    documents = [
        Document(id=str(n), text=text, published=when)
        for n, (text, when) in enumerate(zip(texts, days, strict=True))
    ]
    return [story for _, story in stories(map(tell, documents))]


A, B = prose(1), prose(2)
HALF = " ".join(A.split()[:150])


@pytest.mark.parametrize(
    "copy",
    [
        A,
        A.upper().replace(" ", ",\n "),
        HALF,
        " ".join(A.split()[150:]),
        A + " " + B,
        HALF + " " + prose(3, 150),
        " ".join(word if n % 15 else "other" for n, word in enumerate(A.split())),
    ],
)
def test_copies_tell_one_story(copy: str) -> None:
    assert told(prose(9), A, copy) == ["0", "1", "1"]
    assert told(copy, A) == ["0", "0"]


@pytest.mark.parametrize(
    "other", [B, "", "short text", prose(1, 20), " ".join(A.split()[:40]) + " " + prose(4, 260)]
)
def test_others_do_not(other: str) -> None:
    assert told(A, other) == ["0", "1"]


def test_a_template_shares_scraps_and_is_no_copy() -> None:
    frame = A.split()
    filled = [
        word for n in range(0, 300, 20) for word in (*frame[n : n + 14], *prose(50 + n, 12).split())
    ]
    assert told(A, " ".join(filled), published=(date(2024, 1, 1), date(2024, 3, 1))) == ["0", "1"]


def test_the_same_words_weeks_later_are_a_series_unless_nearly_all_are_the_same() -> None:
    later = (date(2024, 1, 1), date(2024, 3, 1))
    half = HALF + " " + prose(3, 100)
    assert told(A, half, published=later) == ["0", "1"]
    assert told(A, A, published=later) == ["0", "0"]


def test_a_long_footer_makes_no_copies() -> None:
    footer = prose(7, 60)
    assert len(set(told(*(f"{prose(n, 50)} {footer}" for n in range(10, 18))))) == 8


def test_a_digest_does_not_bring_its_stories_together() -> None:
    found = told(A, B, f"{A} {B}")
    assert found[0] != found[1]
    assert found[2] in found[:2]


def test_many_copies_take_no_quadratic_time() -> None:
    assert set(told(*(f"{A} edition {n}" for n in range(500)))) == {"0"}


@given(st.lists(st.text(max_size=60) | st.sampled_from([A, B, HALF]), max_size=8))
def test_every_document_has_a_story_that_is_a_document(texts: list[str]) -> None:
    found = told(*texts)
    assert len(found) == len(texts)
    assert all(int(story) <= place for place, story in enumerate(found))
    assert all(found[int(story)] == story for story in found)
