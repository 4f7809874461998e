"""What an id stands for. Of a document: its name, the first signs of its hash, or a former name; of
others: itself, or its first signs, as a terminal prints them.
"""

import sqlite3
from pathlib import Path

from legation.model.errors import NotFound
from legation.store.changes import DOCUMENT

LEAST = 8
"""Signs of a hash or id that are enough to be asked by."""
BYTES = 16
"""Of the longest id."""


def stretch(uid: str) -> tuple[bytes, bytes]:
    """The first and last of the ids that begin with some signs; an empty one where these are none
    of an id, or too few.
    """
    try:
        binary = bytes.fromhex(uid if len(uid) >= LEAST else "")
    except ValueError:
        binary = b""
    if not binary or len(binary) > BYTES:
        return b"", b""
    return binary, binary.ljust(BYTES, b"\xff")


def document(connection: sqlite3.Connection, name: str, path: Path) -> int:
    """The number of a document.

    Raises:
        NotFound: no document bears that id, or several do.
    """
    row = connection.execute("SELECT id FROM document WHERE name = ?", (name,)).fetchone()
    if row is not None:
        return int(row[0])
    found = _by_hash(connection, name)
    if len(found) == 1:
        return found[0]
    row = connection.execute(
        "SELECT d.id FROM redirect AS r JOIN document AS d ON d.name = r.uid "
        "WHERE r.what = ? AND r.former = ?",
        (DOCUMENT, name),
    ).fetchone()
    if row is not None:
        return int(row[0])
    raise NotFound(f'"{name}" is no document of {path}; legation find lists their ids')


def _by_hash(connection: sqlite3.Connection, name: str) -> list[int]:
    low, high = stretch(name)
    rows = connection.execute("SELECT id FROM document WHERE hash BETWEEN ? AND ?", (low, high))
    return [row[0] for row in rows]
