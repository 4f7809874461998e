"""What links records and documents across an account: the nouns that the ledger and the rules of
reconciliation exchange. The ledger keeps and hands out cards; the rules are pure functions of them.

Everything here is a function of the set of documents: neither a card nor a link may depend on what
was added before (no counts of words in the account, no numbers of arrival).
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, Protocol

from msgspec import Struct

from legation.model.account import Affair, Altered, Conflict, Promise
from legation.model.documents import Document
from legation.model.records import Ledger, Record

Relation = Literal["same", "conflict", "promise", "different"]
"""``same``: one affair; ``conflict``: they may disagree; ``promise``: one follows the other up;
``different``: a person said so, they may not stand in one affair.
"""


class Block(Struct, frozen=True, kw_only=True):
    """Where the records that one may be linked with are looked for: those with the same ``key``
    whose days come as near as ``reach`` days. Without ``day`` all of the key are near.
    """

    key: str
    day: date | None = None
    day_end: date | None = None
    reach: int = 0


class Card(Struct, frozen=True, kw_only=True):
    """What linking needs of a record. ``words``, ``persons`` and ``facts`` are free for the rules;
    the ledger fills ``document`` (first sixteen signs of the hash), ``published``, ``publisher``,
    ``story`` and ``number`` (its place in its ledger), and orders cards by (day, hash, anchor).
    One that is ``followed`` is grouped even where nothing is linked with it, as a promise is.
    """

    record: Record
    blocks: tuple[Block, ...] = ()
    words: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    facts: dict[str, str] = {}
    followed: bool = False
    document: str = ""
    story: str = ""
    published: date | None = None
    publisher: str | None = None
    number: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Document and record: how a record is always named."""
        return (self.document, self.record.id)


class Link(Struct, frozen=True, kw_only=True):
    """Why two records belong together: a score (0..1) never without its reason and rule. The ends
    are (document, record), as :attr:`Card.key` gives them.
    """

    one: tuple[str, str]
    other: tuple[str, str]
    relation: Relation
    score: float
    because: str
    rule: str


class Grouping(Struct, frozen=True, kw_only=True):
    """What the cards of one connected piece tell together. Every card is a member of an affair of
    its kind, alone if need be; a card may also be a member of a promise's affair. ``document`` of
    members, steps and values is that of the cards; ids are those of first members.
    """

    affairs: tuple[Affair, ...]
    conflicts: tuple[Conflict, ...] = ()
    promises: tuple[Promise, ...] = ()


class CopyLink(Struct, frozen=True, kw_only=True):
    """Why two documents may tell one story; the ends are numbers that the shelf gave (the ``one``
    of a document that is being added is 0).
    """

    one: int = 0
    other: int
    score: float
    because: str
    rule: str


class Telling(Struct, frozen=True, kw_only=True):
    """What the ledger keeps of a text to find its copies: some of its runs of words as numbers
    (``marks``: signed 64-bit, looked up) and all of them packed (``runs``, for the exact check).
    """

    marks: tuple[int, ...] = ()
    runs: bytes = b""


class Shelf(Protocol):
    """The documents of the account, as the rules for copies may ask them."""

    def holding(self, marks: Sequence[int], most: int) -> dict[int, int]:
        """Documents that hold some of the marks, each with how many of them; a mark that more than
        ``most`` documents hold calls nobody.
        """

    def runs(self, document: int) -> bytes:
        """The packed runs of a document."""

    def published(self, document: int) -> date | None:
        """Its day of publication."""

    def versions(self, url: str | None) -> Sequence[int]:
        """The documents of one address, in canonical form."""

    def text(self, document: int) -> str:
        """Its text."""


class Rules(Protocol):
    """What the ledger asks of reconciliation; ``pipeline`` hands it in."""

    def tell(self, document: Document) -> Telling:
        """What is kept of a text to find its copies."""

    def copies(self, document: Document, telling: Telling, shelf: Shelf) -> Sequence[CopyLink]:
        """The links of a new document to others on the shelf; without one it is a story of its
        own.
        """

    def stories(
        self, documents: Sequence[int], links: Sequence[CopyLink], shelf: Shelf
    ) -> Sequence[Sequence[int]]:
        """The stories of a connected piece of documents, which come in the order (published, hash),
        the undated last: one story of all, or several where a link alone is not enough.
        """

    def altered(self, source: Document, changed: Document, version: bool) -> Sequence[Altered]:
        """What a copy (or a later ``version`` of the source) changed of its source; ``document``
        and ``source`` are the ids of the two documents.
        """

    def cards(self, ledger: Ledger) -> Sequence[Card | None]:
        """A card for each record, in order; ``None`` for one that is never linked."""

    def links(self, card: Card, candidates: Sequence[Card]) -> Sequence[Link]:
        """The links of one card to some of the cards that stand in its blocks."""

    def group(self, cards: Sequence[Card], links: Sequence[Link]) -> Grouping:
        """Affairs, conflicts and promises of the cards that links connect, in their order."""

    def blocs(self, actor: str, on: date | None) -> Sequence[str]:
        """The blocs that an actor was a member of on a day (today's where it has none), as codes:
        an entry of France stands in the dyads of ``EUR`` too.
        """
