"""Stated statuses, dates and towns against the register: no true one is contradicted, most false
ones are.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from legation import background, documents, mentions
from legation.lexicon.loader import _text
from legation.model import Check, Document
from legation.records import instruments
from legation.records.instruments.candidates.register import rows, stages
from legation.records.instruments.verifier.rulings import VINTAGE

PAGE = Path(__file__).parent / "instrument_claims.csv"
LINES = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
CLAIMS = list(csv.DictReader(LINES))


def checks(sentence: str, published: str) -> list[Check]:
    document = Document(
        id="made", text=sentence, published=date.fromisoformat(published), language="en"
    )
    found = instruments.extract(
        background.survey(mentions.find(document, documents.repair(sentence))), []
    )
    return [each.check for each in found if each.check is not None]


@pytest.mark.parametrize(
    "claim", [c for c in CLAIMS if c["truth"] == "true"], ids=lambda c: str(c["sentence"])
)
def test_no_true_one_is_contradicted(claim: dict[str, str]) -> None:
    assert all(
        each.verdict != "contradicted" for each in checks(claim["sentence"], claim["published"])
    )


def test_most_are_decided() -> None:
    """Of the false ones nine in ten are contradicted, of the true ones four in five are
    supported.
    """
    decided = {"true": "supported", "false": "contradicted"}
    for truth, least in (("true", 0.8), ("false", 0.9)):
        own = [c for c in CLAIMS if c["truth"] == truth]
        right = [
            c
            for c in own
            if any(each.verdict == decided[truth] for each in checks(c["sentence"], c["published"]))
        ]
        left = [c["sentence"] for c in own if c not in right]
        assert len(own) >= 30
        assert len(right) >= least * len(own), left


def test_no_false_one_is_supported() -> None:
    wrong = [
        c["sentence"]
        for c in CLAIMS
        if c["truth"] == "false"
        and any(each.verdict == "supported" for each in checks(c["sentence"], c["published"]))
    ]
    assert not wrong


def test_then_and_now_are_both_told() -> None:
    (check,) = checks("New START is in force.", "2015-05-20")
    assert "in force since 2011-02-05" in check.because[0]
    assert check.because[1].startswith("now: ended since 2026-02-05")
    assert VINTAGE in check.because[1]


def test_the_register_is_large_enough_and_of_its_vintage() -> None:
    assert len(rows()) >= 220
    assert "2026-11" in _text("data/instruments.csv").splitlines()[0]
    assert VINTAGE == "November 2026"


def test_towns_stand_at_what_was_held_or_signed() -> None:
    for row in rows():
        assert all(
            stage.town is None or stage.status in {"held", "signed"} for stage in stages(row)
        ), row.name


@pytest.mark.parametrize(("town", "verdict"), [("Samarkand", "supported"), ("Tashkent", None)])
def test_what_was_still_ahead_is_told_with_what_came_of_it(town: str, verdict: str | None) -> None:
    told = checks(f"The EU-Central Asia Summit will be held in {town}.", "2024-12-01")
    assert [each.verdict for each in told] == ([verdict] if verdict else [])
    assert all(
        "still ahead then; held in Samarkand on 2025-04-03" in each.because[0] for each in told
    )
