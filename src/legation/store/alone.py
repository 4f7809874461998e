"""Rules that link nothing: every document a story, every record an affair."""

from collections.abc import Sequence
from datetime import date

from legation.model import Document, Ledger
from legation.model.account import Altered
from legation.model.links import Card, CopyLink, Grouping, Link, Shelf, Telling


class Alone:
    """For a ledger without reconciliation, and for tests of the store alone."""

    def tell(self, document: Document) -> Telling:
        """Nothing is kept."""
        return Telling()

    def copies(self, document: Document, telling: Telling, shelf: Shelf) -> Sequence[CopyLink]:
        """None."""
        return ()

    def stories(
        self, documents: Sequence[int], links: Sequence[CopyLink], shelf: Shelf
    ) -> Sequence[Sequence[int]]:
        """What is linked is one story."""
        return [list(documents)]

    def altered(self, source: Document, changed: Document, version: bool) -> Sequence[Altered]:
        """Nothing is compared."""
        return ()

    def cards(self, ledger: Ledger) -> Sequence[Card | None]:
        """No record is ever linked."""
        return [None] * len(ledger.records)

    def links(self, card: Card, candidates: Sequence[Card]) -> Sequence[Link]:
        """None."""
        return ()

    def group(self, cards: Sequence[Card], links: Sequence[Link]) -> Grouping:
        """Nothing comes together here."""
        raise NotImplementedError("no card was given, so none can come back")

    def blocs(self, actor: str, on: date | None) -> Sequence[str]:
        """No blocs."""
        return ()
