"""Conflicts, promises and altered copies: of a pair, or of the whole ledger, newest first."""

from collections.abc import Sequence

from msgspec import Struct

from legation.store.questions.asked import Asked, Pair, Stretch, among


class Matter(Struct, frozen=True):
    """A conflict or promise by its number, with what orders it; ``via`` as in a pair's entries."""

    number: int
    day: int
    via: int = 0
    state: int = 0


def conflicts(
    ledger: Asked,
    pair: Pair | None,
    on: Stretch,
    *,
    members: bool = True,
    after: tuple[int, ...] | None = None,
    limit: int,
) -> list[Matter]:
    """Conflicts, newest first; ``state`` is how one was settled, 0 for an open one."""
    if pair is None:
        return _matters(
            ledger,
            "SELECT id, day, 0, coalesce(settled, 0) FROM conflict WHERE day BETWEEN ? AND ? {} "
            "ORDER BY day DESC, id DESC LIMIT ?",
            "AND (day, id) < (?, ?)",
            [on.first, on.last],
            after,
            limit,
        )
    via = "" if members else "AND via = 0 "
    return _matters(
        ledger,
        "SELECT conflict, day, via, coalesce(settled, 0) FROM dyad_conflict "
        f"WHERE a = ? AND b = ? AND day BETWEEN ? AND ? {via}{{}} "
        "ORDER BY day DESC, conflict DESC LIMIT ?",
        "AND (day, conflict) < (?, ?)",
        [*pair, on.first, on.last],
        after,
        limit,
    )


def doubts(ledger: Asked, pair: Pair) -> int:
    """How many conflicts of a pair are open."""
    rows = ledger.rows(
        "SELECT count(*) FROM dyad_conflict WHERE a = ? AND b = ? AND settled IS NULL", pair
    )
    return int(rows[0][0])


def promises(
    ledger: Asked,
    pair: Pair | None,
    on: Stretch,
    *,
    members: bool = True,
    after: tuple[int, ...] | None = None,
    limit: int,
) -> list[Matter]:
    """Promises, newest first; ``number`` is the affair's."""
    if pair is None:
        return _matters(
            ledger,
            "SELECT affair, day, 0, state FROM promise WHERE day BETWEEN ? AND ? {} "
            "ORDER BY day DESC, affair DESC LIMIT ?",
            "AND (day, affair) < (?, ?)",
            [on.first, on.last],
            after,
            limit,
        )
    via = "" if members else "AND via = 0 "
    return _matters(
        ledger,
        "SELECT affair, day, via, state FROM dyad_promise "
        f"WHERE a = ? AND b = ? AND day BETWEEN ? AND ? {via}{{}} "
        "ORDER BY day DESC, affair DESC LIMIT ?",
        "AND (day, affair) < (?, ?)",
        [*pair, on.first, on.last],
        after,
        limit,
    )


def _matters(
    ledger: Asked,
    sql: str,
    cut: str,
    values: list[int],
    after: tuple[int, ...] | None,
    limit: int,
) -> list[Matter]:
    rows = ledger.rows(sql.format(cut if after else ""), [*values, *(after or ()), limit])
    return [Matter(*row) for row in rows]


def members(ledger: Asked, conflicts: Sequence[int]) -> dict[int, list[int]]:
    """The affairs of some conflicts, by their numbers."""
    rows = among(
        ledger,
        "SELECT conflict, affair FROM conflict_member WHERE conflict IN ({}) ORDER BY affair",
        conflicts,
    )
    found: dict[int, list[int]] = {}
    for conflict, affair in rows:
        found.setdefault(conflict, []).append(affair)
    return found


def conflict_of(ledger: Asked, affair: int) -> list[int]:
    """The conflicts in which an affair stands."""
    rows = ledger.rows("SELECT conflict FROM conflict_member WHERE affair = ?", [affair])
    return [number for (number,) in rows]


def altered(ledger: Asked, limit: int) -> list[int]:
    """Documents that changed something of their source, newest first."""
    rows = ledger.rows(
        "SELECT DISTINCT document FROM altered ORDER BY document DESC LIMIT ?", [limit]
    )
    return [number for (number,) in rows]


def altered_of_pair(ledger: Asked, pair: Pair, limit: int) -> list[int]:
    """Those whose story tells something of a pair."""
    rows = ledger.rows(
        "SELECT DISTINCT altered.document FROM altered "
        "JOIN document AS copy ON copy.id = altered.document WHERE EXISTS ("
        "SELECT 1 FROM document AS told JOIN record ON record.document = told.id "
        "JOIN dyad ON dyad.affair = record.affair WHERE told.story = copy.story "
        "AND told.carries = 1 AND dyad.a = ? AND dyad.b = ?) "
        "ORDER BY altered.document DESC LIMIT ?",
        [*pair, limit],
    )
    return [number for (number,) in rows]


def altered_of_stories(ledger: Asked, stories: list[int], limit: int) -> list[int]:
    """Those of some stories, newest first."""
    rows = among(
        ledger,
        "SELECT DISTINCT altered.document FROM document JOIN altered "
        "ON altered.document = document.id WHERE document.story IN ({})",
        stories,
    )
    return sorted((number for (number,) in rows), reverse=True)[:limit]
