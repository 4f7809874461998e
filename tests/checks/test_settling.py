"""A figure that is not checked says what would settle it; numbers nearby say why they are none."""

import pytest

from legation import pipeline
from legation.model import Check, Document, Figure
from legation.statistics import embedded

OPEN = [
    ("German exports to the United States were €122 billion in 2021.", "legation series fetch"),
    ("EU imports from Kazakhstan were €3.2 billion in 2023.", "1 value, some seconds"),
    ("Exports were €3.2 billion.", "whose trade it is and with whom it is"),
    ("EU exports to Georgia by rail were €3.6 billion in 2023.", "“rail” in its clause"),
]


def checked(text: str) -> Check:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    (figure,) = (r for r in made.records if isinstance(r, Figure))
    assert figure.check is not None
    return figure.check


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_would_settle_it_is_told(text: str, words: str) -> None:
    check = checked(text)
    assert check.verdict == "not_checkable"
    assert words in " ".join(check.because)
    assert "settle it" in " ".join(check.because)


def test_a_figure_without_a_verdict_never_says_official() -> None:
    for text in ("EU aid to Georgia was €3.2 billion in 2023.", *(text for text, _ in OPEN)):
        told = " ".join(checked(text).because)
        assert "official" not in told


def test_a_number_nearby_says_why_it_is_no_verdict() -> None:
    check = checked("EU exports to Georgia were €3.2 billion in 2023.")
    assert check.verdict == "differs"
    assert check.nearby
    assert any("nearby, and no verdict" in reason for reason in check.because)
    assert any("the year before" in reason for reason in check.because)


def test_gaps_of_growth_are_in_percentage_points() -> None:
    check = checked("EU exports to Georgia rose 31% in 2023.")
    assert "18.8 percentage points above" in check.because[0]
