"""A document comes in: known, a copy, or news; then its ledger, all in one transaction."""

import msgspec
from msgspec import Struct

from legation.model import Document, Ledger
from legation.model.addresses import canonical
from legation.model.links import CopyLink, Telling
from legation.store import bodies, carrying, changes, days, hashes, shelf, stories
from legation.store.seats import carrier, seat, seat_of
from legation.store.session import Session

DAY = 24
"""Bits of a document's number within its day: sixteen million documents a day."""


class Place(Struct, frozen=True, kw_only=True):
    """Where a document belongs. ``known`` is the id under which it is already here, ``forgotten``
    that it was erased and stays away; ``carries`` that its records will count, so that it is to be
    read; ``copy_of`` the id of its story's leader where that is another one.
    """

    hash: bytes
    telling: Telling = Telling()
    links: tuple[CopyLink, ...] = ()
    known: str | None = None
    forgotten: bool = False
    carries: bool = False
    copy_of: str | None = None
    epoch: int = 0

    @property
    def news(self) -> bool:
        """Whether there is anything to add."""
        return self.known is None and not self.forgotten


def place(session: Session, document: Document) -> Place:
    """Where a document belongs, before it is read."""
    hash = hashes.of(document)
    epoch = session.look()
    execute = session.connection.execute
    row = execute("SELECT name FROM document WHERE hash = ?", (hash,)).fetchone()
    if row is not None:
        return Place(hash=hash, known=row[0])
    if execute("SELECT 1 FROM forgotten WHERE hash = ?", (hash,)).fetchone():
        return Place(hash=hash, forgotten=True)
    telling = session.rules.tell(document)
    links = tuple(session.rules.copies(document, telling, shelf.Documents(session)))
    if not links:
        return Place(hash=hash, telling=telling, carries=True, epoch=epoch)
    own = seat_of(document, hash)
    seats = [own, *(seat(session, other) for other in stories.joined(session, links))]
    leader = min(seats)
    name = None if leader is own else _name(session, leader.id)
    carries = carrier(seats) is own
    return Place(
        hash=hash, telling=telling, links=links, carries=carries, copy_of=name, epoch=epoch
    )


def _name(session: Session, document: int) -> str:
    [name] = session.connection.execute(
        "SELECT name FROM document WHERE id = ?", (document,)
    ).fetchone()
    return str(name)


def add(session: Session, ledger: Ledger, where: Place, read: bool = True) -> int:
    """Write a document with its ledger; its number.

    Args:
        ledger: as read; of a copy that was not read without records.
        where: what :func:`place` said. If another program has written since, ask again.
        read: whether the ledger was read (a copy's is not).
    """
    document = ledger.document
    number = _number(session, document)
    name = _named(session, document, where.hash)
    _rows(session, ledger, where, number, name, read)
    shelf.keep(session, number, where.telling.marks, where.telling.runs)
    stories.keep(session, number, where.links)
    session.incoming[number] = ledger if read else None
    stories.settle(session, [number])
    carries = session.connection.execute(
        "SELECT carries FROM document WHERE id = ?", (number,)
    ).fetchone()[0]
    _index(session, number, ledger, bool(carries and read))
    session.incoming.pop(number)
    return number


def _index(session: Session, number: int, ledger: Ledger, carries: bool) -> None:
    bare = ledger if carries else msgspec.structs.replace(ledger, records=())
    carrying.index(session, number, bare)


def _number(session: Session, document: Document) -> int:
    """day << 24 | the next place of that day."""
    first = days.number(document.published) << DAY
    row = session.connection.execute(
        "SELECT max(id) FROM document WHERE id BETWEEN ? AND ?", (first, first + (1 << DAY) - 1)
    ).fetchone()
    return first + 1 if row[0] is None else int(row[0]) + 1


def _rows(
    session: Session, ledger: Ledger, where: Place, number: int, name: str, read: bool
) -> None:
    document, execute = ledger.document, session.connection.execute
    published = document.published and days.number(document.published)
    publisher = session.names.publisher(document.publisher) if document.publisher else None
    reader = _reader(session, ledger)
    execute(
        "INSERT INTO document (id, hash, name, given, title, publisher, url, address, language, "
        "published, seen, run, reader, story, read) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, where.hash, name, document.id or None, _plain(document.title), publisher,
            document.url, canonical(document.url), document.language, published, session.now,
            session.run, reader, number, int(read),
        ),
    )  # fmt: skip
    text = bodies.packed(document.text)
    execute(
        "INSERT INTO body VALUES (?, ?, ?)", (number, text, bodies.line(ledger) if read else None)
    )


def _plain(words: str | None) -> str | None:
    """SQLite's text cannot hold lone surrogates; the ledger's line keeps them."""
    return words and words.encode("utf-8", "replace").decode("utf-8")


def _reader(session: Session, ledger: Ledger) -> int | None:
    if ledger.reader is None:
        return None
    return session.names.reader(msgspec.json.encode(ledger.reader).decode("utf-8"))


def _named(session: Session, document: Document, hash: bytes) -> str:
    """The id of its input line, or the first signs of its hash where it has none or the id is
    taken. Of several texts that claim an id the earliest published has it (then by hash), whatever
    came first.
    """
    own = hashes.name(hash)
    if not document.id:
        return own
    row = session.connection.execute(
        "SELECT id, hash, published FROM document WHERE name = ?", (document.id,)
    ).fetchone()
    if row is None:
        return document.id
    if row[1][:8].hex() == document.id:
        return own
    latest = days.NEVER_LATER
    theirs = (latest if row[2] is None else row[2], row[1])
    ours = (days.number(document.published) if document.published else latest, hash)
    if theirs < ours:
        return own
    session.connection.execute(
        "UPDATE document SET name = ? WHERE id = ?", (hashes.name(row[1]), row[0])
    )
    changes.note(session, changes.DOCUMENT, hashes.name(row[1]), "id", document.id, None)
    return document.id


def met_again(session: Session, document: Document, where: Place) -> None:
    """A known document under another id: of several the first by letters is its own, whatever came
    first, and the others lead to it.
    """
    number, given, name = session.connection.execute(
        "SELECT id, given, name FROM document WHERE hash = ?", (where.hash,)
    ).fetchone()
    if not document.id or document.id == given:
        return
    if given is not None and given < document.id:
        changes.redirect(session, changes.DOCUMENT, document.id, name)
        return
    now = _named(session, document, where.hash)
    session.connection.execute(
        "UPDATE document SET given = ?, name = ? WHERE id = ?", (document.id, now, number)
    )
    if now != name:
        changes.redirect(session, changes.DOCUMENT, name, now)


def reread(session: Session, number: int, ledger: Ledger) -> None:
    """Put another reading of a document in the place of the one that is held."""
    [carries] = session.connection.execute(
        "SELECT carries FROM document WHERE id = ?", (number,)
    ).fetchone()
    if carries:
        carrying.stop(session, number)
    session.connection.execute(
        "UPDATE body SET ledger = ? WHERE document = ?", (bodies.line(ledger), number)
    )
    session.connection.execute(
        "UPDATE document SET read = 1, reader = ? WHERE id = ?", (_reader(session, ledger), number)
    )
    if carries:
        carrying.start(session, number)
