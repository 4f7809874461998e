"""The data files of this room hold together."""

import re

import pytest

from legation.checks import authorities, licences
from legation.checks.assertions import supplies
from legation.checks.doubts import FORBIDDING
from legation.model import Definition, Question, year
from legation.statistics import embedded


@pytest.mark.parametrize("cue", [cue for cue, _ in licences.cues()], ids=lambda c: c.pattern[:40])
def test_a_cue_matches_its_example_and_not_its_counterexample(cue: licences.Cue) -> None:
    assert re.search(cue.pattern, cue.example, re.IGNORECASE)
    assert not re.search(cue.pattern, cue.counterexample, re.IGNORECASE)
    assert cue.means in FORBIDDING


def test_plain_sentences_hold_no_cue() -> None:
    for sentence in (
        "EU exports to Georgia were worth €2.05 billion in 2021.",
        "In the first half of 2023 German exports to Kazakhstan reached 1.4 billion euros.",
        "The EU's trade deficit with Russia widened to €74.5 billion, Eurostat said.",
        "Exports of about €12 billion and imports of more than €30 billion made up the trade "
        "in goods.",
    ):
        assert not licences.found(sentence), sentence


def test_offices_are_patterns() -> None:
    for pattern, row in authorities._offices():
        assert pattern.search(row.name) or row.name.startswith("the "), row


def test_every_material_is_in_the_study() -> None:
    for row in supplies.materials():
        asked = [
            Question(
                record="r",
                definition=Definition(
                    measure="supply_share",
                    reporter="WLD",
                    partner="CHN",
                    scheme="CRM",
                    product=row.material,
                    period=year(2023),
                    of=s,
                ),
                licence="stated",
                because="",
            )
            for s in supplies.STAGES
        ]
        answers = embedded().observe(asked)
        assert any(a.observation or a.absence == "not_published" for a in answers), row.material
        assert row.words
