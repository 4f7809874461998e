"""The rules by which a ledger links what is added to it (:class:`legation.model.links.Rules`)."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Document, Ledger
from legation.model.account import Altered
from legation.model.links import Card, CopyLink, Grouping, Link, Shelf, Telling
from legation.reconciliation import across, copies

UNION = "EUR"


class Membership(Struct, frozen=True, kw_only=True):
    """A row of ``eu_membership.csv``."""

    code: str
    start: date
    end: date | None = None


@cache
def _members() -> dict[str, tuple[Membership, ...]]:
    rows = table("eu_membership", Membership)
    return {row.code: tuple(one for one in rows if one.code == row.code) for row in rows}


class AccountRules:
    """Copies, links and groups; every answer is a function of the question alone."""

    def tell(self, document: Document) -> Telling:
        """What is kept of a text to find its copies."""
        return copies.tell(document)

    def copies(self, document: Document, telling: Telling, shelf: Shelf) -> Sequence[CopyLink]:
        """The links of a new document to others on the shelf."""
        return copies.copies(document, telling, shelf)

    def stories(
        self, documents: Sequence[int], links: Sequence[CopyLink], shelf: Shelf
    ) -> Sequence[Sequence[int]]:
        """The stories of a connected piece of documents."""
        return copies.stories(documents, links, shelf)

    def altered(self, source: Document, changed: Document, version: bool) -> Sequence[Altered]:
        """What a copy, or a later text of one address, changed of its source."""
        return copies.altered(source, changed, version)

    def cards(self, ledger: Ledger) -> Sequence[Card | None]:
        """A card for each record, in order."""
        return across.cards(ledger)

    def links(self, card: Card, candidates: Sequence[Card]) -> Sequence[Link]:
        """The links of one card to some of those that stand in its blocks."""
        return across.links(card, candidates)

    def group(self, cards: Sequence[Card], links: Sequence[Link]) -> Grouping:
        """Affairs, conflicts and promises of a connected piece."""
        return across.group(cards, links)

    def blocs(self, actor: str, on: date | None) -> Sequence[str]:
        """The blocs that a country was a member of on a day, today where none is told."""
        day = on or date.today()
        spans = _members().get(actor, ())
        within = any(one.start <= day and (one.end is None or day <= one.end) for one in spans)
        return (UNION,) if within else ()
