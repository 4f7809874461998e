"""Two hundred sentences in which something is denied, doubted or left unsaid, or did not happen:
nothing of it comes out as said, as done, or as held against a series.
"""

import re
from pathlib import Path

import pytest

from legation.model import (
    Assertion,
    Document,
    Event,
    Figure,
    Instrument,
    Ledger,
    Record,
    Span,
    Statement,
)
from legation.pipeline import embedded, ledger

LINES = (Path(__file__).parent / "denials.txt").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("|", 1) for line in LINES if line and not line.startswith("#")]
ENOUGH = 200
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|doubt\w*|not|untrue|lie|fabrication|no truth|false|rejected)\b"
)
"""Words that, within what is said, say themselves that it is denied."""
OPEN = frozenset({"unknown", "planned", "proposed", "negotiated"})


def read(text: str) -> Ledger:
    return ledger(Document(id="denial", text=text, published=None), embedded())


def faults(text: str, words: str) -> list[str]:
    """What comes out as said, done or held against a series though the text does not stand by it.

    ``words`` are words of what is denied.
    """
    start = text.index(words)
    span = Span(start, start + len(words))
    records = read(text).records
    return [
        told
        for record in records
        if not _contradicted(record, records)
        for told in _faults(text, span, record)
    ]


def _contradicted(record: Record, records: tuple[Record, ...]) -> bool:
    """Whether one claims what another denies: "rejected Mali's claim that …" tells both."""
    if not isinstance(record, Statement) or record.speaker is None:
        return False
    deniers = [r for r in records if isinstance(r, Statement) and r.stance == "denies"]
    return any(
        d.speaker is not None
        and d.speaker.actor != record.speaker.actor
        and d.content[0].overlaps(record.content[0])
        for d in deniers
    )


def _faults(text: str, span: Span, record: Record) -> list[str]:
    match record:
        case Statement() if record.stance == "affirms":
            held = [c for c in record.content if c.overlaps(span)]
            before = " ".join(text[c.start : c.end] for c in record.content)
            return [f"said: {before}"] if held and not DENYING.search(before) else []
        case Event() if record.status == "actual" and record.anchor is not None:
            inside = record.anchor.span.overlaps(span)
            return [f"done: {record.type} {record.anchor.lemma}"] if inside else []
        case Figure() if record.check is not None and record.check.verdict != "not_checkable":
            return [f"checked: {record.value.written} {record.check.verdict}"]
        case Assertion():
            return [f"asserted: {record.assertion} {record.subject}"]
        case Instrument() if record.status not in OPEN:
            return [f"stands: {record.name} {record.status}"]
        case _:
            return []


@pytest.mark.parametrize(("words", "text"), ROWS, ids=[text for _, text in ROWS])
def test_nothing_denied_comes_out_as_said_or_done(words: str, text: str) -> None:
    assert faults(text, words) == []


def test_there_are_two_hundred() -> None:
    assert len(ROWS) >= ENOUGH


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad said that it had attacked Niger.", "had attacked"),
        ("Chad attacked Niger on Monday.", "attacked"),
        ("Kenya's trade is dominated by China.", "dominated"),
        ("Somalia ratified the Law of the Sea Convention.", "ratified"),
    ],
)
def test_what_is_told_is_seen(text: str, words: str) -> None:
    """The same measure finds what is affirmed: it can fail."""
    assert faults(text, words) != []
