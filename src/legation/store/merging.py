"""Another account taken in: its documents as they were read, what people judged, noted and pinned,
what was forgotten.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from legation.model import Ledger
from legation.store import bodies, dossiers, judgements, texts
from legation.store.account import Account
from legation.store.adding import Place
from legation.store.reading import Reading


def merge(
    account: Account, path: Path, fault: Callable[[Ledger], str | None] = lambda ledger: None
) -> Iterator[tuple[Ledger, Place | str]]:
    """Add everything of another account, and tell where each document went. Withdrawn documents are
    left out. Taking an account in again does no harm.

    Args:
        account: that it goes into.
        path: the other one.
        fault: why a ledger cannot be believed; it stays out, and the reason is told in the place of
            its place.

    Raises:
        LedgerError: it cannot be read; what was taken so far stays.
    """
    with Reading(path) as other:
        _decided(account, other)
        for (number,) in other.rows("SELECT id FROM document WHERE gone IS NULL ORDER BY id"):
            document = texts.document(other.connection, number, given=True)
            ledger = bodies.ledger_of(other.connection, number)
            if ledger is not None:
                held = msgspec.structs.replace(ledger, document=document)
                yield held, fault(held) or account.save(held)
            else:
                bare = Ledger(document=document, records=())
                reason = fault(bare)
                yield bare, reason or account.add(bare, account.place(document), read=False)


def _decided(account: Account, other: Reading) -> None:
    """What people decided comes before the documents, so that these come in as people left them."""
    columns = ", ".join(judgements.COLUMNS)
    notes = ", ".join(judgements.NOTE_COLUMNS)
    account.decided(
        other.rows(f"SELECT {columns} FROM judgement ORDER BY at, uid"),
        other.rows(f"SELECT {notes} FROM note ORDER BY at, uid"),
        other.rows("SELECT hash, at, because FROM forgotten"),
    )
    pinned = ", ".join(dossiers.COLUMNS)
    account.pinned(other.rows(f"SELECT {pinned} FROM pin ORDER BY at, uid"))
