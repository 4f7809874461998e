"""120 claims written from the values before any was judged: none is turned round, most answered."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from legation import pipeline
from legation.model import Assertion, Document, Figure
from legation.statistics import embedded

TABLE = Path(__file__).with_name("written_claims.txt")
CONFIRMED = frozenset({"matches", "matches_alt", "close", "sources_differ", "supported"})
REFUTED = frozenset({"differs", "inconsistent", "contradicted"})
LEAST_ANSWERED = 0.75

Row = tuple[str, str, str]


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cut = [line.split(" | ") for line in lines if not line.startswith("#")]
    return [(truth, mark, text) for truth, mark, text in cut]


@cache
def verdicts(text: str) -> frozenset[str]:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    held = [r.check for r in made.records if isinstance(r, Figure | Assertion)]
    return frozenset(check.verdict for check in held if check)


def test_the_table_is_as_it_says() -> None:
    count = Counter(truth for truth, _, _ in rows())
    assert count == {"true": 60, "false": 60}
    assert sum(mark != "plain" for _, mark, _ in rows()) == 40


@pytest.mark.parametrize(("truth", "mark", "text"), rows())
def test_no_claim_is_turned_round(truth: str, mark: str, text: str) -> None:
    found = verdicts(text)
    if truth == "true":
        assert not found & REFUTED, text
    elif mark in ("plain", "other"):
        assert not found & CONFIRMED, text
    else:
        assert found & REFUTED or not found & CONFIRMED, text
    if mark == "other":
        assert not found & (CONFIRMED | REFUTED), text


def test_most_are_answered() -> None:
    answered = [t for t, _, text in rows() if verdicts(text) & (CONFIRMED | REFUTED)]
    assert len(answered) >= LEAST_ANSWERED * len(rows())
