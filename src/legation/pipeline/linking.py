"""The rules by which the ledger links documents and records: the functions of ``reconciliation`` as
:class:`legation.model.links.Rules`.
"""

from collections.abc import Sequence
from datetime import date

from legation.model import Document, Ledger
from legation.model.account import Altered
from legation.model.links import Card, CopyLink, Grouping, Link, Shelf, Telling
from legation.pipeline import blocs
from legation.reconciliation import across, copies


class Reconciled:
    """What ``reconciliation`` says of copies and affairs."""

    def tell(self, document: Document) -> Telling:
        """What is kept of a text to find its copies."""
        return copies.tell(document)

    def copies(self, document: Document, telling: Telling, shelf: Shelf) -> Sequence[CopyLink]:
        """The links of a new document to those that tell its story."""
        return copies.copies(document, telling, shelf)

    def stories(
        self, documents: Sequence[int], links: Sequence[CopyLink], shelf: Shelf
    ) -> Sequence[Sequence[int]]:
        """The stories of a piece of linked documents."""
        return copies.stories(documents, links, shelf)

    def altered(self, source: Document, changed: Document, version: bool) -> Sequence[Altered]:
        """What a copy or a later version changed."""
        return copies.altered(source, changed, version)

    def cards(self, ledger: Ledger) -> Sequence[Card | None]:
        """What linking needs of each record."""
        return across.cards(ledger)

    def links(self, card: Card, candidates: Sequence[Card]) -> Sequence[Link]:
        """The links of a record to those that stand near it."""
        return across.links(card, candidates)

    def group(self, cards: Sequence[Card], links: Sequence[Link]) -> Grouping:
        """Affairs, conflicts and promises of what links connect."""
        return across.group(cards, links)

    def blocs(self, actor: str, on: date | None) -> Sequence[str]:
        """The blocs of an actor on a day."""
        return blocs.of(actor, on)
