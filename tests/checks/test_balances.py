"""Balances in other words: never the sum of both flows, each in the right one's favour.

EU trade with Russia in 2021: exports 89.169, imports 163.630 bn EUR, a deficit of 74.461; with
Armenia a surplus of 0.301 (Eurostat Comext, the embedded snapshot).
"""

import pytest

from legation import pipeline
from legation.model import Document, Figure
from legation.statistics import embedded

IN_FAVOUR = [
    ("EU trade with Russia ended 2021 with a deficit of €74.5 billion.", "RUS"),
    ("EU trade with Russia ended 2021 €74.5 billion in the red.", "RUS"),
    ("In its goods trade with Russia the EU was €74.5 billion short in 2021.", "RUS"),
    ("The EU recorded a deficit of €74.5 billion in trade in goods with Russia in 2021.", "RUS"),
    ("The EU closed 2021 with a shortfall of €74.5 billion in its trade with Russia.", "RUS"),
    ("EU-Russia trade in 2021 produced a surplus of €74.5 billion for Russia.", "RUS"),
    ("EU trade with Russia in 2021 closed with a minus of €74.5 billion.", "RUS"),
    ("EU trade with Russia was in deficit by €74.5 billion in 2021.", "RUS"),
    ("EU trade with Armenia ended 2021 €0.3 billion in the black.", "EUR"),
    ("Armenia's goods trade with the EU was €0.3 billion in the red in 2021.", "EUR"),
    ("EU trade with Russia was imbalanced by €74.5 billion in 2021.", None),
]
FALSE = [
    "EU trade with Russia ended 2021 with a deficit of €52.3 billion.",
    "EU trade with Russia ended 2021 €52.3 billion in the red.",
    "EU trade with Russia ended 2021 €74.5 billion in the black.",
]
LEVELS = [
    "EU trade with Russia fell short of €260 billion in 2021.",
    "EU trade with Russia was €3 billion short of €260 billion in 2021.",
]


def figures(text: str) -> list[Figure]:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    return [r for r in made.records if isinstance(r, Figure)]


@pytest.mark.parametrize(("text", "favour"), IN_FAVOUR)
def test_a_true_balance_is_one_and_matches(text: str, favour: str | None) -> None:
    (held,) = figures(text)
    assert (held.measure, held.in_favour_of) == ("balance", favour)
    assert held.check is not None
    assert held.check.verdict in {"matches", "matches_alt"}, held.check.because


@pytest.mark.parametrize("text", FALSE)
def test_a_false_balance_never_matches(text: str) -> None:
    (held,) = figures(text)
    assert held.check is not None
    assert held.check.verdict == "differs", held.check.because


@pytest.mark.parametrize("text", LEVELS)
def test_short_of_a_number_is_no_balance_and_no_verdict(text: str) -> None:
    held = figures(text)
    assert {f.measure for f in held} == {"trade_total"}
    assert {f.check.verdict for f in held if f.check} == {"not_checkable"}
