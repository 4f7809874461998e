"""Many documents into one account: texts are read, ledgers taken as they were read, other accounts
merged; one bad document never stops the others.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from legation import documents
from legation.documents import files
from legation.model import Document, Ledger, LegationError, Source, Unreadable
from legation.pipeline import ledger_lines, reading
from legation.pipeline.linking import Reconciled
from legation.statistics import Statistics
from legation.store import (
    Account,
    Place,
    Reading,
    checkup,
    merging,
    precedents,
    rebuilding,
    writing,
)

TOGETHER = 64
"""Ledgers that were already read go in so many a transaction, each of which can still fail alone;
one that is read here, a tenth of a second's work, has a transaction of its own."""

SEVERAL = {".gz", ".warc", ".xml", ".rss", ".atom", ".sqlite", ".zip"}
"""Files that hold more documents than can be counted at a glance."""

Reader = Callable[[Document, Statistics | None], Ledger | Unreadable]
What = Literal["added", "copy", "known", "forgotten", "refused"]


class Arrival(Struct, frozen=True, kw_only=True):
    """What became of a document: its id here, how many records it brought, and of a copy or a
    refused one why.
    """

    id: str
    what: What
    records: int = 0
    because: str = ""


def open_account(path: Path, source: str = "") -> Account:
    """The account of a file, with the rules of reconciliation."""
    return writing(path, Reconciled(), source)


def catch_up(account: Account, series: Statistics | None) -> None:
    """Read what carries by now but was only a copy when it came: its leader has left."""
    for number, document in list(account.unread()):
        found = reading.guarded(document, series)
        if isinstance(found, Ledger):
            account.reread(number, found)


def to_reread(account: Account, names: list[str], everything: bool) -> list[int]:
    """The documents to be read again: those named, else those of another reader, else all.

    Raises:
        NotFound: a name is that of no document.
    """
    if names:
        return [account.number(name) for name in names]
    return account.read_by_others(None if everything else reading.reader())


def reread(
    account: Account, numbers: Iterable[int], series: Statistics | None
) -> Iterator[Arrival]:
    """Read documents again, each in a transaction of its own; one with a fault stays as it was."""
    for number in numbers:
        document = account.document(number)
        found = reading.guarded(document, series)
        if isinstance(found, Unreadable):
            yield Arrival(id=document.id, what="refused", because=found.error)
            continue
        account.reread(number, found)
        yield Arrival(id=document.id, what="added", records=len(found.records))


def texts(
    account: Account, sources: Iterable[Source], series: Statistics | None
) -> Iterator[Arrival]:
    """Texts: placed, read where their records will count, added."""
    for found in documents.read(sources, once=False):
        if isinstance(found, Unreadable):
            yield Arrival(id=found.id, what="refused", because=found.error)
            continue
        yield text(account, found, series)


def text(
    account: Account,
    document: Document,
    series: Statistics | None,
    read: Reader = reading.sparing,
    besides: Callable[[], object] = lambda: None,
) -> Arrival:
    """Add one text.

    Args:
        account: that it goes into.
        document: the text.
        series: what its figures are held against.
        read: what reads it, if its records are to count.
        besides: what is written in the same transaction, whatever becomes of the text.
    """
    unwanted = account.refuses(document)
    if unwanted is not None:
        return Arrival(id=document.id, what="refused", because=f"{document.id}: {unwanted}")
    place = account.place(document)
    found: Ledger | Unreadable = Ledger(document=document, records=())
    if place.news and place.carries:
        found = read(document, series)
    with account.together():
        besides()
        if isinstance(found, Unreadable):
            return Arrival(id=found.id, what="refused", because=found.error)
        return _arrived(document.id, account.add(found, place), len(found.records))


def read_already(account: Account, found: Iterator[Ledger | Unreadable]) -> Iterator[Arrival]:
    """Ledgers already read, some in one transaction."""
    while some := _some(found):
        with account.together():
            arrived = [_taken(account, one) for one in some]
        yield from arrived


def _some(found: Iterator[Ledger | Unreadable]) -> list[Ledger | Unreadable]:
    held = []
    for one in found:
        held.append(one)
        if len(held) == TOGETHER:
            break
    return held


def _taken(account: Account, found: Ledger | Unreadable) -> Arrival:
    if isinstance(found, Unreadable):
        return Arrival(id=found.id, what="refused", because=found.error)
    unwanted = account.refuses(found.document)
    if unwanted is not None:
        return Arrival(id=found.document.id, what="refused", because=unwanted)
    ledger = ledger_lines.checked_elsewhere(found)
    return _arrived(ledger.document.id, account.save(ledger), len(ledger.records))


def merged(account: Account, path: Path) -> Iterator[Arrival]:
    """Another account: its documents as they were read, and what people judged."""
    try:
        for ledger, place in merging.merge(account, path, _fault(account)):
            if isinstance(place, str):
                yield Arrival(id=ledger.document.id, what="refused", because=f"{path}: {place}")
            else:
                yield _arrived(ledger.document.id, place, len(ledger.records))
    except LegationError as error:
        yield Arrival(id=str(path), what="refused", because=str(error))


def _fault(account: Account) -> Callable[[Ledger], str | None]:
    """Why a ledger of another account stays out: it points outside its text, or is real among
    examples.
    """
    return lambda ledger: account.refuses(ledger.document) or ledger_lines.fault_of(ledger)


def _arrived(id: str, place: Place, records: int) -> Arrival:
    if place.known is not None:
        return Arrival(id=place.known, what="known")
    if place.forgotten:
        return Arrival(id=id, what="forgotten", because="it was forgotten for good")
    if place.copy_of is not None and not place.carries:
        return Arrival(id=id, what="copy", because=f"tells the story of {place.copy_of}")
    return Arrival(id=id, what="added", records=records)


def rebuild(path: Path) -> rebuilding.Rebuilt:
    """Make an account again from what was read."""
    return rebuilding.rebuild(path, Reconciled())


def health(path: Path) -> checkup.Health:
    """How much an account holds, and what does not hold together in it."""
    return checkup.look(path)


def said_before(path: Path, ledger: Ledger) -> list[precedents.Precedent]:
    """What an account has of what the records of a text say: told before, or otherwise."""
    with Reading(path) as held:
        return list(precedents.precedents(held, Reconciled(), ledger))


def counted(paths: Iterable[str]) -> int | None:
    """How many documents some paths hold, as far as lines and files tell; ``None`` where they do
    not (archives, addresses, standard input).
    """
    total = 0
    for path in paths:
        held = Path(path)
        if held.is_dir():
            inside = counted(str(file) for file in files.inside(held))
            if inside is None:
                return None
            total += inside
        elif held.suffix.lower() == ".jsonl":
            with held.open("rb") as stream:
                total += sum(1 for _ in stream)
        elif held.is_file() and held.suffix.lower() not in SEVERAL:
            total += 1
        else:
            return None
    return total


class Tally(Struct):
    """How many documents came in as what."""

    added: int = 0
    records: int = 0
    copies: int = 0
    known: int = 0
    forgotten: int = 0
    refused: list[Arrival] = msgspec.field(default_factory=list)

    def count(self, one: Arrival) -> None:
        """One more."""
        self.records += one.records
        if one.what == "refused":
            self.refused.append(one)
        elif one.what == "copy":
            self.copies += 1
        else:
            setattr(self, one.what, getattr(self, one.what) + 1)
