"""The account as its one writer sees it."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import msgspec

from legation.model import Document, Ledger, Reader
from legation.model.account import Judgement
from legation.model.addresses import made_up
from legation.model.links import Rules
from legation.store import (
    adding,
    dossiers,
    grouping,
    judgements,
    leaving,
    noting,
    resolving,
    settings,
    texts,
)
from legation.store.adding import Place
from legation.store.judgements import Words
from legation.store.session import Session
from legation.store.sources import Sources

Rows = Iterable[Sequence[object]]


def _who(words: str | None) -> str:
    """Version and weights of a reader, as :func:`reader_key` writes them."""
    return reader_key(msgspec.json.decode(words, type=Reader)) if words else ""


def reader_key(reader: Reader) -> str:
    """What makes two readers one: the series that figures are held against are no part of it."""
    return f"{reader.version} {reader.weights or ''}"


class Account:
    """A ledger that is written. Each call is a transaction of its own: whole, or not at all.

    Args:
        path: its file, made where there is none.
        rules: how records and documents are linked.
        source: what is added from, in words, for the list of runs.
        clock: seconds since 1970; for tests.
    """

    def __init__(
        self, path: Path, rules: Rules, source: str = "", clock: Callable[[], float] = time.time
    ) -> None:
        self.session = Session(path, rules, clock)
        self.session.settle = lambda: grouping.settle(self.session)
        self.sources = Sources(self.session)
        self.source = source

    def __enter__(self) -> "Account":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; the run has ended."""
        session = self.session
        if session.run:
            with session.transaction():
                session.connection.execute(
                    "UPDATE run SET ended = ? WHERE id = ?", (session.now, session.run)
                )
        session.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several calls in one transaction, of which each can still fail alone: faster where
        nothing has to be read in between.
        """
        self._begin_run()
        with self.session.transaction():
            yield

    def refuses(self, document: Document) -> str | None:
        """Why a document may not come in, if it may not: an account of made-up examples takes
        nothing that is not made up, so that no reader mistakes one for the other.
        """
        row = self.session.rows("SELECT 1 FROM setting WHERE name = ?", (settings.EXAMPLES,))
        if not row or made_up(document.url):
            return None
        return (
            f"{self.session.path} holds made-up examples; real texts go into an account of their "
            "own: --ledger FILE"
        )

    def place(self, document: Document) -> Place:
        """Where a document belongs: known, forgotten, a copy, or news that is to be read."""
        return adding.place(self.session, document)

    def add(self, ledger: Ledger, where: Place, read: bool | None = None) -> Place:
        """Add a document with its ledger (without records, if its place does not carry). A place
        that another program's writing has overtaken is found again; the place where it went.
        """
        read = where.carries if read is None else read
        with self._running():
            if where.epoch != self.session.epoch:
                where = adding.place(self.session, ledger.document)
            if where.news:
                adding.add(self.session, ledger, where, read)
            elif where.known:
                adding.met_again(self.session, ledger.document, where)
        return where

    def save(self, ledger: Ledger) -> Place:
        """Add a ledger that was read already, by a cluster or an earlier run; where it belongs."""
        with self._running():
            where = adding.place(self.session, ledger.document)
            if where.news:
                adding.add(self.session, ledger, where)
            elif where.known:
                adding.met_again(self.session, ledger.document, where)
        return where

    def unread(self) -> Iterator[tuple[int, Document]]:
        """Documents whose records are to count but that were never read: copies whose leader left,
        with their numbers.
        """
        rows = self.session.rows("SELECT id FROM document WHERE carries = 1 AND read = 0")
        for row in rows:
            number = int(str(row[0]))
            yield number, texts.document(self.session.connection, number)

    def number(self, name: str) -> int:
        """The number of a document by its id.

        Raises:
            NotFound: there is none.
        """
        return resolving.document(self.session.connection, name, self.session.path)

    def document(self, number: int) -> Document:
        """A document by its number."""
        return texts.document(self.session.connection, number)

    def read_by_others(self, version: str | None) -> list[int]:
        """The documents that were read, but not by the reader of this version and these weights
        (as JSON without its series); all that were read for ``None``.
        """
        rows = self.session.connection.execute(
            "SELECT d.id, r.words FROM document AS d LEFT JOIN reader AS r ON r.id = d.reader "
            "WHERE d.read = 1 AND d.gone IS NULL ORDER BY d.id"
        )
        return [number for number, words in rows if not version or _who(words) != version]

    def reread(self, number: int, ledger: Ledger) -> None:
        """Another reading of a document in the place of the one that is held. Judgements stay: they
        count where the core is the same.
        """
        with self._running():
            adding.reread(self.session, number, ledger)

    def judge(self, words: Words) -> str:
        """Keep what a person decided, and let it take effect; the judgement's id.

        Raises:
            NotFound: an id names no record. Refused: the judgement does not fit it.
        """
        with self._running():
            return judgements.give(self.session, words)

    def undo(self, uid: str, because: str = "", by: str = "") -> None:
        """Take a judgement or a note back.

        Raises:
            NotFound: there is none of that id that stands.
        """
        with self._running():
            judgements.undo(self.session, uid, because, by)

    def pin(self, dossier: str, uid: str, because: str = "", by: str = "") -> str:
        """Pin a line into a dossier; the pin's id. A line that is pinned there already stays so.

        Raises:
            NotFound: the id names no record. Refused: the dossier's name is none.
        """
        with self._running():
            return dossiers.pin(self.session, dossier, uid, because, by)

    def unpin(self, uid: str) -> None:
        """Take a pin out of its dossier.

        Raises:
            NotFound: there is none of that id.
        """
        with self._running():
            dossiers.unpin(self.session, uid)

    def pinned(self, rows: Rows) -> None:
        """Take over the pins of another account."""
        with self._running():
            dossiers.take(self.session, rows)

    def note(self, name: str, kind: str, words: str, slots: dict[str, str], **who: str) -> str:
        """Add to a document a record that the reader missed; its id.

        Raises:
            NotFound: no such document, or the words do not stand in it. Refused: a slot is amiss.
        """
        with self._running():
            return noting.add(self.session, name, kind, words, slots, **who)

    def decided(self, given: Rows, noted: Rows, forgotten: Rows) -> None:
        """Take over what people decided in another account."""
        with self._running():
            judgements.take(self.session, given)
            judgements.take_notes(self.session, noted)
            self.session.connection.executemany(
                "INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?)", forgotten
            )

    def loose(self) -> list[Judgement]:
        """Judgements to be looked at again: they find no such record, or another core."""
        return list(judgements.loose(self.session.connection))

    def withdraw(self, name: str, because: str) -> None:
        """Take a document out of all counts; it is still shown, struck.

        Raises:
            NotFound: there is no such document.
        """
        with self._running():
            leaving.withdraw(self.session, name, because)

    def forget(self, name: str, because: str = "") -> None:
        """Erase a document for good: text, records, words, postings, from the file and its WAL. A
        hash stays, so that it is not added again.

        Raises:
            NotFound: there is no such document. Unwritable: another program is reading; the text is
            out of the ledger, but its pages are only wiped when asked again.
        """
        with leaving.wiping(self.session), self._running():
            leaving.forget(self.session, name, because)

    def wipe(self) -> None:
        """Overwrite what was erased while another program was reading.

        Raises:
            Unwritable: one still is.
        """
        with leaving.wiping(self.session):
            self.session.connection.execute("VACUUM")

    @contextmanager
    def _running(self) -> Iterator[None]:
        """A transaction within a run, which begins with the first of them."""
        self._begin_run()
        with self.session.transaction():
            yield

    def _begin_run(self) -> None:
        session = self.session
        if session.run:
            return
        with session.transaction():
            made = session.connection.execute(
                "INSERT INTO run (began, source) VALUES (?, ?)", (session.now, self.source)
            )
            run = int(made.lastrowid or 0)
        session.run = run
