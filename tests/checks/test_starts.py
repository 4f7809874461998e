"""An amount from which a change starts is of no year that the words do not name."""

import pytest

import legation
from legation.checks import starts

UNDATED = [
    "EU exports to Kazakhstan have doubled from €5.9 billion to €12.1 billion by 2023.",
    "EU exports to Kazakhstan doubled from €5.9 billion to €12.1 billion in 2023.",
    "EU exports to Kazakhstan more than doubled in 2023, from about €5.5 billion to €12.1 billion.",
    "From just €5.9 billion, EU exports to Kazakhstan climbed to €12.1 billion in 2023.",
]
DATED = [
    "EU exports to Kazakhstan rose from €9.9 billion in 2022 to €12.1 billion in 2023.",
    "EU exports to Kazakhstan rose to €12.1 billion in 2023 from €7.1 billion a year earlier.",
]


def verdicts(text: str) -> dict[str, str]:
    checked = legation.check(text)
    return {
        r.value.written: r.check.verdict
        for r in checked
        if isinstance(r, legation.Figure) and r.check is not None
    }


@pytest.mark.parametrize("text", UNDATED)
def test_an_undated_start_is_never_called_different(text: str) -> None:
    assert "differs" not in verdicts(text).values()


@pytest.mark.parametrize("text", DATED)
def test_a_dated_start_may_be_called_different(text: str) -> None:
    assert "differs" in verdicts(text).values()


def test_without_the_doubt_a_true_start_would_be_called_different(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(starts, "doubts", lambda *_: iter(()))
    assert any("differs" in verdicts(text).values() for text in UNDATED)


def test_what_is_no_start() -> None:
    assert not starts.FROM.search("imports from Peru of $")
    assert starts.FROM.search("rose from a mere US$")
