"""What an id of a document stands for: its name, the first signs of its hash, or a former name."""

import sqlite3
from pathlib import Path

from legation.model.errors import NotFound
from legation.store.changes import DOCUMENT

LEAST = 8
"""Signs of a hash that are enough to be asked by."""


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
    try:
        binary = bytes.fromhex(name if len(name) >= LEAST else "")
    except ValueError:
        return []
    if not binary or len(binary) > 16:
        return []
    low, high = binary.ljust(16, b"\x00"), binary.ljust(16, b"\xff")
    rows = connection.execute("SELECT id FROM document WHERE hash BETWEEN ? AND ?", (low, high))
    return [row[0] for row in rows]
