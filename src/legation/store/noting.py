"""A person's record comes into the account."""

import msgspec

from legation.model import content_id
from legation.store import bodies, judgements, notes, resolving
from legation.store.session import Session


def add(
    session: Session,
    name: str,
    kind: str,
    words: str,
    slots: dict[str, str],
    because: str = "",
    by: str = "",
) -> str:
    """Add a record to a document that the reader missed; the note's id, by which it is taken back.

    Raises:
        NotFound: no such document, or the words do not stand in it. Refused: a slot is amiss.
    """
    document = resolving.document(session.connection, name, session.path)
    [hash] = session.connection.execute(
        "SELECT hash FROM document WHERE id = ?", (document,)
    ).fetchone()
    text = bodies.text_of(session.connection, document)
    record = notes.made(text, hash, kind, words, slots)
    uid = content_id("note", record.id, because, by, session.now)
    row = (
        bytes.fromhex(uid), hash, msgspec.json.encode(record), because, by, session.now, None,
    )  # fmt: skip
    judgements.take_notes(session, [row])
    return uid
