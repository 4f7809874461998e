"""Texts about nothing that we record are told apart without parsing them, and nothing else is."""

import pytest

from legation.mentions import traces
from legation.model import Document, Ledger
from legation.pipeline import reading

NOTHING = (
    "Cream the butter with the sugar until pale. Fold in the flour and bake until golden.",
    "The moon was high above the sleeping village while swallows slept under the bridge.",
    "Prune roses in late winter, just above an outward bud, and water them when it is dry.",
    "Knit a row, purl a row, and cast off loosely when the scarf is long enough.",
    "",
)
SOMETHING = (
    "Chad and Niger met.",
    "The government resigned.",
    "It grew by half.",
    "“We are not amused.”",
    "The coach denied it.",
    "Prices rose ¾ point.",
    "A spokesman for the U.S. embassy waved.",
    "Putin smiled.",
    "Brussels is pleased.",
    "It cost € a piece.",
    "The Nigerien delegation left.",
    "Nobody spoke.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_that_is_recorded(text: str) -> None:
    assert not traces.any_in(text)


@pytest.mark.parametrize("text", SOMETHING)
def test_a_trace(text: str) -> None:
    assert traces.any_in(text)


def test_a_text_without_a_trace_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(*_: object) -> None:
        raise AssertionError("it was parsed")

    monkeypatch.setattr("legation.mentions.find", parsed)
    document = Document(id="a", text=NOTHING[0], language="en")
    made = reading.ledger(document, None, whole=False)
    assert isinstance(made, Ledger)
    assert (made.document, made.records, made.notes) == (document, (), (reading.TRACELESS,))
    with pytest.raises(AssertionError, match="it was parsed"):
        reading.ledger(document, None)


def test_a_trace_is_parsed_all_the_same() -> None:
    document = Document(id="a", text="Chad's president met Niger's president.", language="en")
    assert reading.ledger(document, None, whole=False) == reading.ledger(document, None)
