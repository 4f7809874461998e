"""Who said it before: what the records of a text outside the account would be linked with."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from legation.model import Ledger, Record
from legation.model.links import Link, Relation, Rules
from legation.store import blocks, days, edges, hashes
from legation.store.reading import Reading

TOLD: dict[Relation, str] = {"same": "said before", "conflict": "told otherwise"}


class Precedent(Struct, frozen=True, kw_only=True):
    """An affair of the account that tells what a record says, or something else instead.

    ``said`` are the words of its first telling, ``since`` when that was published, ``stories`` how
    many tell it.
    """

    record: str
    affair: str
    relation: str
    stories: int
    since: date | None
    document: str
    publisher: str | None
    said: str
    score: float
    because: str


def precedents(ledger: Reading, rules: Rules, text: Ledger) -> Iterator[Precedent]:
    """For each record of a text the affairs that it would join or contradict, the same before what
    differs, those told by most stories first.
    """
    hash = hashes.of(text.document)
    for number, (record, card) in enumerate(zip(text.records, rules.cards(text), strict=True)):
        if card is None:
            continue
        near = sorted(blocks.near(ledger, {0: card.blocks})[0])
        others = blocks.cards(ledger, near)
        published = text.document.published
        on = days.number(published) if published else None
        own = blocks.dressed(card, hash, on, text.document.publisher, number)
        numbers = {other.key: place for place, other in others.items()}
        found = edges.found(rules, own, list(others.values()))
        yield from _told(ledger, record, [_of(link, own.key, numbers) for link in found])


def _of(link: Link, own: tuple[str, str], numbers: dict[tuple[str, str], int]) -> tuple[int, Link]:
    """The other end of a link, as a number."""
    return numbers[link.other if link.one == own else link.one], link


def _told(ledger: Reading, record: Record, found: list[tuple[int, Link]]) -> Iterator[Precedent]:
    made: dict[int, Precedent] = {}
    for number, link in found:
        if link.relation not in TOLD:
            continue
        row = ledger.one("SELECT affair FROM record WHERE id = ?", (number,))
        if row is not None and row[0] is not None and row[0] not in made:
            made[row[0]] = _precedent(ledger, record, row[0], link)
    yield from sorted(made.values(), key=lambda one: (one.relation != "said before", -one.stories))


def _precedent(ledger: Reading, record: Record, affair: int, link: Link) -> Precedent:
    told = ledger.affair(affair)
    first = told.members[0]
    number = dict(ledger.found(first.document))["document"]
    document = ledger.document(number)
    words = " … ".join(ledger.text(number)[start:end] for start, end in first.evidence)
    return Precedent(
        record=record.id,
        affair=told.id,
        relation=TOLD[link.relation],
        stories=told.stories,
        since=document.published,
        document=first.document,
        publisher=document.publisher,
        said=words,
        score=round(link.score, 3),
        because=link.because,
    )
