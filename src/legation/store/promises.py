"""Promises: affairs of what was offered, pledged, asked, with their state."""

from collections.abc import Mapping, Sequence

import msgspec

from legation.model.account import Promise
from legation.store import codes, days
from legation.store.session import Session


def insert(session: Session, made: Sequence[Promise], numbers: Mapping[str, int]) -> None:
    """Keep promises beside the affairs that they are."""
    execute = session.connection.execute
    for promise in made:
        affair, state = numbers[promise.id], codes.PROMISE[promise.state]
        [day, changed] = execute(
            "SELECT day, changed FROM affair WHERE id = ?", (affair,)
        ).fetchone()
        due = promise.due and (promise.due.end or promise.due.start)
        execute(
            "INSERT INTO promise VALUES (?, ?, ?, ?, ?, ?)",
            (
                affair, state, day, days.number(due) if due else None, changed,
                msgspec.json.encode(promise),
            ),
        )  # fmt: skip
        execute(
            "INSERT INTO dyad_promise SELECT a, b, ?, affair, via, side, ? FROM dyad "
            "WHERE affair = ?",
            (day, state, affair),
        )
