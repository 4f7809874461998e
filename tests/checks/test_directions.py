"""A level that matches beside a direction that does not: both are told, and no verdict given.

EU exports to Serbia rose from 18.299 to 24.383 bn EUR in 2022, those to Russia fell from 89.169 to
55.008 (Eurostat Comext, the embedded snapshot).
"""

import pytest

from legation import pipeline
from legation.model import Document, Figure
from legation.statistics import embedded


def check(text: str) -> tuple[str, str]:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    (held,) = [r.check for r in made.records if isinstance(r, Figure) and r.check]
    return held.verdict, held.because[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("EU exports to Serbia fell to €24.4 billion in 2022.", "a rise of 33.2 %"),
        ("EU exports to Serbia shrank to about €24 billion in 2022.", "a rise of 33.2 %"),
        ("EU exports to Russia climbed to €55.0 billion in 2022.", "a fall of 38.3 %"),
    ],
)
def test_a_wrong_direction_takes_the_verdict_and_both_are_told(text: str, words: str) -> None:
    verdict, because = check(text)
    assert verdict == "not_checkable"
    assert "lies within" in because
    assert words in because


@pytest.mark.parametrize(
    "text",
    [
        "EU exports to Serbia rose to €24.4 billion in 2022.",
        "EU exports to Russia dropped to €55.0 billion in 2022.",
        "EU exports to Serbia came to €24.4 billion in 2022.",
    ],
)
def test_a_right_direction_leaves_the_verdict(text: str) -> None:
    assert check(text)[0] == "matches"


def test_a_level_that_is_wrong_differs_whatever_its_direction() -> None:
    assert check("EU exports to Serbia fell to €18.9 billion in 2022.")[0] == "differs"
