"""A ledger's file opened: made, migrated, or refused with the reason. A file that is not ours is
never touched.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from legation.model.errors import Damaged, NotFound, NotOurs, TooNew, Unwritable
from legation.store import folders, migrations

APPLICATION = 0x4C454747  # "LEGG", bytes 68 to 71 of the file: file(1) and we can tell whose it is
MAGIC = b"SQLite format 3\x00"
OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
PATIENCE = 60.0
"""Seconds that a writer waits for another one; adding a document takes some hundredths."""
CACHE = 64 * 1024
"""KiB of pages that a writer keeps; a reader keeps an eighth."""
FULL = "database or disk is full"


def writer(path: Path) -> sqlite3.Connection:
    """A connection that may write; the file is made where there is none, an older one migrated.

    Raises:
        NotOurs, TooNew, Damaged, Unwritable: with the reason; nothing was changed.
    """
    folders.ready(path)
    if not path.exists():
        _make(path)
    _ours(path)
    _private(path)
    _writable(path)
    with explained(path):
        connection = _connect(path, "rw")
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            _wal(connection, path)
            migrations.migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads; it never waits for a writer.

    Raises:
        NotFound: there is no ledger there. NotOurs, TooNew, Damaged, Unwritable: with the reason.
    """
    if not path.exists():
        raise NotFound(f"{path}: there is no ledger yet; make one with: legation add PATH")
    _ours(path)
    with explained(path):
        connection = _connect(path, "ro")
        try:
            connection.execute("PRAGMA query_only = 1")
            connection.execute(f"PRAGMA cache_size = -{CACHE // 8}")
            migrations.known(connection, path, exact=True)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """What SQLite says of a file, in our words."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault(path, error) from error


def fault(path: Path, error: sqlite3.Error) -> Exception:
    """Our error for one of SQLite's; a mistake of ours in a statement stays what it is."""
    code = getattr(error, "sqlite_errorcode", None)
    base = code & 0xFF if code is not None else None
    if base in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return Damaged(
            f"{path}: is damaged ({error}); make it again from what can be read of it with: "
            "legation doctor --rebuild, or go back to a backup"
        )
    if base == sqlite3.SQLITE_FULL:
        return Unwritable(
            f"{path}: the disk is full; what was added before is safe. Free some space"
        )
    if base in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}:
        return Unwritable(
            f"{path}: may not be written or opened ({error}); check the permissions of file and "
            "folder, or give another with --ledger"
        )
    if base == sqlite3.SQLITE_IOERR:
        return Unwritable(
            f"{path}: the disk does not answer as it should ({error}); nothing was lost"
        )
    if base in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return Unwritable(
            f"{path}: another program has been writing to it for over {PATIENCE:.0f} seconds; wait "
            "for it to end, then try again"
        )
    return error


def _still(path: Path) -> bool:
    """Whether nobody can be writing: the folder may not be written, and there is no WAL. SQLite
    could not make the shared memory there that readers need beside a writer.
    """
    wal = Path(f"{path}-wal")
    return not os.access(path.parent, os.W_OK) and not (wal.exists() and wal.stat().st_size)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"
    if mode == "ro" and _still(path):
        address += "&immutable=1"
    connection = sqlite3.connect(
        address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Unwritable(
            f"SQLite {sqlite3.sqlite_version} is too old; Legation needs 3.37 or newer"
        )
    connection.execute("PRAGMA trusted_schema = 0")
    connection.execute("PRAGMA temp_store = 2")
    return connection


def _make(path: Path) -> None:
    """A new ledger beside, whole, then put in place in one step; whoever comes second takes the
    first one's.
    """
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise Unwritable(
            f"{path}: cannot be made there ({error.strerror}); give another place with --ledger"
        ) from error
    os.close(handle)  # mkstemp makes it 0600
    made = Path(beside)
    try:
        with explained(path):
            connection = sqlite3.connect(beside, isolation_level=None)
            try:
                _wal(connection, path)
                migrations.create(connection, APPLICATION)
            finally:
                connection.close()
        _put(made, path)
    finally:
        for rest in (made, Path(f"{beside}-wal"), Path(f"{beside}-shm"), Path(f"{beside}-journal")):
            rest.unlink(missing_ok=True)


def _put(made: Path, path: Path) -> None:
    """Give the file its name unless another one has it by now."""
    with suppress(FileExistsError):
        try:
            os.link(made, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if not path.exists():
                made.replace(path)


def _wal(connection: sqlite3.Connection, path: Path) -> None:
    """Switching to WAL does not wait as other statements do, so it is only done where it is not
    yet.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    [mode] = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise Unwritable(
            f"{path}: the disk it lies on cannot be shared by several programs (SQLite's WAL does "
            "not work there); put it elsewhere with --ledger"
        )


def is_ledger(path: Path) -> bool:
    """Whether a file is one of ours, by its first bytes."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError:
        return False
    return head[:16] == MAGIC and int.from_bytes(head[68:72], "big") == APPLICATION


def _ours(path: Path) -> None:
    """By the first hundred bytes, before SQLite opens anything."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise Unwritable(
            f"{path}: cannot be opened ({error.strerror}); check its permissions"
        ) from (error)
    if head[:16] != MAGIC:
        raise NotOurs(f"{path}: is no ledger of Legation; give another file with --ledger")
    if int.from_bytes(head[68:72], "big") != APPLICATION:
        raise NotOurs(
            f"{path}: is an SQLite file of another program; it was not touched. Give another file "
            "with --ledger"
        )
    if int.from_bytes(head[60:64], "big") > migrations.NEWEST:
        raise TooNew(migrations.too_new(path, int.from_bytes(head[60:64], "big")))


def _writable(path: Path) -> None:
    """SQLite opens a protected file for reading alone, and would tell only at the first writing."""
    for place, what in ((path, "the file"), (path.parent, "its folder")):
        if not os.access(place, os.W_OK):
            raise Unwritable(
                f"{path}: {what} may not be written; change its permissions, or give another place "
                "with --ledger"
            )


def _private(path: Path) -> None:
    """Only its owner reads what an analyst collects."""
    with suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
