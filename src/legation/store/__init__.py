"""The ledger: many documents, one account (SQLite). How to add and ask: ``docs/store.md``.

Two layers. A *record* is what one text says: it is never changed. An *affair* is what several
records tell: it is made from records, links and judgements, and can be made again. The line of each
document's ledger, compressed, is the source of truth; judgements, sources and first-seen times
cannot be made again.

This room imports ``model`` alone. Links come in by :class:`legation.model.links.Rules`, which
``pipeline`` makes of the functions of ``reconciliation``; the tables are described in
``schema.sql``, the numbers that stand in them for words in ``codes.toml``.
"""

from pathlib import Path

from legation.model.links import Rules
from legation.store import codes, days
from legation.store.account import Account
from legation.store.adding import Place
from legation.store.alone import Alone
from legation.store.folders import default
from legation.store.hashes import of as hash_of
from legation.store.judgements import Words
from legation.store.reading import Reading

__all__ = [
    "Account",
    "Alone",
    "Place",
    "Reading",
    "Words",
    "codes",
    "days",
    "default",
    "hash_of",
    "reading",
    "writing",
]


def writing(path: Path, rules: Rules | None = None, source: str = "") -> Account:
    """The account of a file, to be added to; the file is made where there is none.

    Args:
        rules: how records and documents are linked; without them nothing is.
        source: what is added from, in words.

    Raises:
        LedgerError: it cannot be written, with the reason; nothing was changed.
    """
    return Account(path, rules or Alone(), source)


def reading(path: Path) -> Reading:
    """The ledger of a file, to be asked.

    Raises:
        LedgerError: there is none, or it cannot be read, with the reason.
    """
    return Reading(path)
