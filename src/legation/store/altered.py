"""What copies and later versions changed of their source."""

from collections.abc import Sequence

from legation.store import texts
from legation.store.seats import Seat
from legation.store.session import Session


def tell(session: Session, ordered: Sequence[Seat]) -> None:
    """Write what the documents of a story changed: a later version of the one before it, a copy of
    the leader.
    """
    for one in ordered:
        session.connection.execute("DELETE FROM altered WHERE document = ?", (one.id,))
    for at, one in enumerate(ordered[1:], 1):
        before = [other for other in ordered[:at] if one.address and other.address == one.address]
        source = before[-1] if before else ordered[0]
        if not one.gone and not source.gone:
            _compare(session, source.id, one.id, bool(before))


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
