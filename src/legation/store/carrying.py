"""A document begins or ceases to carry: its records come into affairs, or leave them."""

from collections.abc import Mapping, Sequence

import msgspec

from legation.model import Event, Ledger
from legation.store import affairs, blocks, bodies, conflicts, edges, entries, judging, words
from legation.store.affairs import Told
from legation.store.entries import Facts
from legation.store.grouping import affairs_of
from legation.store.session import Session

WRONG = 2


class Held(msgspec.Struct, frozen=True, gc=False):
    """What is stored of a document that carries or is to carry."""

    id: int
    hash: bytes
    published: int | None
    carries: int
    publisher: str | None


def start(session: Session, document: int) -> None:
    """Let the records of a document count. One that was never read carries nothing until it is:
    ``Account.unread`` tells of it.
    """
    held = _held(session, document)
    if held.carries:
        return
    ledger = session.incoming.get(document)
    fresh = document in session.incoming
    if not fresh:
        ledger = bodies.ledger_of(session.connection, document)
        words.remove(session.connection, document)
    session.connection.execute("UPDATE document SET carries = 1 WHERE id = ?", (document,))
    if ledger is not None:
        _into_affairs(session, held, ledger)
    if not fresh:
        index(session, document, ledger)


def stop(session: Session, document: int) -> None:
    """Take the records of a document out of all affairs; its text and ledger stay."""
    held = _held(session, document)
    if not held.carries:
        return
    words.remove(session.connection, document)
    withdraw(session, document)
    session.connection.execute("UPDATE document SET carries = 0 WHERE id = ?", (document,))
    index(session, document, None)


def index(session: Session, document: int, ledger: Ledger | None) -> None:
    """Make a document findable, by the tags of the ledger that it carries."""
    [title, published] = session.connection.execute(
        "SELECT title, published FROM document WHERE id = ?", (document,)
    ).fetchone()
    text = (
        ledger.document.text if ledger is not None else bodies.text_of(session.connection, document)
    )
    tags = session.tags.pop(document, None)
    if tags is None:
        tags = words.tags(ledger, published)
    words.insert(session.connection, document, title, text, tags)


def _held(session: Session, document: int) -> Held:
    row = session.connection.execute(
        "SELECT d.id, d.hash, d.published, d.carries, p.name FROM document AS d "
        "LEFT JOIN publisher AS p ON p.id = d.publisher WHERE d.id = ?",
        (document,),
    ).fetchone()
    return Held(*row)


def _into_affairs(session: Session, held: Held, read: Ledger) -> None:
    """Rows for its records, then their affairs: alone at once, linked ones when all is in."""
    applied = judging.applied(session.connection, held.hash, read)
    ledger, judged = applied.ledger, applied.judged
    published = held.published or 0
    told = [
        Told(
            session.fresh("record"),
            record,
            entries.facts(record, published),
            held.id,
            published,
            judged.get(number, 0),
            tuple(entries.parts(record)),
        )
        for number, record in enumerate(ledger.records)
    ]
    linked = _linked(session, held, ledger, told)
    alone = [one for one in told if one.judged != WRONG and one.id not in linked]
    homes = affairs.singles(session, alone, session.lost)
    _rows(session, held, told, homes)
    linked |= judging.linked(session, held.hash)
    session.dirty |= linked
    if ledger is read:
        session.tags[held.id] = _tags(held, told)


def _tags(held: Held, told: Sequence[Told]) -> str:
    """As :func:`words.tags` makes them of the ledger, from what is at hand."""
    facts = [one.facts for one in told]
    on = {one.day for one in facts if one.lent != entries.NONE}
    if held.published is not None:
        on.add(held.published)
    actors = {part.actor for one in told for part in one.parts if part.actor}
    return words.joined({one.kind for one in facts}, on, actors)


def _rows(session: Session, held: Held, told: Sequence[Told], homes: Mapping[int, int]) -> None:
    execute = session.connection.executemany
    execute(
        "INSERT INTO record (id, document, number, uid, kind, type, status, tier, day, day_end, "
        "day_from, verdict, judged, affair) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(one.id, held.id, at, *_columns(one), homes.get(one.id)) for at, one in enumerate(told)],
    )
    actors, persons, places = _parts(session, told)
    execute("INSERT OR IGNORE INTO record_actor VALUES (?, ?, ?, ?, ?)", actors)
    if persons:
        execute("INSERT OR IGNORE INTO record_person VALUES (?, ?, ?, ?, ?)", persons)
    if places:
        execute("INSERT OR IGNORE INTO record_place VALUES (?, ?, ?, ?)", places)
    session.connection.execute("UPDATE document SET records = ? WHERE id = ?", (len(told), held.id))


def _columns(one: Told) -> tuple[object, ...]:
    facts = one.facts
    return (
        bytes.fromhex(one.record.id), facts.kind, facts.type, facts.status, facts.tier, facts.day,
        facts.day_end, facts.day_from, facts.verdict, one.judged,
    )  # fmt: skip


Rows = list[tuple[int, ...]]


def _parts(session: Session, told: Sequence[Told]) -> tuple[Rows, Rows, Rows]:
    """Rows for the actors, persons and places of some records."""
    actors: Rows = []
    persons: Rows = []
    places: Rows = []
    names = session.names
    for one in told:
        facts: Facts = one.facts
        for part in one.parts:
            actor = 0
            if part.actor:
                actor = names.actor(part.actor)
                actors.append((actor, facts.day, one.id, part.role, facts.kind))
            if part.person:
                person = names.person(part.person, actor)
                persons.append((person, facts.day, one.id, part.role, facts.kind))
        if isinstance(one.record, Event) and one.record.place is not None:
            places.append((names.place(one.record.place), facts.day, one.id, facts.kind))
    return actors, persons, places


def _linked(session: Session, held: Held, ledger: Ledger, told: Sequence[Told]) -> set[int]:
    """The records that have links."""
    blocks.trim(session)
    cards = session.rules.cards(ledger)
    dressed = [
        (one, blocks.dressed(card, held.hash, held.published, held.publisher, number))
        for number, (one, card) in enumerate(zip(told, cards, strict=True))
        if card is not None and one.judged != WRONG
    ]
    blocks.put(session, [(one.id, card) for one, card in dressed])
    session.cards.update({one.id: card for one, card in dressed})
    have = edges.linked(session, {one.id: card for one, card in dressed})
    return have | {one.id for one, card in dressed if card.followed}


def withdraw(session: Session, document: int) -> None:
    """Take a document's records and all that was made of them away; what they were linked with is
    grouped again.
    """
    rows = session.connection.execute("SELECT id FROM record WHERE document = ?", (document,))
    records = [row[0] for row in rows]
    for record in records:
        session.dirty |= edges.piece(session, record)
    numbers = affairs_of(session, records)
    session.lost_conflicts.update(conflicts.remove(session, numbers))
    session.lost += [affairs.remove(session, number) for number in sorted(numbers)]
    session.dirty.update(record for old in session.lost for record in old.records)
    session.dirty -= set(records)
    _unrecorded(session, document, records)
    blocks.drop(session, records)
    edges.drop(session, records)


def _unrecorded(session: Session, document: int, records: Sequence[int]) -> None:
    """Delete the rows of records; who stands in them is told by the stored ledger once more."""
    held = bodies.ledger_of(session.connection, document)
    if held is not None and records:
        told = _told_again(session, document, held)
        actors, persons, places = _parts(session, told)
        execute = session.connection.executemany
        where = "day = ? AND record = ?"
        execute(
            f"DELETE FROM record_actor WHERE actor = ? AND {where} AND role = ?",
            [row[:4] for row in actors],
        )
        execute(
            f"DELETE FROM record_person WHERE person = ? AND {where} AND role = ?",
            [row[:4] for row in persons],
        )
        execute(
            f"DELETE FROM record_place WHERE place = ? AND {where}", [row[:3] for row in places]
        )
    session.connection.execute("DELETE FROM record WHERE document = ?", (document,))
    session.connection.execute("UPDATE document SET records = 0 WHERE id = ?", (document,))


def _told_again(session: Session, document: int, read: Ledger) -> list[Told]:
    held = _held(session, document)
    records = judging.applied(session.connection, held.hash, read).ledger.records
    numbers = session.connection.execute(
        "SELECT id FROM record WHERE document = ? ORDER BY number", (document,)
    ).fetchall()
    published = held.published or 0
    return [
        Told(
            row[0],
            record,
            entries.facts(record, published),
            document,
            published,
            parts=tuple(entries.parts(record)),
        )
        for row, record in zip(numbers, records, strict=True)
    ]
