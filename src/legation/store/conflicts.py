"""Conflicts as rows of their own: what stories claim differently, and the affairs it is about."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from legation.model.account import Conflict
from legation.store import changes, codes
from legation.store.formers import Dispute
from legation.store.session import Session


def remove(session: Session, affairs: Iterable[int]) -> dict[str, Dispute]:
    """Take away the conflicts that some affairs stand in."""
    execute = session.connection.execute
    numbers: set[int] = set()
    for affair in affairs:
        rows = execute("SELECT conflict FROM conflict_member WHERE affair = ?", (affair,))
        numbers.update(row[0] for row in rows)
    held = {}
    for number in sorted(numbers):
        row = execute(
            "SELECT uid, first_seen, changed, body FROM conflict WHERE id = ?", (number,)
        ).fetchone()
        held[row[0].hex()] = Dispute(*row[1:])
        for table in ("conflict_member", "dyad_conflict"):
            execute(f"DELETE FROM {table} WHERE conflict = ?", (number,))
        execute("DELETE FROM conflict WHERE id = ?", (number,))
    return held


def insert(
    session: Session,
    made: Sequence[Conflict],
    numbers: Mapping[str, int],
    former: Mapping[str, Dispute],
) -> None:
    """Keep conflicts; ``numbers`` has the affairs that stand now by their ids and those of their
    records.
    """
    for conflict in made:
        body = msgspec.json.encode(conflict)
        old = former.get(conflict.id)
        changed = old.changed if old and old.body == body else session.now
        if old and old.body != body:
            changes.note(session, changes.CONFLICT, conflict.id, "values", None, None)
        _insert(session, conflict, body, _members(conflict, numbers), old, changed)


def _members(conflict: Conflict, numbers: Mapping[str, int]) -> list[int]:
    """The affairs of a conflict: those that it names, and those of the records that it names."""
    named = [affair for value in conflict.values for affair in value.affairs]
    named += [record for value in conflict.values for record in value.records]
    return list(dict.fromkeys(numbers[name] for name in named if name in numbers))


def _insert(
    session: Session,
    conflict: Conflict,
    body: bytes,
    members: Sequence[int],
    old: Dispute | None,
    changed: int,
) -> None:
    execute = session.connection.execute
    number = session.fresh("conflict")
    marks = ", ".join("?" * len(members))
    [day] = execute(
        f"SELECT ifnull(max(day), 0) FROM affair WHERE id IN ({marks})", members
    ).fetchone()
    settled = codes.SETTLED[conflict.settled.by] if conflict.settled else None
    first_seen = old.first_seen if old else session.now
    execute(
        "INSERT INTO conflict VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, bytes.fromhex(conflict.id), codes.CONFLICT[conflict.of], day, settled, changed,
            first_seen, body,
        ),
    )  # fmt: skip
    session.connection.executemany(
        "INSERT INTO conflict_member VALUES (?, ?)", [(number, affair) for affair in members]
    )
    execute(
        "INSERT INTO dyad_conflict SELECT a, b, ?, ?, min(via), ? FROM dyad "
        f"WHERE affair IN ({marks}) GROUP BY a, b",
        (day, number, settled, *members),
    )
