"""One affair whole: its records, each with the reason by which it came in, its steps, and what
people decided of it.
"""

from collections.abc import Sequence

from msgspec import Struct

from legation.model import QuestionError
from legation.model.account import Judgement
from legation.store import Reading, dossiers, judgements, judging
from legation.store.dossiers import Pin
from legation.views.questions.assembling import WRONG, entries, struck_one
from legation.views.questions.entries import Entry, Source
from legation.views.questions.scopes import Head, Scope
from legation.views.questions.shelves import Shelf


class Told(Struct, frozen=True, kw_only=True):
    """A record of the affair: its words, and how it came in (rule, reason, 0 to 1)."""

    id: str
    source: Source
    rule: str
    because: str
    score: float


class Whole(Struct, frozen=True, kw_only=True):
    """An affair with all that is told of it. ``id``s of records are ``DOCUMENT/RECORD``."""

    head: Head
    entry: Entry
    members: tuple[Told, ...]
    judgements: tuple[Judgement, ...]
    pins: tuple[Pin, ...] = ()


def affair(ledger: Reading, uid: str) -> Whole:
    """The affair of an id, or the one that a record of that id belongs to; former ids redirect.

    Raises:
        QuestionError: no affair bears the id.
    """
    shelf = Shelf(ledger)
    number = _number(ledger, uid)
    if number is None:
        return _struck(ledger, shelf, uid)
    found = entries(shelf, [number])
    if not found:
        raise QuestionError(f'"{uid}" is the id of nothing that counts in this account')
    held = ledger.affair(number)
    members = []
    for member in held.members:
        document = shelf.number(member.document)
        if document is None:
            continue
        members.append(
            Told(
                id=f"{member.document}/{member.record}",
                source=shelf.source(document, member.record, member.evidence),
                rule=member.rule,
                because=member.because,
                score=member.score,
            )
        )
    head = Head(title=found[0].head, scope=Scope(), stories=held.stories, documents=held.documents)
    return Whole(
        head=head,
        entry=found[0],
        members=tuple(members),
        judgements=_decided(ledger, members),
        pins=_pins(ledger, members),
    )


def _decided(ledger: Reading, members: Sequence[Told]) -> tuple[Judgement, ...]:
    named = {one.id for one in members} | {one.source.record for one in members}
    return tuple(j for j in judgements.all_of(ledger) if named & {*j.of, *map(_record, j.of)})


def _pins(ledger: Reading, members: Sequence[Told]) -> tuple[Pin, ...]:
    records = {one.source.record for one in members}
    hashes = dict.fromkeys(one.source.hash for one in members)
    held = [pin for hash in hashes for pin in dossiers.pins_of(ledger, hash)]
    return tuple(pin for pin in held if pin.record in records)


def _struck(ledger: Reading, shelf: Shelf, uid: str) -> Whole:
    """A record that stands in no affair, as people left it: shown, and in no count."""
    for kind, number in ledger.found(_record(uid)):
        if kind != "record":
            continue
        document, record = ledger.record(number)
        entry = struck_one(shelf, document, record, _why(ledger, number))
        [source] = entry.sources
        told = Told(
            id=f"{source.document}/{record.id}", source=source, rule="first", because="", score=1.0
        )
        return Whole(
            head=Head(title=entry.head, scope=Scope(), documents=1),
            entry=entry,
            members=(told,),
            judgements=_decided(ledger, [told]),
            pins=_pins(ledger, [told]),
        )
    raise QuestionError(f'"{uid}" is the id of nothing that counts in this account')


def _why(ledger: Reading, number: int) -> str:
    row = ledger.one("SELECT judged FROM record WHERE id = ?", (number,))
    return WRONG if row and row[0] == judging.WRONG else "in no count"


def _number(ledger: Reading, uid: str) -> int | None:
    """The number of an affair; none where a record stands in none."""
    found = ledger.found(uid.rpartition("/")[2])
    for kind, number in found:
        if kind == "affair":
            return number
    for kind, number in found:
        if kind == "record":
            row = ledger.one("SELECT affair FROM record WHERE id = ?", (number,))
            if row and row[0] is not None:
                return int(row[0])
    return None


def _record(uid: str) -> str:
    return uid.rpartition("/")[2]
