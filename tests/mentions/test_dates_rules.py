"""The rules of dates know each other: every trigger names a rule, and no rule needs more than what
it matches.
"""

import pytest

from legation.mentions.dates import _rules, triggers


def test_every_trigger_belongs_to_a_rule() -> None:
    assert set(triggers.BY_RULE) <= {rule.name for rule in _rules()}


@pytest.mark.parametrize(
    "low",
    [
        "on 5 october 2024",
        "january through may",
        "the year to march",
        "q3 2021",
        "the second quarter",
        "last july",
        "two weeks ago",
        "each thursday",
        "the 1990s",
        "since the winter of 2020",
        "at 10:30 gmt",
        "several decades",
    ],
)
def test_a_rule_that_matches_is_tried(low: str) -> None:
    matching = [rule for rule in _rules() if rule.pattern.search(low)]
    assert matching
    assert all(triggers.possible(rule.name, low) for rule in matching)
