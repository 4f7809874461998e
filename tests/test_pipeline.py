"""The order of the rooms, and what happens when one of them fails."""

import pytest

from legation import mentions, pipeline
from legation.model import Document, Ledger, Reading, Repaired, Source, Unreadable


def test_a_fault_of_ours_costs_one_document_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    find = mentions.find

    def faulty(document: Document, repaired: Repaired) -> Reading:
        if document.id == "b":
            raise ZeroDivisionError("a slip")
        return find(document, repaired)

    monkeypatch.setattr(mentions, "find", faulty)
    sources = [
        Source(location="-", id=i, text="Kenya and Japan signed a treaty in Nairobi.")
        for i in "abc"
    ]
    one, two, three = pipeline.ledgers(sources, None)
    assert isinstance(one, Ledger)
    assert isinstance(three, Ledger)
    assert isinstance(two, Unreadable)
    assert two.id == "b"
    assert "ZeroDivisionError: a slip" in two.error


def test_without_series_nothing_is_checked() -> None:
    [found] = pipeline.ledgers(
        [Source(location="-", id="a", text="EU exports to Kazakhstan were €12.1 billion in 2023.")],
        None,
    )
    assert isinstance(found, Ledger)
    assert found.records
    assert all(getattr(record, "check", None) is None for record in found.records)
