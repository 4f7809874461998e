"""Every word accounted for: what a clause says beside its slots is named, and no verdict given."""

import pytest

from legation import pipeline
from legation.checks import accounted, leftovers
from legation.lexicon import table
from legation.model import Assertion, Document, Figure
from legation.statistics import embedded

SETTLED = {"matches", "matches_alt", "close", "sources_differ", "differs"}
SETTLED |= {"supported", "mixed", "contradicted"}

LEFT = [
    ("Spanish exports to Mexico by road were €4.1 billion in 2022.", "road"),
    ("EU exports to Vietnam, without Italy, were €10.6 billion in 2021.", "Italy"),
    ("EU exports to Vietnam through Singapore were €10.6 billion in 2021.", "Singapore"),
    ("Smuggled EU exports to Vietnam were €10.6 billion in 2021.", "Smuggled"),
    ("EU exports to southern Vietnam were €10.6 billion in 2021.", "southern"),
    ("EU exports to Vietnam's neighbours were €10.6 billion in 2021.", "neighbours"),
    ("EU exports to Vietnam per inhabitant were €10.6 billion in 2021.", "per"),
    ("Tariff-free EU exports to Vietnam were €10.6 billion in 2021.", "free"),
    ("Budgeted EU exports to Vietnam were €10.6 billion in 2021.", "Budgeted"),
    ("Exports by Spanish shipyards to Mexico were €4.1 billion in 2022.", "shipyards"),
    ("EU exports to Vietnam in 2020 and 2021 were €10.6 billion.", "2020"),
    ("EU exports to Vietnam grew 7 percent in volume in 2022.", "volume"),
    ("Corrected for inflation, EU exports to Vietnam grew 7 percent in 2022.", "inflation"),
    ("EU exports to Vietnam supported 10.6 billion euros of investment in 2021.", "supported"),
]
WHOLE = [
    "EU exports to Vietnam reached €10.6 billion in 2021.",
    "In 2021 the EU exported goods worth €10.6 billion to Vietnam.",
    "EU exports to Vietnam rose to €10.6 billion in 2021, according to Eurostat.",
    "Eurostat said that EU exports to Vietnam came to about €10.6 billion in 2021.",
    "The EU sold goods worth €10.6 billion to Vietnam in 2021, while factories at home closed.",
    "EU exports were €10.6 billion to Vietnam and €57.8 billion to South Korea in 2021.",
    "EU exports of machinery to Vietnam were €2.1 billion in 2021.",
    "The EU had a trade deficit of €74.5 billion with Russia in 2021.",
    "In euro terms EU exports to Vietnam rose 7 percent in 2022.",
]


def figures(text: str, *, checked: bool = False) -> tuple[list[Figure], list[str]]:
    made = pipeline.ledger(
        Document(id="x", text=text, language="en"), embedded() if checked else None
    )
    held = [r for r in made.records if isinstance(r, Figure)]
    return held, [r.check.verdict for r in held if r.check]


@pytest.mark.parametrize(("text", "word"), LEFT)
def test_a_word_that_is_left_over_is_named_and_no_series_is_asked(text: str, word: str) -> None:
    held, verdicts = figures(text, checked=True)
    assert not SETTLED & set(verdicts), verdicts
    reasons = " ".join(reason for f in held if f.check for reason in f.check.because)
    assert not held or word in reasons or "not_checkable" in verdicts


@pytest.mark.parametrize("text", WHOLE)
def test_a_plain_clause_leaves_no_word_over(text: str) -> None:
    held, _ = figures(text, checked=True)
    assert held
    reasons = [reason for f in held if f.check for reason in f.check.because]
    assert not [reason for reason in reasons if "in its clause may make" in reason], reasons


@pytest.mark.parametrize(
    "text",
    [
        "EU exports to Vietnam have risen every year since 2015.",
        "EU exports to Vietnam have risen for the third straight year.",
        "EU exports to Vietnam grew faster in 2022 than in 2021.",
    ],
)
def test_a_claim_without_a_number_is_held_to_its_words_too(text: str) -> None:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    checks = [r.check.verdict for r in made.records if isinstance(r, Assertion) and r.check]
    assert not {"supported"} & set(checks)


def test_neutral_words_are_single_lemmas_each_with_an_example_once() -> None:
    rows = table("neutral_words", accounted.Neutral)
    lemmas = [row.lemma for row in rows]
    assert len(lemmas) == len(set(lemmas)) > 200
    assert all(row.lemma == row.lemma.lower() and row.example for row in rows)
    assert not leftovers.NARROWING & set(lemmas)


def test_volume_is_neutral_in_money_and_not_in_growth() -> None:
    assert "volume" in accounted.neutral("trade_total")
    assert "volume" not in accounted.neutral("growth")
