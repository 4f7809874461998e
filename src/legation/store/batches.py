"""Many affairs at once: a page asks a few statements for all of them, not ten for each."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import msgspec

from legation.model import Ledger, Record
from legation.model.account import Affair
from legation.model.errors import NotFound
from legation.store import bodies, hashes, telling
from legation.store.questions.asked import among
from legation.store.telling import Row

FEW = 8
"""Documents behind an affair of which all are likely to be quoted."""


class Asked(Protocol):
    """What is asked for rows and for ledgers that people touched."""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement."""

    def ledger(self, number: int) -> Ledger | None:
        """A document's ledger, as people left it."""


class _Place(msgspec.Struct, frozen=True, gc=False):
    """Where a record stands."""

    document: int
    number: int


class Batch:
    """Some affairs with their first records. It holds for the moment at which it was made.
    ``documents`` tell them; the words of ``quoted`` are likely to be asked for.
    """

    def __init__(self, asked: Asked, affairs: Sequence[int]) -> None:
        self._asked = asked
        self._rows = _affairs(asked, affairs)
        several = [number for number, (body, *_) in self._rows.items() if body is not None]
        self._tellers = _tellers(asked, several)
        self._places = _places(asked, (row[1] for row in self._rows.values()))
        alone = {self._place(row[1]).document for row in self._rows.values()}
        told = {doc for held in self._tellers.values() for doc in held}
        self.documents = sorted(alone | told)
        few = (held for held in self._tellers.values() if len(held) <= FEW)
        self.quoted = sorted(alone.union(*few))
        self._named = _named(asked, self.documents)
        self._counts = _counts(asked, {story for _, _, story in self._named.values()})
        self._touched = _touched(asked, self._named)
        self._lines = _lines(asked, alone - self._touched.keys())

    def affair(self, number: int) -> Affair:
        """The contract's affair.

        Raises:
            NotFound: there is none of that number.
        """
        if number not in self._rows:
            raise NotFound(f"there is no affair {number}")
        body, record, tier, judged, day_from = self._rows[number]
        if body is not None:
            return self._several(number, body, Row(record, tier, judged, day_from))
        document, read = self.record(number)
        _, name, story = self._named[document]
        notes = self._touched.get(document, {})
        held = self._counts.get(story, 0)
        row = Row(record, tier, judged, day_from, 1, held, notes.get(read.id, ""))
        return telling.of_one(read, name, row)

    def _several(self, number: int, body: bytes, row: Row) -> Affair:
        tellers = self._tellers.get(number, set())
        stories = {self._named[doc][2] for doc in tellers}
        documents = sum(self._counts.get(story, 0) for story in stories)
        names = {hashes.name(self._named[doc][0]): self._named[doc][1] for doc in tellers}
        counted = msgspec.structs.replace(row, stories=len(stories), documents=documents)
        return telling.of_several(body, counted, names)

    def record(self, affair: int) -> tuple[int, Record]:
        """The first record of an affair, with its document's number."""
        place = self._place(self._rows[affair][1])
        lines = self._lines.get(place.document)
        if lines is not None:
            return place.document, bodies.record(lines, place.number)
        ledger = self._asked.ledger(place.document)
        if ledger is None:
            raise NotFound(f"document {place.document} has no ledger")
        return place.document, ledger.records[place.number]

    def _place(self, record: int) -> _Place:
        if record not in self._places:
            raise NotFound(f"there is no record {record}")
        return self._places[record]


def _affairs(asked: Asked, numbers: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    rows = among(
        asked,
        "SELECT id, body, record, tier, judged, day_from FROM affair WHERE id IN ({})",
        list(dict.fromkeys(numbers)),
    )
    return {row[0]: row[1:] for row in rows}


def _tellers(asked: Asked, numbers: Sequence[int]) -> dict[int, set[int]]:
    """The documents behind affairs of several records."""
    rows = among(
        asked,
        "SELECT l.affair, r.document FROM link AS l JOIN record AS r ON r.id = l.record "
        "WHERE l.affair IN ({})",
        numbers,
    )
    found: dict[int, set[int]] = {}
    for affair, document in rows:
        found.setdefault(affair, set()).add(document)
    return found


def _places(asked: Asked, records: Iterable[int]) -> dict[int, _Place]:
    rows = among(
        asked, "SELECT id, document, number FROM record WHERE id IN ({})", sorted(set(records))
    )
    return {row[0]: _Place(*row[1:]) for row in rows}


def _named(asked: Asked, documents: Sequence[int]) -> dict[int, tuple[bytes, str, int]]:
    """Hash, name and story of documents."""
    rows = among(asked, "SELECT id, hash, name, story FROM document WHERE id IN ({})", documents)
    return {row[0]: row[1:] for row in rows}


def _counts(asked: Asked, stories: set[int]) -> dict[int, int]:
    """How many documents tell each story."""
    rows = among(
        asked,
        "SELECT story, count(*) FROM document WHERE gone IS NULL AND story IN ({}) GROUP BY story",
        sorted(stories),
    )
    return {row[0]: row[1] for row in rows}


def _touched(asked: Asked, named: dict[int, tuple[bytes, str, int]]) -> dict[int, dict[str, str]]:
    """The documents that people judged or added to, with what was added by whom: their ledgers are
    read whole.
    """
    by_hash = {row[0]: number for number, row in named.items()}
    hashes_ = list(by_hash)
    found: dict[int, dict[str, str]] = {}
    for column in ("left_hash", "right_hash"):
        sql = f"SELECT DISTINCT {column} FROM judgement WHERE {column} IN ({{}})"
        for (hash,) in among(asked, sql, hashes_):
            found.setdefault(by_hash[hash], {})
    sql = "SELECT hash, record, by, because, undone FROM note WHERE hash IN ({})"
    for hash, record, by, because, undone in among(asked, sql, hashes_):
        held = found.setdefault(by_hash[hash], {})
        if undone is None:
            held.update((telling.added(record, by, because),))
    return found


def _lines(asked: Asked, documents: set[int]) -> dict[int, bodies.Lines]:
    rows = among(
        asked,
        "SELECT document, ledger FROM body WHERE ledger IS NOT NULL AND document IN ({})",
        sorted(documents),
    )
    return {document: bodies.lines(ledger) for document, ledger in rows}
