"""Copies found one document at a time: the same stories as all at once, in whatever order."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model import Document, Ledger
from legation.reconciliation import memory, stories, tell

WORDS = [
    a + b
    for a in ("por", "rail", "mar", "trea", "min", "tar", "sum", "gra")
    for b in ("t", "way", "ket", "ty", "ister", "iff", "mit", "in")
]
DAY = date(2024, 5, 1)


def prose(seed: int, length: int = 300) -> str:
    """Words in an order that no other seed has."""
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def document(name: str, text: str, day: int = 0, url: str | None = None) -> Document:
    return Document(id=name, text=text, published=DAY + timedelta(days=day), url=url)


def account(documents: list[Document]) -> memory.MemoryAccount:
    return memory.every(Ledger(document=each, records=()) for each in documents)


def one_by_one(documents: list[Document]) -> set[frozenset[str]]:
    """The stories as sets of ids."""
    held = account(documents).stories()
    return {frozenset(each.ledger.document.id for each in story.documents) for story in held}


def at_once(documents: list[Document]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, story in stories(map(tell, documents)):
        found.setdefault(story, set()).add(name)
    return {frozenset(names) for names in found.values()}


A, B = prose(1), prose(2)
HALF = " ".join(A.split()[:150])
FOOTER = prose(7, 60)
TEXTS = [
    A,
    A.upper().replace(" ", ",\n "),
    HALF,
    " ".join(A.split()[150:]),
    HALF + " " + prose(3, 150),
    " ".join(word if n % 15 else "other" for n, word in enumerate(A.split())),
    B,
    " ".join(A.split()[:40]) + " " + prose(4, 260),
    *(f"{prose(n, 50)} {FOOTER}" for n in range(10, 16)),
]


def test_one_at_a_time_agrees_with_all_at_once() -> None:
    documents = [document(str(n), text, n % 5) for n, text in enumerate(TEXTS)]
    assert one_by_one(documents) == at_once(documents)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_adding_changes_nothing(order: list[int]) -> None:
    documents = [document(str(n), text, n % 5) for n, text in enumerate(TEXTS)]
    assert one_by_one([documents[n] for n in order]) == one_by_one(documents)


def test_a_story_has_its_earliest_document_first_even_if_that_comes_late() -> None:
    late, early = document("late", A, 3), document("early", A + " and more", 0)
    held = account([late, early]).stories()
    assert [each.ledger.document.id for each in held[0].documents] == ["early", "late"]
    assert held[0].carrier.ledger.document.id == "early"


def test_an_undated_document_leads_only_where_none_is_dated() -> None:
    undated = Document(id="undated", text=A)
    held = account([undated, document("dated", A)]).stories()
    assert held[0].carrier.ledger.document.id == "dated"


def test_of_two_texts_of_one_address_the_newest_counts() -> None:
    old = document("old", A, 0, "https://Paper.example/a/1?utm_source=x")
    new = document("new", HALF + " " + prose(8, 200), 1, "https://paper.example/a/1/")
    held = account([new, old]).stories()
    assert [each.ledger.document.id for each in held[0].documents] == ["old", "new"]
    assert held[0].carrier.ledger.document.id == "new"


def test_a_page_that_changes_daily_is_no_version() -> None:
    url = "https://paper.example/news"
    assert len(one_by_one([document("a", A, 0, url), document("b", B, 1, url)])) == 2


def bulletin(numbers: list[int]) -> str:
    """A daily bulletin, its template longer than its numbers."""
    things = ("ships in port", "boxes landed", "boxes loaded", "hours of waiting", "cranes at work")
    told = ". ".join(
        f"The harbour master counts {thing} this morning: {n}"
        for thing, n in zip(things, numbers, strict=True)
    )
    return f"Daily bulletin of the port. {told}. It is made each morning and free for reprinting."


def test_bulletins_of_one_template_with_other_numbers_are_two_stories() -> None:
    one, other = bulletin([7, 1240, 980, 9, 4]), bulletin([5, 1515, 1102, 6, 2])
    assert len(one_by_one([document("a", one), document("b", other, 1)])) == 2
    assert len(at_once([document("a", one), document("b", other, 1)])) == 2


@pytest.mark.parametrize("changed", [1, 2])
def test_a_slip_in_a_copy_makes_no_other_story(changed: int) -> None:
    numbers = [7, 1240, 980, 9, 4]
    slipped = [n + 1 if place < changed else n for place, n in enumerate(numbers)]
    texts = [bulletin(numbers) + " " + A, bulletin(slipped) + " " + A]
    assert len(one_by_one([document(str(n), text) for n, text in enumerate(texts)])) == 1


def test_a_text_of_a_hundred_papers_is_one_story() -> None:
    """Its words are then as frequent as a footer's."""
    documents = [document(str(n), f"{A} edition {prose(100 + n, 12)}", n % 3) for n in range(120)]
    assert len(one_by_one(documents)) == 1
