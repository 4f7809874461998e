"""An account held in memory: the ledger's rules for small sets, tests and measuring."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import structs

from legation.model import Document, Ledger, content_id
from legation.model.account import Altered
from legation.model.addresses import canonical
from legation.model.links import Block, Card, CopyLink, Grouping, Link, Telling
from legation.reconciliation import across, copies


class Held(NamedTuple):
    """A document of the account."""

    number: int
    hash: str
    ledger: Ledger
    telling: Telling


class MemoryShelf:
    """Documents as the rules for copies ask them."""

    def __init__(self) -> None:
        self.held: dict[int, Held] = {}
        self._holders: dict[int, list[int]] = {}
        self._addresses: dict[str, list[int]] = {}

    def put(self, document: Held) -> None:
        """Add a document."""
        self.held[document.number] = document
        for mark in document.telling.marks:
            self._holders.setdefault(mark, []).append(document.number)
        url = canonical(document.ledger.document.url)
        if url is not None:
            self._addresses.setdefault(url, []).append(document.number)

    def holding(self, marks: Sequence[int], most: int) -> dict[int, int]:
        """Documents that hold some of the marks, with how many."""
        found: dict[int, int] = {}
        for mark in marks:
            holders = self._holders.get(mark, ())
            for number in holders if len(holders) <= most else ():
                found[number] = found.get(number, 0) + 1
        return found

    def runs(self, document: int) -> bytes:
        """Its packed runs."""
        return self.held[document].telling.runs

    def published(self, document: int) -> date | None:
        """Its day."""
        return self.held[document].ledger.document.published

    def versions(self, url: str | None) -> Sequence[int]:
        """The documents of an address."""
        return self._addresses.get(url, ()) if url is not None else ()

    def text(self, document: int) -> str:
        """Its text."""
        return self.held[document].ledger.document.text


class Story(NamedTuple):
    """The documents of a story, the first of them leading, and the one whose records count."""

    documents: tuple[Held, ...]
    carrier: Held


def digest(document: Document) -> str:
    """The first sixteen signs of a document's hash: text, address, publisher and day."""
    url = canonical(document.url)
    return content_id(document.text, url, document.publisher, document.published)


class MemoryAccount:
    """Documents and what they tell together; whatever their order, the same."""

    def __init__(self) -> None:
        self._shelf = MemoryShelf()
        self._links: list[CopyLink] = []

    def add(self, ledger: Ledger) -> None:
        """Add a document with its records; the same one twice is once."""
        number, name = len(self._shelf.held) + 1, digest(ledger.document)
        if any(held.hash == name for held in self._shelf.held.values()):
            return
        telling = copies.tell(ledger.document)
        found = copies.copies(ledger.document, telling, self._shelf)
        self._links += [structs.replace(link, one=number) for link in found]
        self._shelf.put(Held(number, name, ledger, telling))

    def stories(self) -> list[Story]:
        """The stories, each with the document that carries its records."""
        ends = [(link.one, link.other) for link in self._links]
        found: list[Story] = []
        for piece in _pieces(sorted(self._shelf.held), ends):
            ordered = sorted(piece, key=self._order)
            inside = set(ordered)
            links = [link for link in self._links if link.one in inside]
            found += [
                self._story([self._shelf.held[number] for number in story])
                for story in copies.stories(ordered, links, self._shelf)
            ]
        return found

    def _order(self, number: int) -> tuple[date, str]:
        held = self._shelf.held[number]
        return held.ledger.document.published or date.max, held.hash

    def _story(self, held: list[Held]) -> Story:
        """A story is carried by its first document, or by the newest text of that one's address."""
        url = canonical(held[0].ledger.document.url)
        texts = [h for h in held if url and canonical(h.ledger.document.url) == url]
        return Story(tuple(held), texts[-1] if texts else held[0])

    def altered(self) -> list[Altered]:
        """What the copies and later texts of each story changed."""
        found: list[Altered] = []
        for story in self.stories():
            source = story.documents[0]
            url = canonical(source.ledger.document.url)
            for held in story.documents[1:]:
                version = bool(url) and canonical(held.ledger.document.url) == url
                found += copies.altered(source.ledger.document, held.ledger.document, version)
        return found

    def cards(self) -> list[Card]:
        """The cards of the documents that carry, in their order."""
        found = []
        for story in self.stories():
            held = story.carrier
            made = across.cards(held.ledger)
            for place, card in enumerate(made):
                if card is not None:
                    told = {"document": held.hash, "story": story.documents[0].hash}
                    found.append(structs.replace(card, number=place, **told))
        return sorted(found, key=_card_order)

    def grouping(self, judged: Iterable[Link] = ()) -> Grouping:
        """Affairs, conflicts and promises of all documents.

        Args:
            judged: the links that people made.
        """
        cards = self.cards()
        links = [*_links(cards), *judged]
        places = {card.key: place for place, card in enumerate(cards)}
        ends = [(places[link.one], places[link.other]) for link in links]
        made: list[Grouping] = []
        for piece in _pieces(range(len(cards)), ends):
            inside = set(piece)
            held = [link for link in links if places[link.one] in inside] if len(piece) > 1 else ()
            made.append(across.group([cards[place] for place in piece], held))
        return Grouping(
            affairs=tuple(affair for each in made for affair in each.affairs),
            conflicts=tuple(conflict for each in made for conflict in each.conflicts),
            promises=tuple(promise for each in made for promise in each.promises),
        )


def _card_order(card: Card) -> tuple[date, str, int, int]:
    anchor = card.record.anchor
    at = anchor.span.start if anchor else card.record.evidence[0].start
    return card.published or date.max, card.document, at, card.number


def _links(cards: Sequence[Card]) -> list[Link]:
    """Every link of the cards, each pair asked once."""
    by_key: dict[str, list[tuple[int, Block]]] = {}
    for place, card in enumerate(cards):
        for block in card.blocks:
            by_key.setdefault(block.key, []).append((place, block))
    found: list[Link] = []
    for place, card in enumerate(cards):
        near = {
            other
            for block in card.blocks
            for other, theirs in by_key[block.key]
            if other < place and _near(block, theirs)
        }
        found += across.links(card, [cards[other] for other in sorted(near)])
    return found


def _near(one: Block, other: Block) -> bool:
    if one.day is None or other.day is None:
        return True
    reach = timedelta(days=max(one.reach, other.reach))
    return (
        one.day <= (other.day_end or other.day) + reach
        and other.day <= (one.day_end or one.day) + reach
    )


def _pieces(items: Iterable[int], ends: Iterable[tuple[int, int]]) -> list[list[int]]:
    """What links connect: each item in one piece, pieces by their first items."""
    parent = {item: item for item in items}

    def first(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in ends:
        here, there = sorted((first(one), first(other)))
        parent[there] = here
    found: dict[int, list[int]] = {}
    for item in parent:
        found.setdefault(first(item), []).append(item)
    return list(found.values())


def every(ledgers: Iterable[Ledger]) -> MemoryAccount:
    """An account of some ledgers."""
    account = MemoryAccount()
    for ledger in ledgers:
        account.add(ledger)
    return account


def members(grouping: Grouping) -> Iterator[tuple[str, frozenset[tuple[str, str]]]]:
    """Each affair's id with its members, to compare accounts."""
    for affair in grouping.affairs:
        yield affair.id, frozenset((m.document, m.record) for m in affair.members)
