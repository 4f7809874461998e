"""What an account tells, one affair after another: what every format is written from.

An account need not fit in memory. What a person judged wrong is left out; what is denied, planned
or less certain goes with its stance, status and doubts, and a format that cannot say so leaves it
out and counts it.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from msgspec import Struct

from legation.model import Event, Record, Statement
from legation.model.account import Affair
from legation.store import Reading, codes
from legation.store.questions.asked import stretch
from legation.views.questions.assembling import entries
from legation.views.questions.entries import Entry, Source
from legation.views.questions.sentences import STANCES
from legation.views.questions.shelves import Shelf
from legation.views.wording import who

CHUNK = 200
"""Affairs whose documents are held together."""
WRONG = 2


class Asked(Struct, frozen=True, kw_only=True):
    """What of an account: a pair, from and until a day (by an entry's own period, as everywhere),
    the less certain too, and what a bloc's members do.
    """

    pair: tuple[str, str] | None = None
    since: date | None = None
    until: date | None = None
    possible: bool = False
    members: bool = True


class Told(Struct, frozen=True, kw_only=True):
    """An affair: as the contract has it, as views show it, and the record that leads it. ``said``
    is the statement that the record stands in, if any: who denies "that it sold chips" tells of a
    sale that he denies.
    """

    affair: Affair
    entry: Entry
    record: Record
    text: str
    said: Statement | None = None

    @property
    def source(self) -> Source | None:
        """The first text that tells it."""
        return self.entry.sources[0] if self.entry.sources else None

    @property
    def stance(self) -> str:
        """Whether who says it stands by it: ``affirms``, ``denies``, ``doubts``, ``declines``."""
        held = self.record if isinstance(self.record, Statement) else self.said
        return held.stance if held is not None else "affirms"

    @property
    def line(self) -> str:
        """What it says as one sentence, with the stance of who says it."""
        if self.said is None or self.stance == "affirms":
            return self.entry.line
        return f"{who(self.said.speaker)} {STANCES[self.stance]}: {self.entry.line}"

    @property
    def lent(self) -> bool:
        """Whether its day is only that of the publication."""
        return self.entry.when.lent or self.entry.when.undated


def told(ledger: Reading, asked: Asked, kinds: tuple[str, ...] = ()) -> Iterator[Told]:
    """The affairs that are asked for, those of one document together.

    Args:
        kinds: of affairs (``event``, ``figure`` …); all without any.
    """
    numbers = _numbers(ledger, asked, kinds)
    while some := list(islice(numbers, CHUNK)):
        shelf = Shelf(ledger)
        for number, lead in some:
            yield from _told(shelf, ledger, number, lead)


def one(ledger: Reading, number: int) -> Told | None:
    """One affair by its number; nothing where it is no longer there or a person judged it wrong."""
    row = ledger.one("SELECT record FROM affair WHERE id = ? AND judged <> ?", (number, WRONG))
    return next(_told(Shelf(ledger), ledger, number, row[0]), None) if row else None


def _told(shelf: Shelf, ledger: Reading, number: int, lead: int) -> Iterator[Told]:
    document, record = ledger.record(lead)
    for entry in entries(shelf, [number]):
        yield Told(
            affair=ledger.affair(number),
            entry=entry,
            record=record,
            text=shelf.text(document),
            said=_said(ledger, document, record),
        )


def _said(ledger: Reading, document: int, record: Record) -> Statement | None:
    """The statement that a record stands in."""
    read = ledger.ledger(document) if record.said_in is not None else None
    found = (r for r in (read.records if read else ()) if r.id == record.said_in)
    return next((r for r in found if isinstance(r, Statement)), None)


def _numbers(ledger: Reading, asked: Asked, kinds: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    days = stretch(asked.since, asked.until)
    where = ["judged <> ?", "day BETWEEN ? AND ?"]
    values: list[int] = [WRONG, days.first, days.last]
    if kinds:
        where.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values += [codes.KIND[kind] for kind in kinds]
    if not asked.possible:
        where.append("tier = ?")
        values.append(codes.TIER["sure"])
    if asked.pair is not None:
        pair = ledger.pair(*asked.pair)
        if pair is None:
            return
        via = "" if asked.members else "AND d.via = 0 "
        where.append(
            "EXISTS (SELECT 1 FROM dyad AS d WHERE d.affair = affair.id AND d.a = ? AND d.b = ? "
            f"{via})"
        )
        values += pair
    yield from ledger.connection.execute(
        f"SELECT id, record FROM affair WHERE {' AND '.join(where)} ORDER BY record, id", values
    )


def status(one: Told) -> str:
    """How an event stands by now: as its affair has it, which later texts may have changed."""
    assert isinstance(one.record, Event)
    return one.affair.status or one.record.status


def documents(ledger: Reading, asked: Asked) -> Iterator[Source]:
    """The texts that tell what is asked for, each once, in the order of their addition; all of the
    account where nothing narrows it.
    """
    if asked == Asked(possible=asked.possible, members=asked.members):
        rows = ledger.connection.execute("SELECT id FROM document WHERE gone IS NULL ORDER BY id")
        while some := list(islice(rows, CHUNK)):
            shelf = Shelf(ledger)
            yield from (shelf.source(number) for (number,) in some)
        return
    seen: set[str] = set()
    for one in told(ledger, asked):
        for source in one.entry.sources:
            if source.document not in seen:
                seen.add(source.document)
                yield source
