"""A ledger against the marks: what counts as found, and what as right."""

from pathlib import Path

import pytest

from corpus.holding import held
from corpus.markup import read
from corpus.tallies import document, tallies
from legation import pipeline

HEAD = '<sentences style="agency" region="africa" published="2024-03-12"><s>'
SAID = (
    'Kenya\'s president <cue st="1">said</cue> <st id="1" speaker="{speaker}">that the border '
    "would reopen</st>."
)
MET = (
    'The president of Chad <ev type="{type}" actors="{actors}" status="{status}">met</ev> the '
    "president of Niger on Monday."
)


def judged(tmp_path: Path, text: str, kind: str) -> list[tuple[bool, bool]]:
    path = tmp_path / "some.xml"
    path.write_text(f"{HEAD}{text}</s></sentences>", encoding="utf-8")
    (sample,) = read(path, "test")
    return [
        (each.found, each.right)
        for each in held(sample, pipeline.ledger(document(sample), None).records)
        if each.kind == kind
    ]


@pytest.mark.parametrize(("speaker", "right"), [("KEN", True), ("UGA", False)])
def test_a_statement_of_another_speaker_is_found_but_wrong(
    tmp_path: Path, speaker: str, right: bool
) -> None:
    assert judged(tmp_path, SAID.format(speaker=speaker), "statement") == [(True, right)]


@pytest.mark.parametrize(
    ("type_", "actors", "status", "expected"),
    [
        ("CONSULT", "TCD NER", "actual", (True, True)),
        ("CONSULT", "TCD NER", "planned", (True, False)),
        ("CONSULT", "TCD", "actual", (True, False)),
        ("ASSAULT", "TCD NER", "actual", (False, False)),
    ],
)
def test_an_event_is_held_to_type_sides_and_status(
    tmp_path: Path, type_: str, actors: str, status: str, expected: tuple[bool, bool]
) -> None:
    assert judged(tmp_path, MET.format(type=type_, actors=actors, status=status), "event") == [
        expected
    ]


def test_what_is_not_marked_is_none(tmp_path: Path) -> None:
    assert judged(tmp_path, "The president of Chad met the president of Niger.", "event") == [
        (False, False)
    ]


def test_tallies_of_nothing_are_nought() -> None:
    assert tallies([])["event"] == {
        **dict.fromkeys(("p", "r", "f1", "right", "sure_right"), 0.0),
        **dict.fromkeys(("sure", "gold", "made"), 0),
    }
