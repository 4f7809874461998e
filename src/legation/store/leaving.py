"""A document leaves: withdrawn (shown struck, out of counts) or forgotten for good."""

from collections.abc import Iterator
from contextlib import contextmanager

from legation.model.errors import Unwritable
from legation.store import carrying, changes, resolving, shelf, stories, words
from legation.store.session import Session


def withdraw(session: Session, name: str, because: str) -> None:
    """Take a document out of its story's lead and of all counts. Another of its story leads."""
    document = resolving.document(session.connection, name, session.path)
    session.connection.execute(
        "UPDATE document SET gone = ifnull(gone, ?), gone_because = ? WHERE id = ?",
        (session.now, because, document),
    )
    stories.settle(session, [document])


@contextmanager
def wiping(session: Session) -> Iterator[None]:
    """What is deleted within is overwritten with zeros, in the file and, by emptying it, in the
    WAL.
    """
    execute = session.connection.execute
    execute("PRAGMA secure_delete = 1")
    try:
        yield
    finally:
        execute("PRAGMA secure_delete = 0")
    busy, _, _ = execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Unwritable(
            f"{session.path}: the document is out of the ledger, but another program is reading, "
            "so that its old pages could not be wiped yet; end it, then run: legation doctor --wipe"
        )


def forget(session: Session, name: str, because: str) -> None:
    """Erase a document: whatever was made of it, its text, its words, its postings, what people
    noted, judged or pinned of it. Its story is told by the others.
    """
    execute = session.connection.execute
    document = resolving.document(session.connection, name, session.path)
    [hash] = execute("SELECT hash FROM document WHERE id = ?", (document,)).fetchone()
    others = _linked(session, document)
    carrying.stop(session, document)
    words.remove(session.connection, document)
    execute("INSERT INTO words (words) VALUES ('optimize')")
    shelf.forget(session, document)
    execute("DELETE FROM story_link WHERE one = ?1 OR other = ?1", (document,))
    execute("DELETE FROM altered WHERE document = ?1 OR source = ?1", (document,))
    execute("UPDATE document SET source = NULL WHERE source = ?", (document,))
    execute("DELETE FROM note WHERE hash = ?", (hash,))
    execute("DELETE FROM pin WHERE hash = ?", (hash,))
    execute("DELETE FROM judgement WHERE left_hash = ?1 OR right_hash = ?1", (hash,))
    execute("DELETE FROM body WHERE document = ?", (document,))
    execute("DELETE FROM document WHERE id = ?", (document,))
    execute("INSERT OR REPLACE INTO forgotten VALUES (?, ?, ?)", (hash, session.now, because))
    execute("DELETE FROM redirect WHERE former = ?1 OR uid = ?1", (name,))
    execute("DELETE FROM change WHERE before = ?1 OR after = ?1", (name,))
    _unnamed(session)
    _inherited(session, name)
    stories.settle(session, others)


def _linked(session: Session, document: int) -> list[int]:
    """The other documents of its story and those that links lead to."""
    rows = session.connection.execute(
        "SELECT other FROM story_link WHERE one = ?1 UNION SELECT one FROM story_link "
        "WHERE other = ?1 UNION SELECT id FROM document WHERE story = ?1",
        (document,),
    )
    return [row[0] for row in rows if row[0] != document]


def _inherited(session: Session, name: str) -> None:
    """The id goes to the next text that claims it."""
    row = session.connection.execute(
        "SELECT id, name FROM document WHERE given = ? AND name <> given "
        "ORDER BY published IS NULL, published, hash LIMIT 1",
        (name,),
    ).fetchone()
    if row is not None:
        session.connection.execute("UPDATE document SET name = ? WHERE id = ?", (name, row[0]))
        changes.redirect(session, changes.DOCUMENT, row[1], name)


def _unnamed(session: Session) -> None:
    """Persons, places and publishers that only it told of."""
    execute = session.connection.execute
    execute("DELETE FROM person WHERE id NOT IN (SELECT person FROM record_person)")
    execute("DELETE FROM place WHERE id NOT IN (SELECT place FROM record_place)")
    execute(
        "DELETE FROM publisher WHERE id NOT IN "
        "(SELECT publisher FROM document WHERE publisher IS NOT NULL)"
    )
    session.names.forget()
