"""Conflicts that a person settles: which value stands, or another that no text tells.

Kept as judgements, one for each pair of values: the record that tells the one chosen (``left``)
beside a record of every other (``right``). A settlement holds as long as all values of a conflict
are among those that it was given on: what the person has not seen opens it again.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from legation.model import content_id
from legation.model.account import Conflict, ConflictValue, Settled
from legation.model.errors import NotFound, Refused
from legation.model.links import Grouping
from legation.store import anchors, bodies, codes, entries, judging, resolving
from legation.store.judging import Given
from legation.store.session import Session
from legation.store.telling import Asked

SETTLED = "settled"
TOLD, OTHER = "value", "other"
"""Slots of a settlement: one of the values told; a value that none of the texts tells."""
NUMBER = re.compile(r"-?\d[\d.,]*")


class Settlement(msgspec.Struct, frozen=True, kw_only=True):
    """What one person decided of a conflict. ``id`` takes it back (``legation judge --undo``)."""

    id: str
    value: str
    told: bool
    because: str
    by: str
    at: int


def rows(
    session: Session, conflict: str, slot: str | None, value: str | None, because: str, by: str
) -> tuple[str, list[tuple[object, ...]]]:
    """The rows of a settlement, and its id.

    Args:
        conflict: its id, or that of an affair or record that stands in one.
        slot: ``value`` for one of the values told, ``other`` for one that no text tells.
        value: in the words of the view, as a bare number, or by the id of an entry that tells it.

    Raises:
        NotFound: no conflict bears the id. Refused: no value, or none of those told.
    """
    held = _conflict(session, conflict)
    if slot not in (TOLD, OTHER) or not value:
        raise Refused(
            f'which value stands? --is "{TOLD}=…", one of: {_listed(held)}; or --is '
            f'"{OTHER}=…" where it is none of them'
        )
    chosen = held.values[0] if slot == OTHER else _chosen(held, value)
    shown = value if slot == OTHER else chosen.value
    left = _columns(session, chosen)
    uid = content_id(SETTLED, held.id, slot, shown, because, by, session.now)
    made: list[tuple[object, ...]] = []
    for place, other in enumerate(one for one in held.values if one is not chosen):
        own = uid if not place else content_id(uid, place)
        rest = (slot, shown, because, by, session.now, None)
        made.append((bytes.fromhex(own), SETTLED, *left, *_columns(session, other), *rest))
    return uid, made


def _conflict(session: Session, uid: str) -> Conflict:
    found = session.connection.execute(
        "SELECT body FROM conflict WHERE uid BETWEEN ?1 AND ?2 "
        "UNION SELECT c.body FROM record AS r LEFT JOIN link AS l ON l.record = r.id "
        "JOIN conflict_member AS m ON m.affair IN (r.affair, l.affair) "
        "JOIN conflict AS c ON c.id = m.conflict WHERE r.uid BETWEEN ?1 AND ?2",
        resolving.stretch(uid),
    ).fetchall()
    if not found:
        raise NotFound(f'"{uid}" is no conflict in {session.path}; legation conflicts lists them')
    if len(found) > 1:
        raise Refused(f'"{uid}" stands in {len(found)} conflicts; give the id of one of them')
    return msgspec.json.decode(found[0][0], type=Conflict)


def _chosen(conflict: Conflict, value: str) -> ConflictValue:
    """The value that a person names. Raises: Refused: it is none of them, or several."""
    found = [one for one in conflict.values if _same(one, value)]
    if len(found) != 1:
        which = "several of them" if found else "none of them"
        raise Refused(
            f'"{value}" is {which}; the values are: {_listed(conflict)}. A value that no text '
            f'tells: --is "{OTHER}={value}"'
        )
    return found[0]


def _same(told: ConflictValue, value: str) -> bool:
    if value in (told.value, *told.affairs, *told.records):
        return True
    mine, theirs = NUMBER.findall(told.value), NUMBER.findall(value)
    words = set(re.findall(r"[a-z]{3,}", value.casefold()))
    return bool(theirs) and mine == theirs and words <= set(told.value.casefold().split())


def _listed(conflict: Conflict) -> str:
    return " · ".join(one.value for one in conflict.values)


def _columns(session: Session, value: ConflictValue) -> tuple[object, ...]:
    """What a judgement keeps of the first record that tells a value."""
    for uid in (*value.records, *value.affairs):
        row = session.connection.execute(
            "SELECT r.document, r.number, d.hash FROM record AS r JOIN document AS d "
            "ON d.id = r.document WHERE r.uid = ? AND r.judged <> 2 ORDER BY r.id",
            (bytes.fromhex(uid),),
        ).fetchone()
        read = row and bodies.ledger_of(session.connection, row[0])
        if read is not None and row[1] < len(read.records):
            record = read.records[row[1]]
            kind = codes.KIND[entries.kind(record)]
            return (row[2], kind, anchors.key(record), anchors.core(record), record.id)
    raise Refused("a value was added by a person; take it back with: legation note --undo")


def decided(session: Session, made: Grouping, numbers: Mapping[tuple[str, str], int]) -> Grouping:
    """A grouping with its conflicts as people settled them; ``numbers`` of records by their
    document and id.
    """
    if not made.conflicts or not _any(session.connection):
        return made
    of_affair = {
        affair.id: {numbers[(one.document, one.record)] for one in affair.members}
        for affair in made.affairs
        if affair.kind != "proposal"
    }
    of_record: dict[str, set[int]] = {}
    for (_, record), number in numbers.items():
        of_record.setdefault(record, set()).add(number)
    conflicts = []
    for conflict in made.conflicts:
        groups = [
            set().union(
                *(of_affair.get(uid, set()) for uid in one.affairs),
                *(of_record.get(uid, set()) for uid in one.records),
            )
            for one in conflict.values
        ]
        conflicts.append(_decided(session, conflict, groups))
    return msgspec.structs.replace(made, conflicts=tuple(conflicts))


def _any(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT 1 FROM judgement WHERE verdict = ?", (SETTLED,)).fetchone()
    return row is not None


def _decided(session: Session, conflict: Conflict, groups: Sequence[set[int]]) -> Conflict:
    """``groups`` are the records that tell each value."""
    said = _words(_standing(session, set().union(*groups)), groups)
    values = {one.value for one in said}
    if len(values) != 1:
        return conflict
    words = said[0]
    because = ": ".join(filter(None, (words.by, words.because))) or "a person said so"
    settled = Settled(by="person", because=because, value=words.value)
    return msgspec.structs.replace(conflict, settled=settled)


Row = tuple[Given, int, int]
"""A settlement's row with the numbers of the two records that it names."""


def _standing(session: Session, records: set[int]) -> list[Row]:
    """The rows that stand of conflicts with these records, where both ends are as they were."""
    made = []
    for hash in sorted(_hashes(session.connection, records)):
        for one in judging.standing(session.connection, hash):
            if one.verdict != SETTLED or one.hash != hash:
                continue
            ends = judging.ends(session, one)
            if ends is not None and set(ends) <= records:
                made.append((one, *ends))
    return made


def _hashes(connection: sqlite3.Connection, records: set[int]) -> set[bytes]:
    found = (
        connection.execute(
            "SELECT d.hash FROM record AS r JOIN document AS d ON d.id = r.document WHERE r.id = ?",
            (record,),
        ).fetchone()
        for record in sorted(records)
    )
    return {row[0] for row in found if row is not None}


def _words(given: Sequence[Row], groups: Sequence[set[int]]) -> list[Settlement]:
    """The last word of each person, where it was given on all of the values."""
    told: dict[tuple[str, str | None, str | None, int], list[Row]] = {}
    for row in given:
        told.setdefault((row[0].by, row[0].slot, row[0].value, row[0].at), []).append(row)
    last: dict[str, Settlement] = {}
    for rows_ in told.values():
        named = {end for _, *ends in rows_ for end in ends}
        if all(group & named for group in groups):
            last[rows_[0][0].by] = _settlement(rows_[0][0])
    return list(last.values())


def _settlement(one: Given) -> Settlement:
    return Settlement(
        id=one.uid,
        value=one.value or "",
        told=one.slot == TOLD,
        because=one.because,
        by=one.by,
        at=one.at,
    )


def of_conflict(asked: Asked, number: int) -> list[Settlement]:
    """What people decided of a conflict and did not take back, in the order they did: shown even
    where it has no effect, because they disagree or another value came after.
    """
    found = asked.rows(
        f"SELECT {judging.COLUMNS} FROM judgement WHERE verdict = ? AND {judging.STANDING} "
        "AND left_hash IN (SELECT d.hash FROM conflict_member AS m JOIN record AS r "
        "ON r.affair = m.affair JOIN document AS d ON d.id = r.document WHERE m.conflict = ?) "
        "ORDER BY id",
        (SETTLED, number),
    )
    if not found:
        return []
    ids = _records(asked, number)
    first: dict[tuple[object, ...], Settlement] = {}
    for row in found:
        one = judging.given(row)
        if {one.id, one.other_id} <= ids:
            first.setdefault((one.by, one.slot, one.value, one.at), _settlement(one))
    return list(first.values())


def _records(asked: Asked, number: int) -> set[str]:
    found = asked.rows(
        "SELECT hex(r.uid) FROM conflict_member AS m JOIN record AS r ON r.affair = m.affair "
        "WHERE m.conflict = ?",
        (number,),
    )
    return {uid.lower() for (uid,) in found}


def with_their_like(connection: sqlite3.Connection, uid: bytes) -> Iterator[bytes]:
    """The other rows of the settlement that a row belongs to: they are taken back with it."""
    found = connection.execute(
        "SELECT o.uid FROM judgement AS j JOIN judgement AS o ON o.left_hash = j.left_hash "
        "AND o.left_anchor IS j.left_anchor AND o.by = j.by AND o.at = j.at "
        "AND o.value IS j.value AND o.slot IS j.slot "
        "WHERE j.uid = ?1 AND j.verdict = ?2 AND o.verdict = ?2 AND o.uid <> j.uid "
        "AND o.undoes IS NULL ORDER BY o.id",
        (uid, SETTLED),
    )
    yield from [bytes(row[0]) for row in found.fetchall()]
