"""Ledgers that were read elsewhere (a cluster, an earlier run), as lines that ``legation read
--json`` printed: told from texts, decoded, and held to their own text before they are believed.
"""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from legation.model import Check, Ledger, Span, Unreadable

PEEKED = 1 << 16
_LEDGER = re.compile(rb'\s*\{\s*"document"\s*:\s*\{')
_ID = re.compile(r"[0-9a-f]{16}")
GZIP = b"\x1f\x8b"
_decoder = msgspec.json.Decoder(Ledger)


class Named(msgspec.Struct, frozen=True):
    """What is told of a document whatever else its line holds."""

    id: str = ""


class Failure(msgspec.Struct, frozen=True):
    """The line of a document that could not be read."""

    error: str
    document: Named = Named()


def begins(head: bytes) -> bool:
    """Whether the first bytes of a stream are those of ledgers, packed or not."""
    if head[:2] == GZIP:
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, PEEKED)
        except zlib.error:
            return False
    return bool(_LEDGER.match(head.removeprefix(b"\xef\xbb\xbf")))


def holds(path: Path) -> bool:
    """Whether a file holds ledgers."""
    try:
        with path.open("rb") as stream:
            return begins(stream.read(PEEKED))
    except OSError:
        return False


def read(stream: BinaryIO, place: str) -> Iterator[Ledger | Unreadable]:
    """The ledgers of a stream; a line that is none, or that points outside its text, is an
    :class:`Unreadable` in its place.
    """
    number = 0
    try:
        for number, line in enumerate(_unpacked(stream), 1):
            if line.strip():
                yield _ledger(line, f"{place}, line {number}")
    except (OSError, EOFError, zlib.error) as error:
        what = f"{place}: breaks off or is damaged after line {number} ({error}); make it again"
        yield Unreadable(id=place, error=what)


def _unpacked(stream: BinaryIO) -> Iterator[bytes]:
    yield from gzip.GzipFile(fileobj=stream) if peeked(stream)[:2] == GZIP else stream


def peeked(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay in it; none of one that can neither be looked into
    nor wound back.
    """
    if isinstance(stream, io.BufferedReader):
        return stream.peek(PEEKED)
    if not stream.seekable():
        return b""
    head = stream.read(PEEKED)
    stream.seek(-len(head), io.SEEK_CUR)
    return head


def _ledger(line: bytes, place: str) -> Ledger | Unreadable:
    try:
        found = _decoder.decode(line)
    except msgspec.MsgspecError as error:
        return _failure(line, place, str(error))
    fault = fault_of(found)
    if fault:
        return Unreadable(id=found.document.id or place, error=f"{place}: {fault}; read it again")
    return found


def _failure(line: bytes, place: str, error: str) -> Unreadable:
    try:
        told = msgspec.json.decode(line, type=Failure)
    except msgspec.MsgspecError:
        return Unreadable(id=place, error=f"{place}: is no ledger ({error}); read the text again")
    return Unreadable(id=told.document.id or place, error=f"{place}: {told.error}")


def fault_of(ledger: Ledger) -> str | None:
    """Why a ledger cannot be believed: ids that are none or come twice, spans outside the text."""
    length = len(ledger.document.text)
    seen: set[str] = set()
    for record in ledger.records:
        if not _ID.fullmatch(record.id):
            return f'the id "{record.id}" of a record is not sixteen hexadecimal digits'
        if record.id in seen:
            return f'the id "{record.id}" of a record comes twice'
        seen.add(record.id)
        if not record.evidence:
            return f"the record {record.id} has no evidence"
        outside = next((s for s in _spans(record) if not 0 <= s.start <= s.end <= length), None)
        if outside is not None:
            return f"the record {record.id} points to {list(outside)}, outside its text"
    unknown = next((r.said_in for r in ledger.records if r.said_in and r.said_in not in seen), None)
    return unknown and f"a record stands in {unknown}, which is none of its ledger"


def _spans(held: object) -> Iterator[Span]:
    """All spans of a record, however deep."""
    if isinstance(held, Span):
        yield held
    elif isinstance(held, tuple | list):
        for one in held:
            yield from _spans(one)
    elif isinstance(held, msgspec.Struct) and not isinstance(held, Check):
        for name in held.__struct_fields__:
            yield from _spans(getattr(held, name))


def checked_elsewhere(ledger: Ledger) -> Ledger:
    """The ledger with its verdicts shown as those of who read it: they were not judged here."""
    reader = ledger.reader
    who = f"Legation {reader.version}" if reader else "another reader"
    series = f", series of {reader.series}" if reader and reader.series else ""
    note = f"checked elsewhere ({who}{series})"
    return msgspec.structs.replace(
        ledger, records=tuple(_noted(record, note) for record in ledger.records)
    )


def _noted(record: object, note: str) -> object:
    check = getattr(record, "check", None)
    if check is None or note in check.because:
        return record
    told = msgspec.structs.replace(check, because=(*check.because, note))
    return msgspec.structs.replace(record, check=told)  # type: ignore[type-var]
