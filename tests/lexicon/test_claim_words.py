"""The data files of claims hold together."""

from collections import Counter

import pytest

from legation.checks.claims import words
from legation.checks.claims.amounts import UnitRow, unit
from legation.checks.claims.entities import Group
from legation.lexicon import table
from legation.statistics.collections import Country

KINDS = {
    "none",
    "rate",
    "%",
    "money",
    "t",
    "Wh",
    "W",
    "ha",
    "km2",
    "m3",
    "year",
    "score",
    "count",
    "per",
}
USED = {
    "always", "annual", "average", "bound", "cause", "combined", "counted", "day", "down",
    "fallshort", "flat", "generic", "hour", "less", "lessany", "max", "min", "minute",
    "month", "more", "moreany", "only", "pace", "rate", "restrict", "steadily", "up",
    "week", "will", "world", "zero",
}  # fmt: skip


def test_no_phrase_means_two_things() -> None:
    phrases = [phrase for row in table("indicator_words", words.Synonyms) for phrase in row.words]
    assert not [phrase for phrase, times in Counter(phrases).items() if times > 1]
    assert all(phrase == phrase.lower().strip() for phrase in phrases)


def test_every_cue_that_is_asked_for_is_there_once() -> None:
    cues = [row.cue for row in table("claim_cues", words.Cue)]
    assert len(cues) == len(set(cues))
    assert set(cues) == USED


def test_groups_have_countries_as_members() -> None:
    known = {country.code for country in table("countries", Country)}
    for group in table("claim_groups", Group):
        assert set(group.members) <= known, group.group
        assert len(group.members) == len(set(group.members)) > 1


def test_no_word_names_two_groups() -> None:
    named = [word for group in table("claim_groups", Group) for word in group.words]
    assert not [word for word, times in Counter(named).items() if times > 1]


def test_units_are_of_known_kinds_and_read_as_written() -> None:
    assert {row.kind for row in table("claim_units", UnitRow)} <= KINDS


@pytest.mark.parametrize(
    ("written", "kind", "factor"),
    [
        ("% of GDP", "%", 1),
        ("million tonnes", "t", 1e6),
        ("terawatt-hours", "Wh", 1e12),
        ("Deaths per 100,000 people", "per", 1e-5),
        ("constant 2015 US$", "money", 1),
        ("deaths", "count", 1),
        ("Yes/No", "none", 1),
    ],
)
def test_the_unit_of_a_series(written: str, kind: str, factor: float) -> None:
    found = unit(written)
    assert found is not None
    assert found.kind == kind
    assert found.factor == pytest.approx(factor)


def test_a_unit_that_nobody_knows_is_none() -> None:
    assert unit("smoots") is None
