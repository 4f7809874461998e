"""What people decided, applied to what was read: judgements hang on document, kind and anchor, and
count only where the core is the one that they were given on.
"""

import sqlite3
from collections.abc import Sequence

import msgspec

from legation.model import Ledger, Record
from legation.model.links import Card, Link
from legation.store import anchors, blocks, bodies, codes, corrections, edges, entries, notes
from legation.store.session import Session

RIGHT, WRONG, DISPUTED = 1, 2, 3
LINKS = {"same", "different"}
OF_TWO = LINKS | {"settled"}
"""Verdicts on two records; none of them says anything of either alone."""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that stands (was not undone), as kept."""

    uid: str
    verdict: str
    hash: bytes
    kind: int | None
    anchor: str | None
    core: str
    id: str
    other_hash: bytes | None
    other_kind: int | None
    other_anchor: str | None
    other_core: str | None
    other_id: str | None
    slot: str | None
    value: str | None
    because: str
    by: str
    at: int


class Applied(msgspec.Struct, frozen=True):
    """A ledger with people's corrections and notes; by place what they said of each record; and the
    judgements that find no such record, or another core.
    """

    ledger: Ledger
    judged: dict[int, int]
    loose: tuple[Given, ...]


COLUMNS = (
    "uid, verdict, left_hash, left_kind, left_anchor, left_core, left_id, right_hash, right_kind, "
    "right_anchor, right_core, right_id, slot, value, because, by, at"
)
STANDING = "undoes IS NULL AND uid NOT IN (SELECT undoes FROM judgement WHERE undoes IS NOT NULL)"


def standing(connection: sqlite3.Connection, hash: bytes) -> list[Given]:
    """The judgements on a document's records that were not undone, in the order they were given."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM judgement WHERE (left_hash = ?1 OR right_hash = ?1) AND {STANDING} "
        "ORDER BY id",
        (hash,),
    )
    return [given(row) for row in rows]


def given(row: tuple[object, ...]) -> Given:
    """A judgement of its row."""
    uid, *rest = row
    names = Given.__struct_fields__
    return Given(**dict(zip(names, (bytes(uid).hex(), *rest), strict=True)))  # type: ignore


def applied(connection: sqlite3.Connection, hash: bytes, ledger: Ledger) -> Applied:
    """A document's ledger as people left it."""
    held = standing(connection, hash)
    added = notes.records(connection, hash)
    if not held and not added:
        return Applied(ledger, {}, ())
    places = _places(ledger.records)
    on: dict[int, list[Given]] = {}
    loose = []
    for one in held:
        for kind, anchor, core in _ends(one, hash):
            place = places.get((kind, anchor))
            if place is None or anchors.core(ledger.records[place]) != core:
                loose.append(one)
            elif one.verdict not in OF_TWO:
                on.setdefault(place, []).append(one)
    records = list(ledger.records)
    judged = {}
    for place, said in on.items():
        records[place], judged[place] = _decided(records[place], said)
    judged.update({len(records) + at: RIGHT for at in range(len(added))})
    left = msgspec.structs.replace(ledger, records=(*records, *added))
    return Applied(left, judged, tuple(loose))


def _ends(one: Given, hash: bytes) -> list[tuple[int | None, str | None, str | None]]:
    ends: list[tuple[int | None, str | None, str | None]] = []
    if one.hash == hash:
        ends.append((one.kind, one.anchor, one.core))
    if one.other_hash == hash:
        ends.append((one.other_kind, one.other_anchor, one.other_core))
    return ends


def _places(records: Sequence[Record]) -> dict[tuple[int | None, str | None], int]:
    return {
        (codes.KIND[entries.kind(record)], anchors.key(record)): at
        for at, record in enumerate(records)
    }


def _decided(record: Record, said: Sequence[Given]) -> tuple[Record, int]:
    """A record with its corrections, and what people together say of it: the last word of each;
    where they disagree it is not sure.
    """
    last = {(one.by, one.slot): one for one in said}
    verdicts = {one.verdict for one in last.values() if one.slot is None}
    slots: dict[str, set[str]] = {}
    for one in last.values():
        if one.slot is not None:
            slots.setdefault(one.slot, set()).add(one.value or "")
    if len(verdicts) > 1 or any(len(values) > 1 for values in slots.values()):
        return record, DISPUTED
    for slot, values in sorted(slots.items()):
        record = corrections.corrected(record, slot, next(iter(values)))
    return record, WRONG if verdicts == {"wrong"} else RIGHT


def linked(session: Session, hash: bytes) -> set[int]:
    """Write the links that people made or forbade for a document's records; the records it touches.
    Where people disagree on a pair neither has an effect.
    """
    pairs: dict[frozenset[object], dict[str, Given]] = {}
    for one in standing(session.connection, hash):
        if one.verdict in LINKS:
            pairs.setdefault(frozenset((_left(one), _right(one))), {})[one.by] = one
    touched: set[int] = set()
    for said in pairs.values():
        if len({one.verdict for one in said.values()}) > 1:
            continue
        one = next(iter(said.values()))
        pair = ends(session, one)
        if pair is not None and pair[0] != pair[1]:
            touched |= _edge(session, one, *pair)
    return touched


def ends(session: Session, one: Given) -> tuple[int, int] | None:
    """The numbers of the two records of a judgement; ``None`` where one is gone or has another
    core.
    """
    left, right = _end(session, *_left(one)), _end(session, *_right(one))
    return None if left is None or right is None else (left, right)


def _left(one: Given) -> tuple[bytes | None, int | None, str | None, str | None]:
    return (one.hash, one.kind, one.anchor, one.core)


def _right(one: Given) -> tuple[bytes | None, int | None, str | None, str | None]:
    return (one.other_hash, one.other_kind, one.other_anchor, one.other_core)


def _end(
    session: Session,
    hash: bytes | None,
    kind: int | None,
    anchor: str | None,
    core: str | None,
) -> int | None:
    """The number of a record that a judgement names, with a card if it had none; ``None`` where it
    is gone, does not count, or has another core.
    """
    row = session.connection.execute(
        "SELECT id FROM document WHERE hash = ? AND carries = 1", (hash,)
    ).fetchone()
    ledger = row and _read(session, row[0])
    if ledger is None:
        return None
    place = _places(ledger.records).get((kind, anchor))
    if place is None or anchors.core(ledger.records[place]) != core:
        return None
    found = session.connection.execute(
        "SELECT id FROM record WHERE document = ? AND number = ? AND judged <> 2", (row[0], place)
    ).fetchone()
    if found is not None and found[0] not in blocks.cards(session, [found[0]]):
        blocks.put(session, [(found[0], Card(record=ledger.records[place]))])
    return found and int(found[0])


def _read(session: Session, document: int) -> Ledger | None:
    if document in session.incoming:
        return session.incoming[document]
    return bodies.ledger_of(session.connection, document)


def _edge(session: Session, one: Given, left: int, right: int) -> set[int]:
    cards = blocks.cards(session, [left, right])
    link = Link(
        one=cards[left].key,
        other=cards[right].key,
        relation="same" if one.verdict == "same" else "different",
        score=1.0,
        because=one.because or f"{one.by or 'a person'} said so",
        rule=edges.PERSON,
    )
    edges.keep(session, [(left, right, link)])
    return {left, right} if one.verdict == "same" else set()
