"""Changes told as amounts, and means a month, held against the series of the flow.

EU exports to Serbia: 18.299 bn EUR in 2021, 24.383 in 2022; to Armenia 757 m and 1.886 bn; to
Russia 89.169 and 55.008 bn (Eurostat Comext, the embedded snapshot).
"""

import pytest

from legation import pipeline
from legation.model import Document, Figure
from legation.statistics import embedded

MATCHES = [
    "EU exports to Serbia rose by €6.1 billion in 2022.",
    "EU exports to Serbia were €6.1 billion higher in 2022 than a year before.",
    "The rise in EU exports to Serbia in 2022 was €6.1 billion.",
    "EU exports to Russia were down €34.2 billion in 2022.",
    "Spain's loss of exports to Russia was €0.9 billion in 2022.",
    "EU exports to Armenia averaged €157 million a month in 2022.",
]
DIFFERS = [
    "EU exports to Serbia rose by €4.2 billion in 2022.",
    "EU exports to Serbia fell by €6.1 billion in 2022.",
    "EU exports to Russia were cut by €21.7 billion in 2022.",
    "EU exports to Armenia averaged €300 million a month in 2022.",
]
NOT_CHECKABLE = [
    "EU exports to Serbia rose by $6.1 billion in 2022.",
    "EU exports to Serbia rose by €6.1 billion a year between 2020 and 2022.",
    "EU exports to Serbia did not rise by €6.1 billion in 2022.",
    "EU exports of arms to Serbia rose by €6.1 billion in 2022.",
    "EU exports to Armenia averaged €300 million a week in 2022.",
]


def verdicts(text: str) -> set[str]:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    return {r.check.verdict for r in made.records if isinstance(r, Figure) and r.check}


@pytest.mark.parametrize("text", MATCHES)
def test_a_true_change_matches(text: str) -> None:
    assert verdicts(text) == {"matches"}


@pytest.mark.parametrize("text", DIFFERS)
def test_a_false_change_differs(text: str) -> None:
    assert verdicts(text) == {"differs"}


@pytest.mark.parametrize("text", NOT_CHECKABLE)
def test_what_no_difference_of_two_years_settles_gets_no_verdict(text: str) -> None:
    assert verdicts(text) == {"not_checkable"}


def test_a_level_that_a_fall_led_to_is_no_change() -> None:
    text = "The decline in EU exports to Russia to €55 billion came in 2022."
    made = pipeline.ledger(Document(id="x", text=text, language="en"), None)
    assert [r.measure for r in made.records if isinstance(r, Figure)] == ["exports"]


def test_a_mean_of_months_tells_the_year_and_the_month() -> None:
    text = "EU exports to Armenia averaged €157 million a month in 2022."
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    (reason,) = [r.check.because[0] for r in made.records if isinstance(r, Figure) and r.check]
    assert reason.startswith("€1.886 bn (€157.132 m a month) lies within")


def test_monthly_flows_that_average_a_number_are_a_mean_and_one_month_is_not() -> None:
    for text, unit in (
        ("Monthly EU exports to Armenia averaged €157 million in 2022.", "EUR/month"),
        ("Monthly EU exports to Armenia reached €157 million in May 2022.", "EUR"),
    ):
        made = pipeline.ledger(Document(id="x", text=text, language="en"), None)
        assert [r.unit for r in made.records if isinstance(r, Figure)] == [unit], text
