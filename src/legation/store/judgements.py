"""What people decide: given, undone, taken over, listed. Rows are appended, never changed."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import msgspec

from legation.model import Record, content_id
from legation.model.account import Judgement
from legation.model.errors import NotFound, Refused
from legation.store import (
    anchors,
    bodies,
    carrying,
    codes,
    corrections,
    entries,
    judging,
    resolving,
    settling,
)
from legation.store.judging import Given
from legation.store.session import Session
from legation.store.telling import Asked

COLUMNS = (
    "uid", "verdict", "left_hash", "left_kind", "left_anchor", "left_core", "left_id", "right_hash",
    "right_kind", "right_anchor", "right_core", "right_id", "slot", "value", "because", "by", "at",
    "undoes",
)  # fmt: skip
NOTE_COLUMNS = ("uid", "hash", "record", "because", "by", "at", "undone")
PAIRS = {"same", "different"}
ALONE = {"right", "wrong", settling.SETTLED}


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement as a person gives it, on one record or on two; ``settled`` on a conflict, with
    ``slot`` ``value`` (one of those told) or ``other`` (a value that no text tells).
    """

    of: tuple[str, ...]
    verdict: str
    slot: str | None = None
    value: str | None = None
    because: str = ""
    by: str = ""


class End(msgspec.Struct, frozen=True):
    """A record that is judged, by what outlives re-reading."""

    document: int
    hash: bytes
    record: Record

    def columns(self) -> tuple[object, ...]:
        """Hash, kind, anchor, core and id."""
        record = self.record
        kind = codes.KIND[entries.kind(record)]
        return (self.hash, kind, anchors.key(record), anchors.core(record), record.id)


def give(session: Session, words: Words) -> str:
    """Keep a judgement, and let it take effect; its id.

    Raises:
        NotFound: no record bears an id. Refused: the verdict does not fit, or the correction.
    """
    _fitting(words)
    if words.verdict == settling.SETTLED:
        settled, rows = settling.rows(
            session, words.of[0], words.slot, words.value, words.because, words.by
        )
        take(session, rows)
        return settled
    ends = [end(session, uid) for uid in words.of]
    if words.slot is not None:
        corrections.corrected(ends[0].record, words.slot, words.value or "")
    right: tuple[object, ...] = ends[1].columns() if len(ends) > 1 else (None,) * 5
    left = ends[0].columns()
    uid = content_id(
        words.verdict, left, right, words.slot, words.value, words.because, words.by, session.now
    )
    row = (
        bytes.fromhex(uid), words.verdict, *left, *right, words.slot, words.value, words.because,
        words.by, session.now, None,
    )  # fmt: skip
    take(session, [row])
    return uid


def _fitting(words: Words) -> None:
    if words.verdict in PAIRS and len(words.of) != 2:
        raise Refused(f'"{words.verdict}" is said of two records; give two ids')
    if words.verdict in ALONE and len(words.of) != 1:
        raise Refused(f'"{words.verdict}" is said of one entry; give one id')
    if words.verdict not in PAIRS | ALONE:
        raise Refused(
            f'"{words.verdict}" is no judgement; say right, wrong, same, different or settled'
        )
    if words.slot is not None and words.verdict in PAIRS:
        raise Refused("a slot is corrected of one record: right or wrong ID --is SLOT=VALUE")


def end(session: Session, uid: str) -> End:
    """The record that an id names, or ``DOCUMENT/RECORD``; of an affair its first member.

    Raises:
        NotFound: no record that counts bears it.
    """
    document, _, record = uid.rpartition("/")
    rows = session.connection.execute(
        "SELECT r.document, r.number, d.hash, r.uid FROM record AS r JOIN document AS d "
        "ON d.id = r.document WHERE (?3 = '' OR d.name = ?3) AND r.id IN "
        "(SELECT id FROM record WHERE uid BETWEEN ?1 AND ?2 UNION "
        "SELECT record FROM affair WHERE uid BETWEEN ?1 AND ?2 AND body IS NOT NULL)",
        (*resolving.stretch(record), document),
    ).fetchall()
    if not rows:
        raise NotFound(f'"{uid}" is the id of no record in {session.path}; every view prints them')
    if len({row[3] for row in rows}) > 1:
        raise Refused(f'several ids begin with "{uid}"; --json and --csv print them whole')
    number, place, hash, _ = rows[0]
    read = bodies.ledger_of(session.connection, number)
    if read is None or place >= len(read.records):
        raise Refused(f'"{uid}" was added by a person; take it back with: legation note --undo')
    return End(number, hash, read.records[place])


def _binary(uid: str) -> bytes:
    try:
        return bytes.fromhex(uid)
    except ValueError:
        return b""


def take(session: Session, rows: Iterable[Sequence[object]]) -> None:
    """Append judgements that are not here yet, and let them take effect: the documents that they
    are about come into affairs anew.
    """
    new = [row for row in rows if not _known(session, "judgement", row[0])]
    held = _standing(session, {row[2] for row in new})
    for document in held:
        carrying.stop(session, document)
    marks = ", ".join("?" * len(COLUMNS))
    session.connection.executemany(
        f"INSERT INTO judgement ({', '.join(COLUMNS)}) VALUES ({marks})", new
    )
    for document in held:
        carrying.start(session, document)


def take_notes(session: Session, rows: Iterable[Sequence[object]]) -> None:
    """The same for notes."""
    new = [row for row in rows if not _known(session, "note", row[0])]
    held = _standing(session, {row[1] for row in new})
    for document in held:
        carrying.stop(session, document)
    session.connection.executemany(
        f"INSERT INTO note ({', '.join(NOTE_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?)", new
    )
    for document in held:
        carrying.start(session, document)


def _known(session: Session, table: str, uid: object) -> bool:
    row = session.connection.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)).fetchone()
    return row is not None


def _standing(session: Session, hashes: set[object]) -> list[int]:
    """The documents of some hashes that carry records."""
    found = []
    for hash in hashes:
        row = session.connection.execute(
            "SELECT id FROM document WHERE hash = ? AND carries = 1", (hash,)
        ).fetchone()
        found += [int(row[0])] if row else []
    return sorted(found)


def undo(session: Session, uid: str, because: str, by: str) -> None:
    """Take a judgement or a note back; what was decided stays on record.

    Raises:
        NotFound: there is none of that id, or it was taken back before.
    """
    binary = _binary(uid)
    columns = ", ".join(COLUMNS)
    row = session.connection.execute(
        f"SELECT {columns} FROM judgement WHERE uid = ? AND {judging.STANDING}", (binary,)
    ).fetchone()
    if row is not None:
        take(session, list(_undoing(session, row, because, by)))
        return
    note = session.connection.execute(
        "SELECT hash FROM note WHERE uid = ? AND undone IS NULL", (binary,)
    ).fetchone()
    if note is None:
        raise NotFound(f'"{uid}" is no judgement or note that stands')
    held = _standing(session, {note[0]})
    for document in held:
        carrying.stop(session, document)
    session.connection.execute("UPDATE note SET undone = ? WHERE uid = ?", (session.now, binary))
    for document in held:
        carrying.start(session, document)


def _undoing(
    session: Session, row: Sequence[object], because: str, by: str
) -> Iterator[tuple[object, ...]]:
    """The rows that take a judgement back; a settlement's rows go together."""
    taken = bytes(row[0])  # type: ignore[call-overload]  # a blob
    for binary in (taken, *settling.with_their_like(session.connection, taken)):
        made = content_id("undo", binary.hex(), because, by, session.now)
        yield (bytes.fromhex(made), "undone", *row[2:14], because, by, session.now, binary)


def loose(connection: sqlite3.Connection) -> Iterator[Judgement]:
    """Judgements "to be looked at again": their record is gone, or its core is another one by now.
    They have no effect.
    """
    rows = connection.execute(
        "SELECT left_hash FROM judgement UNION SELECT right_hash FROM judgement "
        "WHERE right_hash IS NOT NULL"
    ).fetchall()
    told: set[str] = set()
    for (hash,) in rows:
        for one in _loose(connection, hash):
            if one.uid not in told:
                told.add(one.uid)
                yield judgement(one, False)


def _loose(connection: sqlite3.Connection, hash: bytes) -> Sequence[Given]:
    row = connection.execute("SELECT id FROM document WHERE hash = ?", (hash,)).fetchone()
    ledger = bodies.ledger_of(connection, row[0]) if row else None
    if ledger is None:
        return judging.standing(connection, hash)
    return judging.applied(connection, hash, ledger).loose


def all_of(asked: Asked) -> Iterator[Judgement]:
    """The contract's judgements, in the order they were given; those undone are marked."""
    undone = {
        bytes(row[0]).hex()
        for row in asked.rows("SELECT undoes FROM judgement WHERE undoes IS NOT NULL")
    }
    rows = asked.rows(f"SELECT {judging.COLUMNS} FROM judgement WHERE undoes IS NULL ORDER BY id")
    for row in rows:
        one = judging.given(row)
        yield judgement(one, one.uid in undone)


def judgement(one: Given, undone: bool) -> Judgement:
    """A judgement as the contract has it."""
    return Judgement(
        id=one.uid,
        of=(one.id, one.other_id) if one.other_id else (one.id,),
        verdict=one.verdict,  # type: ignore[arg-type]  # the words of the contract
        core=one.core,
        slot=one.slot,
        value=one.value,
        because=one.because,
        by=one.by,
        at=datetime.fromtimestamp(one.at, UTC),
        undone=undone,
    )
