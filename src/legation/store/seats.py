"""The order of the documents of a story: who leads it, and whose records count."""

from collections.abc import Sequence

from msgspec import Struct

from legation.model import Document
from legation.model.addresses import canonical
from legation.store import days
from legation.store.session import Session


class Seat(Struct, frozen=True, order=True):
    """A document in its story's order: earliest published first, then by hash; the undated last;
    a withdrawn one after all others, for it leads only where nobody else is left.
    """

    gone: bool
    published: int
    hash: bytes
    id: int
    address: str | None


def seat(session: Session, document: int) -> Seat:
    """The seat of a document of the account."""
    hash, published, address, gone = session.connection.execute(
        "SELECT hash, published, address, gone FROM document WHERE id = ?", (document,)
    ).fetchone()
    on = days.NEVER_LATER if published is None else published
    return Seat(gone is not None, on, hash, document, address)


def seat_of(document: Document, hash: bytes) -> Seat:
    """The seat that a new document would take (number 0)."""
    on = days.NEVER_LATER if document.published is None else days.number(document.published)
    return Seat(False, on, hash, 0, canonical(document.url))


def carrier(held: Sequence[Seat]) -> Seat:
    """Whose records count: the newest version of the leader's address, else the leader."""
    leader, *others = sorted(held)
    versions = [s for s in others if s.address and s.address == leader.address and not s.gone]
    dated = [one for one in versions if one.published != days.NEVER_LATER]
    return max([leader, *dated]) if dated else leader
