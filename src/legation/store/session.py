"""One writer at work on a file: its connection, its transaction, and what it holds in memory."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from legation.model import Ledger
from legation.model.links import Card, Rules
from legation.store import opening
from legation.store.formers import Dispute, Former
from legation.store.names import Names
from legation.store.tallies import Tallies

COUNTED = (
    "INSERT INTO setting VALUES ('version', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1"
)
"""Each transaction counts, so that who asks can tell whether anything has changed."""


class Session:
    """What the modules of this room share while they write. Counters of numbers and caches hold for
    one transaction, or for as long as nobody else has written.
    """

    def __init__(self, path: Path, rules: Rules, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self.rules = rules
        self.clock = clock
        self.connection = opening.writer(path)
        self.names = Names(self.connection)
        self.tallies = Tallies(self.connection)
        self.run = 0
        self.now = 0
        self.dirty: set[int] = set()
        """Records whose piece is to be grouped again before the transaction ends."""
        self.incoming: dict[int, Ledger | None] = {}
        """Documents that are being added: not yet in the index of words."""
        self.tags: dict[int, str] = {}
        """Tags of documents that are being added, made with their rows."""
        self.lost: list[Former] = []
        self.lost_conflicts: dict[str, Dispute] = {}
        """What was taken away in this transaction: what takes its place keeps its times and ids."""
        self.cards: dict[int, Card] = {}
        self.settle: Callable[[], None] = lambda: None
        self.epoch = 0
        self._depth = 0
        self._seen = -1
        self._next: dict[str, int] = {}

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """All rows of a statement."""
        return self.connection.execute(sql, values).fetchall()

    def fresh(self, table: str) -> int:
        """The next number of a table whose rows get theirs in the order of arrival."""
        held = self._next.get(table)
        if held is None:
            [held] = self.connection.execute(f"SELECT ifnull(max(id), 0) FROM {table}").fetchone()
        self._next[table] = held + 1
        return int(held + 1)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Within another transaction it is a part of it that can fail alone."""
        with opening.explained(self.path):
            if self._depth:
                yield from self._within()
            else:
                yield from self._whole()

    def _whole(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            self._begun()
            yield
            self.settle()
            self.tallies.flush()
            self.connection.execute(COUNTED)
            self.connection.execute("COMMIT")
            self._done()
        except BaseException:
            self._forget()
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    def _within(self) -> Iterator[None]:
        dirty, lost = set(self.dirty), list(self.lost)
        self.tallies.mark()
        self.connection.execute("SAVEPOINT part")
        try:
            yield
            self.tallies.keep()
            self.connection.execute("RELEASE part")
        except BaseException:
            self._forget_names()
            self.tallies.layers = self.tallies.layers[:1]
            self.dirty, self.lost = dirty, lost
            self.incoming.clear()
            self.tags.clear()
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO part")
                self.connection.execute("RELEASE part")
            raise

    def _begun(self) -> None:
        self.now = int(self.clock())
        self.look()

    def look(self) -> int:
        """How often, as far as we saw, other programs have written; what was held is forgotten when
        one has.
        """
        [version] = self.connection.execute("PRAGMA data_version").fetchone()
        if version != self._seen:
            self._forget()
            self._seen = version
            self.epoch += 1
        return self.epoch

    def _forget(self) -> None:
        self._forget_names()
        self.tallies.forget()
        self._done()

    def _forget_names(self) -> None:
        """Numbers and cards of what was undone must not be used again."""
        self.names.forget()
        self.cards.clear()
        self._next.clear()

    def _done(self) -> None:
        self.dirty.clear()
        self.incoming.clear()
        self.tags.clear()
        self.lost.clear()
        self.lost_conflicts.clear()

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()
