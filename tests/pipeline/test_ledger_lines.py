"""Ledgers from elsewhere are told from texts, and held to their own text first."""

import gzip
import io
from collections.abc import Callable

import msgspec
import pytest

from legation import pipeline
from legation.model import Document, Ledger, Unreadable
from legation.pipeline import ledger_lines

TEXT = (
    "EU exports to Kazakhstan were worth €12.1 billion in 2023, the European Commission said. "
    "Kazakhstan's foreign minister met his German counterpart in Berlin on 4 March 2024."
)
READ = pipeline.ledger(Document(id="a", text=TEXT, language="en"), pipeline.embedded())
LINE = msgspec.json.encode(READ)


def one(line: bytes) -> Ledger | Unreadable:
    [found] = ledger_lines.read(io.BytesIO(line + b"\n"), "part-1")
    return found


def test_packed_or_not_a_line_is_the_ledger_that_was_read() -> None:
    assert READ.records
    bare = msgspec.structs.replace(READ, mentions=READ.mentions)
    assert one(LINE) == bare
    packed = io.BufferedReader(io.BytesIO(gzip.compress(LINE + b"\n\n" + LINE)))
    assert list(ledger_lines.read(packed, "part-1")) == [bare, bare]


@pytest.mark.parametrize(
    ("head", "whether"),
    [
        (LINE, True),
        (b"\xef\xbb\xbf" + LINE, True),
        (gzip.compress(LINE, mtime=0), True),
        (b'{"id": "a", "text": "x"}', False),
        (b"{}", False),
        (b"", False),
        (b"\x1f\x8bnonsense", False),
        (gzip.compress(b'{"id": "a"}', mtime=0), False),
    ],
)
def test_ledgers_are_told_from_texts_by_their_first_bytes(head: bytes, whether: bool) -> None:
    assert ledger_lines.begins(head) is whether


def bent(change: Callable[[dict[str, object]], object]) -> bytes:
    plain = msgspec.json.decode(LINE)
    change(plain["records"][0])
    return msgspec.json.encode(plain)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda r: r.update(evidence=[[0, len(TEXT) + 1]]), "outside its text"),
        (lambda r: r.update(evidence=[[9, 4]]), "outside its text"),
        (lambda r: r.update(evidence=[[-3, 4]]), "outside its text"),
        (lambda r: r.update(sentence=[0, 10_000]), "outside its text"),
        (lambda r: r.update(evidence=[]), "no evidence"),
        (lambda r: r.update(id="../../etc"), "hexadecimal"),
        (lambda r: r.update(said_in="0" * 16), "none of its ledger"),
        (lambda r: r.update(kind="rumour"), "is no ledger"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_the_reason(
    change: Callable[[dict[str, object]], object], reason: str
) -> None:
    found = one(bent(change))
    assert isinstance(found, Unreadable)
    assert reason in found.error


def test_the_line_of_a_document_that_could_not_be_read_says_why() -> None:
    found = one(b'{"document": {"id": "b"}, "error": "b: is empty"}')
    assert found == Unreadable(id="b", error="part-1, line 1: b: is empty")


def test_a_stream_that_breaks_off_is_told_and_what_came_before_stays() -> None:
    packed = gzip.compress(LINE + b"\n" + LINE * 50 + b"\n")
    stream = io.BufferedReader(io.BytesIO(packed[:-30]))
    *_, last = ledger_lines.read(stream, "part-1")
    assert isinstance(last, Unreadable)


def test_verdicts_of_another_machine_say_so_once() -> None:
    marked = ledger_lines.checked_elsewhere(READ)
    checked = [check for r in marked.records if (check := getattr(r, "check", None)) is not None]
    assert checked
    assert all("checked elsewhere" in check.because[-1] for check in checked)
    assert ledger_lines.checked_elsewhere(marked) == marked
