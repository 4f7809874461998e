"""The rules of dates know each other: every trigger names a rule, and no rule needs more than what
it matches.
"""

import re

import msgspec
import pytest

from legation.mentions.dates import _rules, relative, triggers
from legation.mentions.dates.rules import DateRule, Group, compiled, date_rules, filled, part
from legation.model import LexiconError

WRITTEN = [(name, rule) for name, group in date_rules().groups.items() for rule in group.rules]


def called(held: tuple[str, DateRule] | str) -> str:
    return held if isinstance(held, str) else f"{held[0]}: {held[1].name}"


@pytest.mark.parametrize("held", WRITTEN, ids=called)
def test_a_rule_finds_its_example_and_not_its_counterexample(held: tuple[str, DateRule]) -> None:
    group, rule = held
    pattern = re.compile(filled(group, rule.pattern))
    assert pattern.search(rule.example), f"{rule.example!r} is not found"
    assert not pattern.search(rule.counterexample), f"{rule.counterexample!r} is found"


@pytest.mark.parametrize("held", WRITTEN, ids=called)
def test_a_rule_is_tried_on_its_example(held: tuple[str, DateRule]) -> None:
    assert triggers.possible(held[1].name, held[1].example)


def test_every_part_of_a_pattern_is_used() -> None:
    for name, group in date_rules().groups.items():
        text = " ".join([*(rule.pattern for rule in group.rules), *group.parts.values()])
        assert [key for key in group.parts if f"<{key}>" not in text] == [], name


def test_a_part_within_a_part_is_filled_in() -> None:
    assert "january" in part("absolute", "FULL")
    assert "<" not in re.sub(r"\(\?P<|\(\?<[!=]", "", part("stretches", "OF_YEAR"))


def test_a_part_that_is_nowhere_is_told() -> None:
    with pytest.raises(LexiconError, match="relative has no part <NOWHERE>"):
        part("relative", "NOWHERE")


def test_rules_and_readers_must_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    readers = {**relative.READERS}
    del readers["ago"]
    with pytest.raises(LexiconError, match="relative has the rules"):
        compiled("relative", readers)


def test_a_group_needs_both_examples_of_each_rule() -> None:
    with pytest.raises(msgspec.ValidationError, match="counterexample"):
        msgspec.convert({"rules": [{"name": "a", "pattern": "b", "example": "b"}]}, Group)


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
