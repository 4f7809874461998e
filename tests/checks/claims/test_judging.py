"""Claims from end to end, on made series."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.model.claims import Judged

TABLE = Path(__file__).with_name("claims.csv").read_text(encoding="utf-8").splitlines()
CLAIMS = [
    (row["verdict"], row["text"])
    for row in csv.DictReader(line for line in TABLE if not line.startswith("#"))
]
WORDS = [
    "Norway",
    "Kenya",
    "50%",
    "2010",
    "since",
    "from",
    "to",
    "fell",
    "rose",
    "more",
    "than",
    "wind",
    "and",
    "solar",
    "bicycle",
    "[",
    "]",
    ":",
    "1:2",
    "never",
    "highest",
    "in",
    "the",
    ",",
    ".",
]


@pytest.mark.parametrize(("verdict", "text"), CLAIMS, ids=[text[:60] for _, text in CLAIMS])
def test_a_claim_gets_its_verdict(judged: Callable[..., Judged], verdict: str, text: str) -> None:
    found = judged(text)
    assert found.verdict == verdict, found.because
    assert found.because
    assert all(found.because)


def test_the_reason_gives_the_value_its_year_and_the_series(judged: Callable[..., Judged]) -> None:
    [reason] = judged("In 2010, 70% of households in Norway had a bicycle.").because
    assert reason == "50 % of households in 2010 (Share of households with a bicycle)"


def test_the_day_of_a_claim_says_what_now_is(judged: Callable[..., Judged]) -> None:
    text = "About 45% of Norwegian households have a bicycle today."
    assert judged(text).verdict == "not_checkable"
    assert judged(text, published=date(2006, 5, 1)).verdict == "supported"
    assert judged(text, published=date(2019, 5, 1)).verdict == "contradicted"
    assert judged(text, url="https://example.org/news/2006/05/bicycles").verdict == "supported"


def test_a_series_that_ends_long_before_the_claim_says_nothing(
    judged: Callable[..., Judged],
) -> None:
    found = judged(
        "More than 35% of Norwegian households have a bicycle today.", published=date(2031, 1, 1)
    )
    assert found.verdict == "not_checkable"
    assert "ends in 2020" in found.because[0]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=40))
def test_whatever_is_claimed_there_is_a_verdict(judged: Callable[..., Judged], text: str) -> None:
    assert judged(text).verdict in {"supported", "contradicted", "not_checkable"}
