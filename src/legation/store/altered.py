"""What copies and later versions changed of their source."""

from collections.abc import Sequence

from legation.store import texts
from legation.store.seats import Seat
from legation.store.session import Session


def tell(session: Session, ordered: Sequence[Seat]) -> None:
    """Write what the documents of a story changed: a later version of the one before it, a copy of
    the leader. Texts do not change, so that a pair is compared once.
    """
    last: dict[str, Seat] = {}
    for at, one in enumerate(ordered):
        before = last.get(one.address) if one.address else None
        source = before or (ordered[0] if at else None)
        if one.address:
            last[one.address] = one
        wanted = None if source is None or one.gone or source.gone else source.id
        [held] = session.connection.execute(
            "SELECT source FROM document WHERE id = ?", (one.id,)
        ).fetchone()
        if held != wanted:
            _written(session, one.id, wanted, before is not None)


def _written(session: Session, changed: int, source: int | None, version: bool) -> None:
    execute = session.connection.execute
    execute("DELETE FROM altered WHERE document = ?", (changed,))
    execute("UPDATE document SET source = ? WHERE id = ?", (source, changed))
    if source is not None:
        _compare(session, source, changed, version)


def _compare(session: Session, source: int, changed: int, version: bool) -> None:
    before, after = (texts.document(session.connection, one) for one in (source, changed))
    found = session.rules.altered(before, after, version)
    session.connection.executemany(
        "INSERT INTO altered VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (changed, number, source, one.field, one.before, one.after, one.because)
            for number, one in enumerate(found)
        ],
    )
