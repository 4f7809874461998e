"""One affair whole: its records, each with the reason by which it came in, its steps, and what
people decided of it.
"""

from msgspec import Struct

from legation.model import QuestionError
from legation.model.account import Judgement
from legation.store import Reading, judgements
from legation.views.questions.assembling import entries
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


def affair(ledger: Reading, uid: str) -> Whole:
    """The affair of an id, or the one that a record of that id belongs to; former ids redirect.

    Raises:
        QuestionError: no affair bears the id.
    """
    number = _number(ledger, uid)
    shelf = Shelf(ledger)
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
    named = {one.id for one in members} | {one.source.record for one in members}
    decided = [j for j in judgements.all_of(ledger) if named & {*j.of, *map(_record, j.of)}]
    head = Head(title=found[0].head, scope=Scope(), stories=held.stories, documents=held.documents)
    return Whole(head=head, entry=found[0], members=tuple(members), judgements=tuple(decided))


def _number(ledger: Reading, uid: str) -> int:
    found = ledger.found(uid.rpartition("/")[2])
    for kind, number in found:
        if kind == "affair":
            return number
    for kind, number in found:
        if kind == "record":
            row = ledger.one("SELECT affair FROM record WHERE id = ?", (number,))
            if row and row[0] is not None:
                return int(row[0])
    raise QuestionError(f'"{uid}" is the id of nothing that counts in this account')


def _record(uid: str) -> str:
    return uid.rpartition("/")[2]
