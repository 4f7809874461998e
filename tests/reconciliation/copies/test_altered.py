"""What a copy changed, and what is only another writing."""

import pytest

from legation.model import Document
from legation.reconciliation.copies import altered

SOURCE = (
    "The minister will visit Sfax on 6 November, officials said. Trade came to 12.1 billion euros "
    "in 2023, an increase of 17 per cent. “We will build three bridges,” Nadia Chaouch said. The "
    "accord was signed in May."
)


def changes(text: str, version: bool = False) -> list[tuple[str, str, str]]:
    source, changed = Document(id="a", text=SOURCE), Document(id="b", text=text)
    return [(each.field, each.before, each.after) for each in altered(source, changed, version)]


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("12.1 billion", "12.9 billion", "value"),
        ("17 per cent", "24 per cent", "value"),
        ("6 November", "7 November", "date"),
        ("2023", "2022", "date"),
        ("May", "June", "date"),
        ("Sfax", "Sousse", "place"),
        ("Nadia Chaouch", "Nadia Mejri", "name"),
        ("was signed", "was ratified", "status"),
        ("will visit", "will not visit", "status"),
        ("billion euros", "billion dollars", "value"),
        ("build three bridges", "repair three bridges", "quotation"),
    ],
)
def test_what_is_altered(before: str, after: str, field: str) -> None:
    assert before in SOURCE
    found = changes(SOURCE.replace(before, after))
    assert [each[0] for each in found] == [field]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12.1 billion euros", "€12.1 bn"),
        ("12.1 billion", "12,100 million"),
        ("17 per cent", "17%"),
        ("17 per cent", "seventeen percent"),
        ("6 November", "November 6"),
        ("an increase of", "a rise of"),
        ("officials said", "according to officials"),
        ("The accord was signed in May.", ""),
    ],
)
def test_another_writing_is_not_altered(before: str, after: str) -> None:
    assert before in SOURCE
    assert changes(SOURCE.replace(before, after)) == []


def test_another_order_a_cut_and_an_addition_are_not_altered() -> None:
    sentences = SOURCE.split(". ")
    assert changes(". ".join(reversed(sentences))) == []
    assert changes("A new first sentence of 40 words. " + SOURCE) == []


def test_a_later_text_of_one_address_is_corrected() -> None:
    source = Document(id="a", text=SOURCE)
    changed = Document(id="b", text=SOURCE.replace("12.1", "12.2"))
    found = altered(source, changed, True)
    assert [each.because for each in found] == ["corrected"]
    assert (found[0].document, found[0].source) == ("b", "a")
