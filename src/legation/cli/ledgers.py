"""Ledgers read back: files of lines that ``legation read --json`` printed, packed or not, or
standard input.
"""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from legation.model import AuditError, Ledger

STANDARD_INPUT = "-"
GZIP = b"\x1f\x8b"
MAKE = "make ledgers with: legation read FILES --json > LEDGERS.jsonl"


class Failure(msgspec.Struct):
    """The line of a document that could not be read."""

    error: str


def ledgers(paths: Iterable[str]) -> Iterator[tuple[str, Ledger]]:
    """The ledgers of some files, each with the name of its file; lines that tell of an unreadable
    document are passed over.

    Raises:
        AuditError: a file cannot be opened, or a line is no ledger.
    """
    held = list(paths)
    names = [Path(path).name for path in held]
    for path, name in zip(held, names, strict=True):
        shown = (
            "standard input"
            if path == STANDARD_INPUT
            else name
            if names.count(name) == 1
            else path.replace("\\", "/")
        )
        try:
            for number, line in enumerate(_lines(path), 1):
                found = _ledger(line, f"{path}, line {number}") if line.strip() else None
                if found is not None:
                    yield shown, found
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or f"breaks off or is damaged ({error})"
            raise AuditError(f"{path}: cannot be read: {reason}; {MAKE}") from error


def _lines(path: str) -> Iterator[bytes]:
    if path == STANDARD_INPUT:
        yield from _unpacked(cast(BinaryIO, sys.stdin.buffer))
        return
    with Path(path).open("rb") as stream:
        yield from _unpacked(stream)


def _unpacked(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, by its first bytes packed with gzip or not."""
    first = stream.readline()
    if not first.startswith(GZIP):
        yield first
        yield from stream
        return
    yield from gzip.GzipFile(fileobj=cast(BinaryIO, _Rejoined(first, stream)))


class _Rejoined:
    """A stream with what was read of it put back in front."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self.first, self.rest = first, rest

    def read(self, size: int = -1) -> bytes:
        """As of a file."""
        if size < 0:
            return self.first + self.rest.read()
        if not self.first:
            return self.rest.read(size)
        given, self.first = self.first[:size], self.first[size:]
        return given


def _ledger(line: bytes, place: str) -> Ledger | None:
    try:
        return _decoder.decode(line)
    except msgspec.MsgspecError as error:
        try:
            msgspec.json.decode(line, type=Failure)
        except msgspec.MsgspecError:
            raise AuditError(f"{place}: is no ledger ({error}); {MAKE}") from error
        return None


_decoder = msgspec.json.Decoder(Ledger)
