"""A ledger as those who ask see it: read-only, beside any writer."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from legation.model import Ledger, Record
from legation.model.account import AccountDocument, Affair, Altered, Conflict, Promise
from legation.model.errors import NotFound
from legation.model.links import Card
from legation.store import bodies, judging, opening, settling, telling, words
from legation.store.batches import Batch
from legation.store.entries import in_dyads
from legation.store.settling import Settlement

KEPT = 256
"""Ledgers held, for the records of one page often stand in the same documents."""
Values = Sequence[object]
_conflicts = msgspec.json.Decoder(Conflict)
_promises = msgspec.json.Decoder(Promise)


class Reading:
    """A ledger that is asked. Not to be shared by threads that ask at the same time.

    Raises:
        NotFound: there is none. NotOurs, TooNew, Damaged, Unwritable: with the reason.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = opening.reader(path)
        self.cards: dict[int, Card] = {}
        self._ledgers: dict[int, Ledger | None] = {}
        self._lines: dict[int, bodies.Lines | None] = {}
        self._seen = -1

    def __enter__(self) -> "Reading":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()

    @contextmanager
    def still(self) -> Iterator["Reading"]:
        """One moment of the ledger: what is written meanwhile is not seen, so that the parts of an
        answer agree.
        """
        with opening.explained(self.path):
            self.connection.execute("BEGIN")
        try:
            yield self
        finally:
            self.connection.rollback()

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows that a statement answers."""
        with opening.explained(self.path):
            return self.connection.execute(sql, tuple(values)).fetchall()

    def one(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row, if any."""
        with opening.explained(self.path):
            found: tuple[Any, ...] | None = self.connection.execute(sql, tuple(values)).fetchone()
        return found

    def version(self) -> int:
        """A number that changes whenever the ledger does."""
        [version] = self.one("SELECT value FROM setting WHERE name = 'version'") or ("0",)
        return int(version)

    def actor(self, code: str) -> int | None:
        """The number of an actor, if anything is told of it."""
        row = self.one("SELECT id FROM actor WHERE code = ?", (code,))
        return int(row[0]) if row else None

    def code(self, actor: int) -> str:
        """The code of an actor's number; empty for 0."""
        row = self.one("SELECT code FROM actor WHERE id = ?", (actor,))
        return str(row[0]) if row else ""

    def pair(self, one: str, other: str) -> tuple[int, int] | None:
        """The numbers of a dyad, in its order (by code); ``None`` where nothing is told of one of
        them.
        """
        first, last = sorted((in_dyads(one), in_dyads(other)))
        a, b = self.actor(first), self.actor(last)
        return (a, b) if a is not None and b is not None else None

    def documents(self, numbers: Sequence[int]) -> list[AccountDocument]:
        """The contract's documents, in the order asked."""
        held = dict(telling.documents(self.rows, numbers))
        return [held[number] for number in numbers if number in held]

    def document(self, number: int) -> AccountDocument:
        """The contract's document.

        Raises:
            NotFound: there is none of that number.
        """
        found = self.documents([number])
        if not found:
            raise NotFound(f"{self.path}: there is no document {number}")
        return found[0]

    def text(self, number: int) -> str:
        """The text of a document."""
        return bodies.text_of(self.connection, number)

    def ledger(self, number: int) -> Ledger | None:
        """The ledger of a document with people's corrections and notes. Of a copy that was not read
        the one that carries its story; ``None`` where nobody has been read yet.
        """
        self._fresh()
        if number not in self._ledgers:
            if len(self._ledgers) >= KEPT:
                self._ledgers.clear()
            self._ledgers[number] = self._ledger(number)
        return self._ledgers[number]

    def _ledger(self, number: int) -> Ledger | None:
        row = self.one("SELECT hash, read, story FROM document WHERE id = ?", (number,))
        if row is None:
            return None
        if not row[1]:
            carrier = self.one("SELECT id FROM document WHERE story = ? AND carries = 1", (row[2],))
            return self.ledger(carrier[0]) if carrier and carrier[0] != number else None
        held = bodies.ledger_of(self.connection, number)
        return held and judging.applied(self.connection, row[0], held).ledger

    def _fresh(self) -> None:
        """Forget ledgers when somebody has written."""
        [version] = self.one("PRAGMA data_version") or (0,)
        if version != self._seen:
            self._ledgers.clear()
            self.cards.clear()
            self._seen = version

    def record(self, number: int) -> tuple[int, Record]:
        """The document's number and the record.

        Raises:
            NotFound: there is none of that number.
        """
        row = self.one(
            "SELECT r.document, r.number, d.hash FROM record AS r "
            "JOIN document AS d ON d.id = r.document WHERE r.id = ?",
            (number,),
        )
        if row is None:
            raise NotFound(f"{self.path}: there is no record {number}")
        lines = self._untouched(row[0], row[2])
        if lines is not None:
            return row[0], bodies.record(lines, row[1])
        ledger = self.ledger(row[0])
        if ledger is None:
            raise NotFound(f"{self.path}: there is no record {number}")
        return row[0], ledger.records[row[1]]

    def _untouched(self, document: int, hash: bytes) -> bodies.Lines | None:
        """The records of a document that nobody judged or added to, which need not be decoded to
        be counted; ``None`` for others.
        """
        self._fresh()
        if document not in self._lines:
            if len(self._lines) >= KEPT:
                self._lines.clear()
            touched = self.one(
                "SELECT EXISTS (SELECT 1 FROM judgement WHERE left_hash = ?) OR "
                "EXISTS (SELECT 1 FROM judgement WHERE right_hash = ?) OR "
                "EXISTS (SELECT 1 FROM note WHERE hash = ?)",
                (hash, hash, hash),
            )
            held = bodies.lines_of(self.connection, document)
            self._lines[document] = None if touched and touched[0] else held
        return self._lines[document]

    def records(self, numbers: Sequence[int]) -> dict[int, tuple[int, Record]]:
        """Several records by their numbers, each with its document's number."""
        return {number: self.record(number) for number in numbers}

    def affairs(self, numbers: Sequence[int]) -> list[Affair]:
        """The contract's affairs, in the order asked."""
        batch = self.batch(numbers)
        return [batch.affair(number) for number in numbers]

    def batch(self, numbers: Sequence[int]) -> Batch:
        """Some affairs with their first records, asked for together."""
        return Batch(self, numbers)

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of some documents."""
        return bodies.texts_of(self.rows, numbers)

    def affair(self, number: int) -> Affair:
        """The contract's affair.

        Raises:
            NotFound: there is none of that number.
        """
        return self.batch([number]).affair(number)

    def conflict(self, number: int) -> Conflict:
        """The contract's conflict by its number."""
        row = self.one("SELECT body FROM conflict WHERE id = ?", (number,))
        if row is None:
            raise NotFound(f"{self.path}: there is no conflict {number}")
        return _conflicts.decode(row[0])

    def settlements(self, conflict: int) -> list[Settlement]:
        """What people decided of a conflict, by its number, and did not take back."""
        return settling.of_conflict(self, conflict)

    def promise(self, affair: int) -> Promise:
        """The contract's promise, by its affair's number."""
        row = self.one("SELECT body FROM promise WHERE affair = ?", (affair,))
        if row is None:
            raise NotFound(f"{self.path}: affair {affair} is no promise")
        return telling.named_promise(self, _promises.decode(row[0]))

    def altered(self, document: int) -> list[Altered]:
        """What a document changed of its source."""
        rows = self.rows(
            "SELECT d.name, s.name, a.field, a.before, a.after, a.because FROM altered AS a "
            "JOIN document AS d ON d.id = a.document JOIN document AS s ON s.id = a.source "
            "WHERE a.document = ? ORDER BY a.number",
            (document,),
        )
        return [telling.altered(row) for row in rows]

    def matching(
        self, typed: str, filters: tuple[str, ...] = (), most: int = 20, before: int | None = None
    ) -> list[int]:
        """Documents with the words that a person typed, newest first; ``filters`` are tags
        (:mod:`legation.store.words`), ``before`` the last number of the page before.
        """
        asked = words.expression(typed, filters)
        if asked is None:
            return []
        rows = self.rows(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
            (asked, before if before is not None else 1 << 62, most),
        )
        return [row[0] for row in rows]

    def found(self, uid: str) -> list[tuple[str, int]]:
        """What an id names, each as (kind of object, number): documents, affairs, records,
        conflicts. Former ids lead to what bears them now.
        """
        return telling.found(self, uid)
