"""A copy of a ledger in use. Copying the file alone would lose what stands in its WAL."""

import os
import sqlite3
import tempfile
from pathlib import Path

from legation.model.errors import Refused, Unwritable
from legation.store import opening

PAGES = 4096
"""Copied at once, between which others may write."""


def backup(path: Path, target: Path, replace: bool = False) -> None:
    """Copy a ledger by SQLite's own backup; the copy appears whole or not at all, readable by its
    owner alone.

    Raises:
        Refused: there is a file by that name already. LedgerError: the ledger cannot be read, or
        the copy not written.
    """
    if target.exists() and not replace:
        raise Refused(f"{target}: is there already; give another name for the backup")
    source = opening.reader(path)
    try:
        _copied(source, target)
    finally:
        source.close()


def _copied(source: sqlite3.Connection, target: Path) -> None:
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise Unwritable(f"{target}: cannot be written there ({error.strerror})") from error
    os.close(handle)
    made = Path(beside)
    try:
        with opening.explained(target):
            copy = sqlite3.connect(beside)
            try:
                source.backup(copy, pages=PAGES, sleep=0.0)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)
