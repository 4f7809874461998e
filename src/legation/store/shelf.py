"""The documents of the account, as the rules for copies may ask them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec

from legation.model.addresses import canonical
from legation.store import bodies, days
from legation.store.session import Session

ASKED_AT_ONCE = 400
"""Marks in one question."""


class Documents:
    """Implements :class:`legation.model.links.Shelf` over a session's file. Withdrawn documents are
    still copies' sources; forgotten ones are gone.
    """

    def __init__(self, session: Session) -> None:
        self.session = session

    def holding(self, marks: Sequence[int], most: int) -> dict[int, int]:
        """Documents that hold some marks, each with how many; frequent marks call nobody."""
        found: Counter[int] = Counter()
        asked = list(dict.fromkeys(marks))
        for start in range(0, len(asked), ASKED_AT_ONCE):
            some = asked[start : start + ASKED_AT_ONCE]
            few = self._few(some, most)
            found.update(self._each(some, most) if few is None else few)
        return dict(found)

    def _few(self, marks: Sequence[int], most: int) -> list[int] | None:
        """Their documents, in one question, where even all marks together have no more than one may
        have; else ``None``.
        """
        places = ", ".join("?" * len(marks))
        rows = self.session.connection.execute(
            f"SELECT document FROM posting WHERE mark IN ({places}) LIMIT ?", (*marks, most + 1)
        ).fetchall()
        return [row[0] for row in rows] if len(rows) <= most else None

    def _each(self, marks: Sequence[int], most: int) -> list[int]:
        found: list[int] = []
        for mark in marks:
            rows = self.session.connection.execute(
                "SELECT document FROM posting WHERE mark = ? LIMIT ?", (mark, most + 1)
            ).fetchall()
            if len(rows) <= most:
                found += [row[0] for row in rows]
        return found

    def runs(self, document: int) -> bytes:
        """The packed runs of a document; empty where none were kept."""
        row = self.session.connection.execute(
            "SELECT runs FROM runs WHERE document = ?", (document,)
        ).fetchone()
        return bytes(row[0]) if row else b""

    def published(self, document: int) -> date | None:
        """Its day of publication."""
        [on] = self.session.connection.execute(
            "SELECT published FROM document WHERE id = ?", (document,)
        ).fetchone()
        return days.day(on) if on is not None else None

    def versions(self, url: str | None) -> Sequence[int]:
        """The documents of one address, in canonical form."""
        address = canonical(url)
        if address is None:
            return ()
        rows = self.session.connection.execute(
            "SELECT id FROM document WHERE address = ? ORDER BY id", (address,)
        )
        return [row[0] for row in rows]

    def text(self, document: int) -> str:
        """Its text."""
        return bodies.text_of(self.session.connection, document)


def keep(session: Session, document: int, marks: Sequence[int], runs: bytes) -> None:
    """What is kept of a text to find its copies."""
    if not marks and not runs:
        return
    session.connection.executemany(
        "INSERT OR IGNORE INTO posting VALUES (?, ?)", [(mark, document) for mark in marks]
    )
    session.connection.execute(
        "INSERT INTO runs VALUES (?, ?, ?)", (document, msgspec.msgpack.encode(list(marks)), runs)
    )


def forget(session: Session, document: int) -> None:
    """Its runs and postings."""
    row = session.connection.execute(
        "SELECT marks FROM runs WHERE document = ?", (document,)
    ).fetchone()
    marks = msgspec.msgpack.decode(row[0]) if row else []
    session.connection.executemany(
        "DELETE FROM posting WHERE mark = ? AND document = ?", [(mark, document) for mark in marks]
    )
    session.connection.execute("DELETE FROM runs WHERE document = ?", (document,))
