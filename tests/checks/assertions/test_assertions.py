"""Claims without a number against the embedded snapshot: the verdict, and the rule in the
reasons.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_figures import reading

from legation import checks
from legation.checks.assertions import diversity, trends
from legation.model import Assertion, Check, Product, Span, year
from legation.statistics import embedded

MINERALS = Product(scheme="section", code="V", name="mineral products")
OIL = Product(scheme="HS", code="27", name="oil")
KZ_EU: dict[str, Any] = {"reporter": "KAZ", "partner": "EUR"}
EU_KZ: dict[str, Any] = {"reporter": "EUR", "partner": "KAZ"}


def check(kind: str, measure: str, text: str = "", **fields: Any) -> Check:
    whole = Span(0, len(text))
    entry = Assertion(
        id="a",
        evidence=(whole,),
        sentence=whole,
        confidence=0.9,
        tier="sure",
        assertion=kind,  # type: ignore[arg-type]
        measure=measure,
        **fields,
    )
    read = reading(text, date(2024, 10, 7))
    answers = embedded().observe(checks.questions(read, [entry]))
    [judged] = checks.judge(read, [entry], answers)
    assert isinstance(judged, Assertion) and judged.check is not None
    return judged.check


@pytest.mark.parametrize(
    ("kind", "measure", "fields", "verdict", "told"),
    [
        (
            "dominance",
            "exports",
            KZ_EU | {"product": MINERALS},
            "supported",
            "were 90 % of EU imports from Kazakhstan in 2021",
        ),
        ("dominance", "exports", EU_KZ | {"product": MINERALS}, "not_checkable", "not at hand"),
        ("dominance", "imports", EU_KZ | {"product": OIL}, "not_checkable", "oil is only a part"),
        (
            "dominance",
            "exports",
            {"reporter": "EUR", "object": "USA"},
            "contradicted",
            "20 % of EU exports to the world",
        ),
        (
            "dominance",
            "supply",
            {"subject": "critical raw materials, a market", "object": "CHN"},
            "supported",
            "2023 study",
        ),
        (
            "dominance",
            "supply",
            {"subject": "the gallium market", "object": "CHN"},
            "supported",
            "processing of gallium",
        ),
        (
            "dominance",
            "supply",
            {"subject": "the lithium market", "object": "AUS"},
            "mixed",
            "53 % of the world's extraction",
        ),
        (
            "dominance",
            "supply",
            {"subject": "the rare earths market", "object": "USA"},
            "contradicted",
            "0 of 15",
        ),
        (
            "dominance",
            "supply",
            {"subject": "the hazelnut market", "object": "TUR"},
            "not_checkable",
            "which raw material",
        ),
        (
            "trend",
            "exports",
            EU_KZ | {"direction": "up"},
            "supported",
            "+120.4 % from 2018 to 2023",
        ),
        (
            "trend",
            "exports",
            {"reporter": "EUR", "partner": "RUS", "direction": "up"},
            "contradicted",
            "−53.6 %",
        ),
        ("trend", "imports", EU_KZ | {"direction": "up"}, "not_checkable", "November 2022"),
        (
            "trend",
            "influence",
            {"reporter": "RUS", "direction": "down"},
            "not_checkable",
            "no agreed measure of influence",
        ),
        (
            "rank",
            "relations",
            {"reporter": "EUR", "partner": "KAZ"},
            "not_checkable",
            "no agreed measure",
        ),
        (
            "diversity",
            "exports",
            KZ_EU | {"direction": "up"},
            "contradicted",
            "between 0.81 and 0.82",
        ),
        ("diversity", "exports", EU_KZ | {"direction": "up"}, "not_checkable", "too wide to call"),
        (
            "comparison",
            "imports",
            EU_KZ | {"object": "its exports", "direction": "up"},
            "supported",
            "€5.487 bn in 2021",
        ),
        (
            "comparison",
            "exports",
            EU_KZ | {"object": "imports", "direction": "up"},
            "contradicted",
            "€17.548 bn in 2021",
        ),
    ],
)
def test_the_verdict_and_its_rule(
    kind: str, measure: str, fields: dict[str, Any], verdict: str, told: str
) -> None:
    found = check(kind, measure, **fields)
    assert found.verdict == verdict, found.because
    assert told in " ".join(found.because)
    assert verdict == "not_checkable" or any(
        reason.startswith("rule: ") for reason in found.because
    )
    assert verdict == "not_checkable" or found.observations or "0 of" in told


@pytest.mark.parametrize(
    ("text", "partner", "measure", "verdict"),
    [
        ("The United States is the EU's largest export market", "USA", "exports", "supported"),
        ("China is the EU's third-largest export market", "CHN", "exports", "supported"),
        ("China is the EU's second-largest export market", "CHN", "exports", "mixed"),
        ("Japan is the EU's largest export market", "JPN", "exports", "contradicted"),
        (
            "Kazakhstan is the EU's largest export market in Central Asia",
            "KAZ",
            "exports",
            "not_checkable",
        ),
        ("China is the EU's largest trading partner", "CHN", "trade_total", "not_checkable"),
    ],
)
def test_ranks(text: str, partner: str, measure: str, verdict: str) -> None:
    assert check("rank", measure, text, reporter="EUR", partner=partner).verdict == verdict


def test_the_period_stated_is_the_period_looked_at() -> None:
    found = check(
        "comparison", "imports", **EU_KZ, object="exports", direction="up", period=year(2020)
    )
    assert "in 2020" in found.because[0]


def test_the_slope_is_the_median_and_ignores_one_odd_year() -> None:
    steady = [(2018 + n, Decimal(100 + n)) for n in range(5)]
    odd = [*steady[:2], (2020, Decimal(900)), *steady[3:]]
    assert trends.slope(steady) > 0 and trends.slope(odd) > 0
    assert trends.slope([(2020, Decimal(0)), (2021, Decimal(0))]) == 0


def test_one_chapter_bounds_the_concentration_from_both_sides() -> None:
    low, high = diversity.bounds(Decimal(90))
    assert (low, high) == (Decimal("0.81"), Decimal("0.82"))
