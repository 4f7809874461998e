"""Cards of records that may be linked, and the blocks that they are looked for in."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Protocol

import msgspec

from legation.model.links import Block, Card
from legation.store import anchors, days, hashes
from legation.store.session import Session

WIDEST = 31
"""Days that the entry of a block spans at most: windows are looked up by their first day."""
HELD = 6_000
"""Cards kept in memory."""
AT_ONCE = 500
"""Numbers in one statement."""
ALWAYS = 0
"""The day of an entry that is near to all of its key."""


class Holding(Protocol):
    """A connection, to write or only to read, and the cards held in memory beside it."""

    connection: sqlite3.Connection
    cards: dict[int, Card]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Card)


def put(session: Session, held: Sequence[tuple[int, Card]]) -> None:
    """Keep the cards of some records, by their numbers."""
    session.connection.executemany(
        "INSERT INTO card VALUES (?, ?)", [(record, _packed(card)) for record, card in held]
    )
    session.connection.executemany(
        "INSERT OR REPLACE INTO block (key, day, record, day_end) VALUES (?, ?, ?, ?)",
        [(*_entry(block), record, _end(block)) for record, card in held for block in card.blocks],
    )


def _packed(card: Card) -> bytes:
    """Without what is known of its document, which may change."""
    return _encoder.encode(
        msgspec.structs.replace(card, document="", story="", published=None, publisher=None)
    )


def _entry(block: Block) -> tuple[int, int]:
    return _number(block.key), days.number(block.day) if block.day else ALWAYS


def _end(block: Block) -> int:
    if not block.day:
        return ALWAYS
    first = days.number(block.day)
    return min(days.number(block.day_end) if block.day_end else first, first + WIDEST)


def _number(key: str) -> int:
    digest = blake2b(key.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def near(session: Holding, held: Mapping[int, Iterable[Block]]) -> dict[int, set[int]]:
    """The records that stand near to each of some in any of its blocks, without itself."""
    found: dict[int, set[int]] = {record: set() for record in held}
    always: dict[int, list[int]] = {}
    for record, some in held.items():
        for block in some:
            if block.day:
                found[record].update(_around(session, block))
            else:
                always.setdefault(_number(block.key), []).append(record)
    for key, other in _of_keys(session, list(always)):
        for record in always[key]:
            found[record].add(other)
    for record, others in found.items():
        others.discard(record)
    return found


def _around(session: Holding, block: Block) -> list[int]:
    """The records of a block whose days come near."""
    key, first = _entry(block)
    rows = session.connection.execute(
        "SELECT record FROM block WHERE key = ? AND day BETWEEN ? AND ? AND day_end >= ?",
        (key, first - block.reach - WIDEST, _end(block) + block.reach, first - block.reach),
    )
    return [row[0] for row in rows]


def _of_keys(session: Holding, keys: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All records of some blocks, with their keys."""
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from session.connection.execute(
            f"SELECT key, record FROM block WHERE key IN ({marks})", some
        )


def cards(session: Holding, records: Sequence[int]) -> dict[int, Card]:
    """The cards of some records, with what is known of their documents."""
    held = session.cards
    missing = [record for record in records if record not in held]
    if missing:
        for start in range(0, len(missing), AT_ONCE):
            held.update(_loaded(session, missing[start : start + AT_ONCE]))
    return {record: held[record] for record in records if record in held}


def trim(session: Holding) -> None:
    """Forget cards when there are many; never while a document's own are not written yet."""
    if len(session.cards) > HELD:
        session.cards.clear()


def _loaded(session: Holding, records: Sequence[int]) -> dict[int, Card]:
    marks = ", ".join("?" * len(records))
    rows = session.connection.execute(
        "SELECT c.record, c.body, d.hash, d.published, p.name, r.number FROM card AS c "
        "JOIN record AS r ON r.id = c.record JOIN document AS d ON d.id = r.document "
        f"LEFT JOIN publisher AS p ON p.id = d.publisher WHERE c.record IN ({marks})",
        records,
    )
    return {
        record: dressed(_decoder.decode(body), hash, published, publisher, number)
        for record, body, hash, published, publisher, number in rows
    }


def dressed(
    card: Card, hash: bytes, published: int | None, publisher: str | None, number: int
) -> Card:
    """A card with what is known of its document. One document of a story carries records, so its
    name is the story's here.
    """
    name = hashes.name(hash)
    return msgspec.structs.replace(
        card,
        document=name,
        story=name,
        published=days.day(published) if published is not None else None,
        publisher=publisher,
        number=number,
    )


def order(card: Card) -> tuple[object, ...]:
    """(day, hash, anchor): by publication, the undated last."""
    on = days.number(card.published) if card.published else days.NEVER_LATER
    return (on, card.document, *anchors.place(card.record))


def drop(session: Session, records: Sequence[int]) -> None:
    """Forget the cards of some records."""
    held = [(record,) for record in records]
    session.connection.executemany("DELETE FROM card WHERE record = ?", held)
    session.connection.executemany("DELETE FROM block WHERE record = ?", held)
    for record in records:
        session.cards.pop(record, None)
