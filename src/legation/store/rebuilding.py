"""A ledger made again from its source of truth, beside, then put in its place; whether it says the
same is told.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from legation.model import Ledger
from legation.model.errors import Damaged, Unwritable
from legation.model.links import Rules
from legation.store import bodies, canonical, judgements, opening, texts
from legation.store.account import Account
from legation.store.reading import Reading

CARRIED = (
    "run", "setting", "forgotten", "source", "source_item", "source_key", "source_print",
    "source_waiting", "source_answer", "source_host", "pin",
)  # fmt: skip
"""What cannot be made again and belongs to no document."""
TOGETHER = 64


class Rebuilt(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it. ``same`` says whether the canonical export is what it was: a difference is
    what was wrong in the old file, or what newer rules link otherwise. ``lost`` counts documents
    whose text or ledger could not be read any more.
    """

    documents: int
    lost: int
    same: bool
    old: Path


def rebuild(path: Path, rules: Rules, told: Callable[[int], None] = lambda number: None) -> Rebuilt:
    """Make a ledger again: documents as they were read, with judgements, notes, sources and the
    times at which they were first seen. The old file stays beside as ``….before``.

    Raises:
        LedgerError: the old one cannot be opened at all, or the new one not written; nothing has
        changed then.
    """
    beside = path.with_name(f"{path.name}.new")
    for rest in _files(beside):
        rest.unlink(missing_ok=True)
    try:
        with Reading(path) as old:
            before = _digest(old)
            documents, lost = _made(old, beside, rules, told)
        with Reading(beside) as new:
            same = before is not None and before == _digest(new)
        kept = _swap(path, beside)
    except BaseException:
        for rest in _files(beside):
            rest.unlink(missing_ok=True)
        raise
    return Rebuilt(documents=documents, lost=lost, same=same, old=kept)


def _files(path: Path) -> list[Path]:
    return [path, *(Path(f"{path}{end}") for end in ("-wal", "-shm", "-journal"))]


def _digest(ledger: Reading) -> bytes | None:
    """Of the canonical export; ``None`` where the old file is too damaged for one."""
    made = blake2b(digest_size=16)
    try:
        for line in canonical.lines(ledger):
            made.update(line)
    except (Damaged, sqlite3.DatabaseError, IndexError, msgspec.MsgspecError):
        return None
    return made.digest()


def _made(old: Reading, beside: Path, rules: Rules, told: Callable[[int], None]) -> tuple[int, int]:
    """The new file; how many documents it holds, and how many were lost."""
    with Account(beside, rules, "rebuilt") as account:
        _carried(old, account)
        documents = lost = 0
        rows = _documents(old)
        while some := _some(rows):
            with account.together():
                for number in some:
                    if _added(old, account, number):
                        documents += 1
                        told(documents)
                    else:
                        lost += 1
        _left(old, account)
        _times(old, account)
    return documents, lost


def _documents(old: Reading) -> Iterator[int]:
    for row in old.rows("SELECT id FROM document ORDER BY seen, id"):
        yield row[0]


def _some(rows: Iterator[int]) -> list[int]:
    held = []
    for row in rows:
        held.append(row)
        if len(held) == TOGETHER:
            break
    return held


def _added(old: Reading, account: Account, number: int) -> bool:
    """One document; false where it cannot be read any more."""
    try:
        document = texts.document(old.connection, number, given=True)
        ledger = bodies.ledger_of(old.connection, number)
    except (Damaged, sqlite3.DatabaseError, zlib.error, msgspec.MsgspecError, UnicodeError):
        return False
    if ledger is None:
        bare = Ledger(document=document, records=())
        account.add(bare, account.place(document), read=False)
    else:
        account.save(msgspec.structs.replace(ledger, document=document))
    return True


def _carried(old: Reading, account: Account) -> None:
    """Runs, feeds, settings, what was forgotten, and what people decided."""
    connection = account.session.connection
    with account.session.transaction():
        for table in CARRIED:
            rows = old.rows(f"SELECT * FROM {table}")
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)
    columns, notes = ", ".join(judgements.COLUMNS), ", ".join(judgements.NOTE_COLUMNS)
    account.decided(
        old.rows(f"SELECT {columns} FROM judgement ORDER BY id"),
        old.rows(f"SELECT {notes} FROM note ORDER BY id"),
        (),
    )


TIMES = (
    (
        "SELECT seen, run, hash FROM document",
        "UPDATE document SET seen = ?, run = ? WHERE hash = ?",
    ),
    (
        "SELECT first_seen, changed, kind, uid FROM affair",
        "UPDATE affair SET first_seen = ?1, changed = ?2 WHERE kind = ?3 AND id IN "
        "(SELECT id FROM affair WHERE uid = ?4 AND body IS NOT NULL UNION SELECT a.id "
        "FROM record AS r JOIN affair AS a ON a.id = r.affair WHERE r.uid = ?4 AND a.uid = ?4)",
    ),
    (
        "SELECT first_seen, changed, uid FROM conflict",
        "UPDATE conflict SET first_seen = ?, changed = ? WHERE uid = ?",
    ),
    (
        "SELECT what, former, uid, at FROM redirect",
        "INSERT OR REPLACE INTO redirect VALUES (?, ?, ?, ?)",
    ),
    (
        "SELECT id, what, uid, at, run, field, before, after FROM change",
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
)
"""When things were first seen and last changed, by their content ids, and what changed."""


def _times(old: Reading, account: Account) -> None:
    """Carry the times over; a table of a damaged file that cannot be read costs only its times."""
    connection = account.session.connection
    with account.session.transaction():
        connection.execute("DELETE FROM change")
        for asked, told in TIMES:
            with suppress(Damaged):
                connection.executemany(told, old.rows(asked))
        connection.execute("DELETE FROM dyad_changed")
        connection.execute(
            "INSERT INTO dyad_changed SELECT d.a, d.b, a.changed, d.affair, d.kind FROM dyad AS d "
            "JOIN affair AS a ON a.id = d.affair"
        )


def _left(old: Reading, account: Account) -> None:
    """Those that were withdrawn are so again."""
    rows = old.rows("SELECT hash, gone, gone_because FROM document WHERE gone IS NOT NULL")
    for hash, gone, because in rows:
        row = account.session.connection.execute(
            "SELECT name FROM document WHERE hash = ?", (hash,)
        ).fetchone()
        if row is not None:
            account.withdraw(row[0], because or "")
            account.session.connection.execute(
                "UPDATE document SET gone = ? WHERE hash = ?", (gone, hash)
            )


def _swap(path: Path, beside: Path) -> Path:
    """Put the new file in the place of the old one, which keeps another name. Nobody may be at work
    on it.
    """
    with opening.explained(path):
        held = opening.writer(path)
        try:
            busy, _, _ = held.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            held.close()
    if busy:
        raise Unwritable(f"{path}: another program is at work on it; end it, then rebuild again")
    kept = path.with_name(f"{path.name}.before")
    path.replace(kept)
    beside.replace(path)
    return kept
