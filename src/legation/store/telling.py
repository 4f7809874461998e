"""Rows of the ledger as the contract's objects: ids of documents in the place of hashes, stories
and documents counted.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from legation.model import Record
from legation.model.account import (
    AccountDocument,
    Affair,
    Altered,
    Kind,
    Member,
    Promise,
    Step,
)
from legation.model.records import type_of
from legation.store import codes, days, entries, parties

ALONE, PERSON = "alone", "person"
"""The rule of an affair's only member: read, or added by a person."""
JUDGED = {0: None, 1: "right", 2: "wrong", 3: "disputed"}
_decoder = msgspec.json.Decoder(Affair)


class _Identified(msgspec.Struct):
    """As much of a record as names it."""

    id: str


_identified = msgspec.json.Decoder(_Identified)
Rows = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


class Asked(Protocol):
    """What is asked for rows, documents and records."""

    connection: sqlite3.Connection

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement."""

    def one(self, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """The first row."""

    def record(self, number: int) -> tuple[int, Record]:
        """A record with its document's number."""


def documents(rows: Rows, numbers: Sequence[int]) -> Iterator[tuple[int, AccountDocument]]:
    """The contract's documents by their numbers."""
    for start in range(0, len(numbers), 500):
        some = numbers[start : start + 500]
        marks = ", ".join("?" * len(some))
        found = rows(
            "SELECT d.id, d.name, d.hash, d.title, d.published, p.name, d.url, s.name, d.version "
            "FROM document AS d JOIN document AS s ON s.id = d.story "
            f"LEFT JOIN publisher AS p ON p.id = d.publisher WHERE d.id IN ({marks})",
            some,
        )
        for number, name, hash, title, published, publisher, url, story, version in found:
            yield (
                number,
                AccountDocument(
                    id=name,
                    hash=hash.hex(),
                    title=title,
                    published=days.day(published) if published is not None else None,
                    publisher=publisher,
                    url=url,
                    story=story,
                    version=version,
                ),
            )


class Row(msgspec.Struct, frozen=True):
    """What is stored of an affair, its record, and of the documents that tell it."""

    record: int
    tier: int
    judged: int
    day_from: int | None
    stories: int = 1
    documents: int = 1
    added: str = ""


def of_several(body: bytes, row: Row, names: Mapping[str, str]) -> Affair:
    """The contract's affair of several records, as the rules of grouping made it; ``names`` of
    documents by the first signs of their hash.
    """
    found = _decoder.decode(body)
    members = tuple(
        msgspec.structs.replace(member, document=names.get(member.document, member.document))
        for member in found.members
    )
    return msgspec.structs.replace(
        found,
        steps=_steps(found.steps, names),
        members=members,
        stories=row.stories,
        documents=row.documents,
        judged=JUDGED[row.judged],
    )


def of_one(record: Record, name: str, row: Row) -> Affair:
    """The affair of a record that nothing else tells; ``name`` of its document."""
    kind: Kind = entries.kind(record)
    period = entries.period_of(record)
    status = entries.status_of(record)
    own = period is not None and row.day_from is not None
    member = Member(
        document=name,
        record=record.id,
        kind=kind,
        evidence=tuple((span.start, span.end) for span in record.evidence),
        score=1.0,
        because=row.added or "told once",
        rule=PERSON if row.added else ALONE,
    )
    return Affair(
        id=record.id,
        kind=kind,
        type=type_of(record),
        status=status,
        period=period,
        date_from=codes.words("date_from")[row.day_from or 0] if own else None,  # type: ignore[arg-type]
        tier="possible" if row.tier else "sure",
        parties=parties.of(record),
        steps=(Step(status=status, period=period, document=name, record=record.id),),
        members=(member,),
        stories=1,
        documents=row.documents,
        judged=JUDGED[row.judged],
    )


def added(record: bytes, by: str, because: str) -> tuple[str, str]:
    """The id of a record that no reader found, and who added it, in words."""
    told = f"added by {by or 'a person'}" + (f": {because}" if because else "")
    return _identified.decode(record).id, told


def _names(asked: Asked, hashes: set[str]) -> dict[str, str]:
    """Documents' ids by the first signs of their hash."""
    made = {}
    for sign in sorted(hashes):
        low = bytes.fromhex(sign) + b"\x00" * 8
        row = asked.one(
            "SELECT name FROM document WHERE hash BETWEEN ? AND ?", (low, low[:8] + b"\xff" * 8)
        )
        if row is not None:
            made[sign] = str(row[0])
    return made


def _steps(steps: Sequence[Step], names: Mapping[str, str]) -> tuple[Step, ...]:
    return tuple(
        msgspec.structs.replace(step, document=names.get(step.document, step.document))
        for step in steps
    )


def named_promise(asked: Asked, promise: Promise) -> Promise:
    """A promise with its steps' documents by their ids."""
    names = _names(asked, {step.document for step in promise.steps})
    return msgspec.structs.replace(promise, steps=_steps(promise.steps, names))


def altered(row: Sequence[Any]) -> Altered:
    """What a copy changed, of its row."""
    return Altered(
        document=row[0],
        source=row[1],
        field=row[2],
        before=row[3],
        after=row[4],
        because=row[5],
    )


def found(asked: Asked, uid: str) -> list[tuple[str, int]]:
    """What an id names: documents by their id, hash or its first signs; records and affairs; the
    affair or story that a former id leads to.
    """
    made = [
        ("document", row[0]) for row in asked.rows("SELECT id FROM document WHERE name = ?", (uid,))
    ]
    binary = _binary(uid)
    if binary is not None:
        made += _by_hash(asked, uid)
        made += [("affair", n) for n in _affairs(asked, uid, binary)]
        rows = asked.rows("SELECT id FROM record WHERE uid = ?", (binary,))
        made += [("record", row[0]) for row in rows]
        rows = asked.rows("SELECT id FROM conflict WHERE uid = ?", (binary,))
        made += [("conflict", row[0]) for row in rows]
    if not made:
        row = asked.one("SELECT uid FROM redirect WHERE former = ? ORDER BY what", (uid,))
        return found(asked, row[0]) if row and row[0] != uid else []
    return list(dict.fromkeys(made))


def _affairs(asked: Asked, uid: str, binary: bytes) -> list[int]:
    """The affairs that bear an id: those of their first member, promises among them."""
    rows = asked.rows(
        "SELECT a.id FROM record AS r JOIN affair AS a ON a.id = r.affair WHERE r.uid = ?1 "
        "AND a.uid = ?1 UNION SELECT id FROM affair WHERE uid = ?1 AND body IS NOT NULL",
        (binary,),
    )
    return [row[0] for row in rows]


def _by_hash(asked: Asked, uid: str) -> list[tuple[str, int]]:
    binary = bytes.fromhex(uid)
    if not 8 <= len(binary) <= 16:
        return []
    low, high = binary.ljust(16, b"\x00"), binary.ljust(16, b"\xff")
    rows = asked.rows("SELECT id FROM document WHERE hash BETWEEN ? AND ?", (low, high))
    return [("document", row[0]) for row in rows]


def _binary(uid: str) -> bytes | None:
    try:
        return bytes.fromhex(uid)
    except ValueError:
        return None
