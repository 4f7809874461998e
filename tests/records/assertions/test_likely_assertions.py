"""Claims that no list of goods or series knows. Every sentence is our own."""

import pytest

from legation import background, documents, mentions
from legation.model import Assertion, Document
from legation.records import assertions


def found(text: str) -> list[Assertion]:
    document = Document(id="test", text=text)
    return assertions.extract(
        background.survey(mentions.find(document, documents.repair(text))), []
    )


CLAIMS = [
    ("Malta depends almost entirely on imported fuel.", "dominance"),
    ("Peru is taller than Bolivia.", "comparison"),
    ("Norway is the richest country in the north.", "rank"),
]


@pytest.mark.parametrize(("text", "kind"), CLAIMS)
def test_a_claim_in_other_words_is_possible_and_nothing_checks_it(text: str, kind: str) -> None:
    (one,) = found(text)
    assert (one.assertion, one.tier, one.measure) == (kind, "possible", None)


NONE = [
    "Chad declined to host the talks.",
    "Malta may depend entirely on fuel from Libya.",
    "He is taller than his brother.",
]


@pytest.mark.parametrize("text", NONE)
def test_refusals_guesses_and_people_claim_nothing(text: str) -> None:
    assert found(text) == []
