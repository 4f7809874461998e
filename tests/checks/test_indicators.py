"""Numbers of a country alone, and trade whose partner its words do not name as one country."""

import re

import pytest

from legation import pipeline
from legation.checks import currencies, indicators
from legation.model import Assertion, Document, Figure, Ledger
from legation.statistics import embedded


@pytest.mark.parametrize("row", [row for row, _ in indicators.rows()], ids=lambda r: r.pattern[:30])
def test_a_pattern_matches_its_example_and_not_its_counterexample(row: indicators.Row) -> None:
    match = re.search if row.where == "before" else re.fullmatch
    assert match(row.pattern, row.example, re.IGNORECASE)
    assert not match(row.pattern, row.counterexample, re.IGNORECASE)


def read(text: str) -> Ledger:
    return pipeline.ledger(Document(id="t", text=text), embedded())


def verdict(text: str) -> tuple[str, str]:
    checks = [r.check for r in read(text).records if isinstance(r, Figure | Assertion) and r.check]
    assert len(checks) == 1, text
    return checks[0].verdict, " ".join(checks[0].because)


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("Norway's GDP was $486 billion in 2023.", "matches", "gross domestic product of Norway"),
        ("Norway's GDP was $489 billion in 2023.", "close", "World Bank"),
        ("Norway's GDP was $790 billion in 2023.", "not_checkable", "not the same"),
        ("Norway's GDP per capita was $486 billion in 2023.", "not_checkable", ""),
        ("Poland's GDP was $1.6 trillion in 2023 at purchasing power parity.", "not_checkable", ""),
        ("Moldova's economy grew by 9.2% in 2023.", "differs", "real growth"),
        ("Brazil's economy grew by 3.1% in 2023.", "close", "real growth"),
        ("Brazil's digital economy grew by 3.2% in 2023.", "not_checkable", ""),
        ("The population of Norway reached 5.5 million in 2023.", "matches", "mid-year"),
        ("US tariff revenue on Indian goods was $2.1 billion in 2024.", "matches", "duty"),
        ("US duties on imports from India averaged 2.4 percent in 2024.", "matches", "duty"),
        (
            "US duties on imports from India averaged 17 percent in 2024.",
            "not_checkable",
            "not the same",
        ),
        ("Exports accounted for 48 percent of Norway's GDP in 2023.", "matches_alt", "services"),
        ("Trade was equal to 30% of Norway's GDP in 2023.", "not_checkable", "or of goods and"),
    ],
)
def test_what_a_number_of_a_country_is_held_against(text: str, wanted: str, words: str) -> None:
    found, because = verdict(text)
    assert found == wanted, because
    assert words in because


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("US exports to Brazil were $44.5 billion in 2023.", "matches", "FAS"),
        ("US exports to Brazil were $64 billion in 2023.", "differs", "US Census Bureau"),
        ("US exports to Brazil were €41.1 billion in 2023.", "matches_alt", "at the ECB's mean"),
        ("US imports from Mexico were $475.6 billion in 2023.", "close", "general imports"),
        # a mirror supports, or is shown; it never refutes
        ("Brazil's imports from the US were $44.5 billion in 2023.", "matches_alt", "same trade"),
        ("Brazil's imports from the US were $38 billion in 2023.", "not_checkable", "other side"),
        # goods are no goods and services
        ("Chile's exports totalled $104 billion in 2023.", "not_checkable", "another definition"),
        ("Chile's exports of goods and services were $103.3 billion in 2023.", "matches_alt", ""),
        # a seam between vintages
        ("US exports to Brazil fell 17 percent in 2023.", "not_checkable", "several vintages"),
        ("US exports to Brazil have fallen since 2021.", "not_checkable", "several vintages"),
        # groups and the world: found, never called different
        ("EU exports to the South Caucasus were €8.1 billion in 2023.", "matches", "Armenia"),
        ("EU exports to the South Caucasus were €9.9 billion in 2023.", "not_checkable", "single"),
        ("US exports totalled $2.02 trillion in 2023.", "matches", "to the world"),
        ("US farm exports totalled $2.02 trillion in 2023.", "not_checkable", ""),
        ("US exports to its neighbours were $2.02 trillion in 2023.", "not_checkable", ""),
        # places
        ("Canada was the largest trading partner of the US in 2023.", "mixed", "Mexico"),
        ("China was Chile's largest trading partner in 2023.", "supported", "leads both"),
        ("France was Chile's largest export market in 2023.", "not_checkable", ""),
    ],
)
def test_trade_of_the_world(text: str, wanted: str, words: str) -> None:
    found, because = verdict(text)
    assert found == wanted, because
    assert words in because


def test_a_figure_in_the_reporter_s_own_currency_is_not_converted() -> None:
    assert (currencies.own("USA"), currencies.own("KAZ"), currencies.own(None)) == (
        "USD",
        "EUR",
        "EUR",
    )
