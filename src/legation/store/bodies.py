"""The source of truth: each document's text and the JSON line of its ledger, compressed."""

import sqlite3
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from legation.model import Ledger, Record
from legation.model.errors import Damaged

LEVEL = 4
"""Of zlib. On 1,000 ledgers (2026-12-01) level 6 took half as long again for 4 % less."""

AT_ONCE = 500
"""Numbers in one statement."""
Rows = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
_decoder = msgspec.json.Decoder(Ledger)


class Lines(msgspec.Struct, frozen=True):
    """The records of a ledger, not yet decoded: a page wants one of twenty."""

    records: tuple[msgspec.Raw, ...] = ()


_lines = msgspec.json.Decoder(Lines)
_record = msgspec.json.Decoder(Record)


def packed(text: str) -> bytes:
    """A text, compressed; lone surrogates survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


def unpacked(held: bytes) -> str:
    """The text again."""
    return zlib.decompress(held).decode("utf-8", "surrogatepass")


def line(ledger: Ledger) -> bytes:
    """The ledger without its text (which stands beside it) and without mentions, which no view of
    an account asks for.
    """
    document = msgspec.structs.replace(ledger.document, text="")
    bare = msgspec.structs.replace(ledger, document=document, mentions=())
    return zlib.compress(msgspec.json.encode(bare), LEVEL)


def ledger(held: bytes, text: str) -> Ledger:
    """The ledger again, with its text."""
    found = _decoder.decode(zlib.decompress(held))
    document = msgspec.structs.replace(found.document, text=text)
    return msgspec.structs.replace(found, document=document)


def text_of(connection: sqlite3.Connection, document: int) -> str:
    """The text of a document by its number.

    Raises:
        Damaged: it has none.
    """
    row = connection.execute("SELECT text FROM body WHERE document = ?", (document,)).fetchone()
    if row is None:
        raise Damaged(f"document {document} has no text; run legation doctor --rebuild")
    return unpacked(row[0])


def texts_of(rows: Rows, documents: Sequence[int]) -> dict[int, str]:
    """The texts of some documents, by number."""
    found: dict[int, str] = {}
    for start in range(0, len(documents), AT_ONCE):
        some = documents[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        held = rows(f"SELECT document, text FROM body WHERE document IN ({marks})", some)
        found.update({number: unpacked(text) for number, text in held})
    return found


def ledger_of(connection: sqlite3.Connection, document: int) -> Ledger | None:
    """The ledger of a document by its number; ``None`` for a copy that was not read."""
    row = connection.execute(
        "SELECT text, ledger FROM body WHERE document = ?", (document,)
    ).fetchone()
    if row is None or row[1] is None:
        return None
    return ledger(row[1], unpacked(row[0]))


def lines_of(connection: sqlite3.Connection, document: int) -> Lines | None:
    """The records of a document by its number; ``None`` for a copy that was not read."""
    row = connection.execute("SELECT ledger FROM body WHERE document = ?", (document,)).fetchone()
    if row is None or row[0] is None:
        return None
    return lines(row[0])


def lines(held: bytes) -> Lines:
    """The records of a packed ledger, to be decoded one by one."""
    return _lines.decode(zlib.decompress(held))


def record(lines: Lines, place: int) -> Record:
    """One of them."""
    found: Record = _record.decode(lines.records[place])
    return found
