"""A person, body or country: what it says, claims and does, in which offices, beside whom."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from legation.model import Party
from legation.store import questions as asking
from legation.store.names import folded
from legation.store.questions.asked import Stretch
from legation.store.questions.people import Part, Person
from legation.views.questions import pairs
from legation.views.questions.assembling import entries
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Actor, Beside, Office
from legation.views.questions.scopes import Paging, Scope, cursor, place
from legation.views.questions.shelves import Ledger, Shelf
from legation.views.wording import name_of, names

ALIKE = 8
BESIDE = 20
NEAREST = 20
"""Records whose documents are looked through for others."""


def who(ledger: Ledger, name: str, scope: Scope | None = None) -> Actor:
    """What is told of a person by name, or of a country or body by code or name.

    Where several persons bear the name the first is shown and ``alike`` names the others; where
    nobody does, ``alike`` says who is near.

    Raises:
        QuestionError: a cursor is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on, after = pairs.asked(scope), place(scope.cursor, 2)
    code = _code(name)
    if code is not None:
        return _actor(ledger, code, scope, on, after)
    persons = asking.people.persons(ledger, folded(name), ALIKE)
    if not persons:
        return _nobody(ledger, name, scope)
    return _person(ledger, persons, scope, on, after)


def _code(name: str) -> str | None:
    """The code of a country or body by its code or its name in the register."""
    if name in names():
        return name
    wanted = folded(name)
    return next((code for code, held in names().items() if folded(held) == wanted), None)


def _actor(
    ledger: Ledger, code: str, scope: Scope, on: Stretch, after: tuple[int, ...] | None
) -> Actor:
    number = ledger.actor(code)
    parts = (
        asking.people.of_actor(ledger, number, on, after, scope.limit) if number is not None else []
    )
    return _page(ledger, name_of(code) or code, code, parts, scope, person=False)


def _person(
    ledger: Ledger,
    persons: Sequence[Person],
    scope: Scope,
    on: Stretch,
    after: tuple[int, ...] | None,
) -> Actor:
    first = persons[0]
    same = [one for one in persons if one.key == first.key]
    parts = [
        part
        for one in same
        for part in asking.people.of_person(ledger, one.number, on, after, scope.limit)
    ]
    parts = sorted(parts, key=lambda part: (part.day, part.record), reverse=True)[: scope.limit]
    actor = next((one.actor for one in same if one.actor), 0)
    code = ledger.code(actor) if actor else None
    others = tuple(dict.fromkeys(one.name for one in persons if one.key != first.key))
    return _page(ledger, first.name, code, parts, scope, person=True, alike=others)


def _nobody(ledger: Ledger, name: str, scope: Scope) -> Actor:
    return Actor(
        head=pairs.head(ledger, name, scope),
        name=name,
        code=None,
        person=True,
        offices=(),
        statements=(),
        figures=(),
        events=(),
        others=(),
        beside=(),
        alike=tuple(asking.people.alike(ledger, folded(name), ALIKE)),
        paging=Paging(limit=scope.limit),
    )


def _page(
    ledger: Ledger,
    name: str,
    code: str | None,
    parts: Sequence[Part],
    scope: Scope,
    *,
    person: bool,
    alike: tuple[str, ...] = (),
) -> Actor:
    shelf = Shelf(ledger)
    records = [part.record for part in parts]
    told = entries(shelf, asking.affairs.of_records(ledger, records))
    shown = [one for one in told if one.certain or scope.possible]
    kinds = ("statement", "figure", "event")
    by_kind = {kind: tuple(one for one in shown if one.kind == kind) for kind in kinds}
    stories = tuple(dict.fromkeys(source.story for one in told for source in one.sources))
    documents = {source.document for one in told for source in one.sources}
    head = pairs.head(ledger, name, scope)
    last = parts[-1] if len(parts) == scope.limit else None
    return Actor(
        head=replace(head, stories=len(stories), documents=len(documents)),
        name=name,
        code=code,
        person=person,
        offices=tuple(_offices(shelf, name, records)) if person else (),
        statements=by_kind["statement"],
        figures=by_kind["figure"],
        events=by_kind["event"],
        others=tuple(one for one in shown if one.kind not in kinds),
        beside=_beside(shelf, name, records),
        alike=alike,
        paging=Paging(next=cursor(last.day, last.record) if last else None, limit=scope.limit),
    )


def _offices(shelf: Shelf, name: str, records: Sequence[int]) -> Iterator[Office]:
    """The offices that texts give a person, each from the first to the last text that does."""
    found: dict[tuple[str, str], list[date]] = {}
    for number in records:
        document, record = shelf.ledger.record(number)
        day = shelf.document(document).published
        for party in _parties(record):
            if party.person and folded(party.person) == folded(name) and party.role and day:
                found.setdefault((party.role, party.actor or ""), []).append(day)
    for (role, of), on in sorted(found.items(), key=lambda item: min(item[1])):
        yield Office(role=role, of=name_of(of) or of, since=min(on), until=max(on))


def _parties(record: object) -> Iterator[Party]:
    for field in ("actors", "recipients", "parties", "to"):
        yield from getattr(record, field, ())
    for field in ("speaker", "addressee", "by", "attributed_to"):
        one = getattr(record, field, None)
        if isinstance(one, Party):
            yield one


def _beside(shelf: Shelf, name: str, records: Sequence[int]) -> tuple[Beside, ...]:
    """Other persons of the same documents, those of most stories first."""
    found: dict[str, set[int]] = {}
    codes: dict[str, str | None] = {}
    for document, story in asking.people.documents(shelf.ledger, list(records[:NEAREST])):
        held = shelf.ledger.ledger(document)
        for one in (party for record in held.records for party in _parties(record)) if held else ():
            if one.person and folded(one.person) != folded(name):
                found.setdefault(one.person, set()).add(story)
                codes[one.person] = codes.get(one.person) or one.actor
    ranked = sorted(found, key=lambda person: (-len(found[person]), person))
    return tuple(
        Beside(name=person, code=codes[person], stories=len(found[person]))
        for person in ranked[:BESIDE]
    )


def entries_of(actor: Actor) -> tuple[Entry, ...]:
    """All entries of the page, newest first, for a table."""
    return (*actor.statements, *actor.figures, *actor.events, *actor.others)
