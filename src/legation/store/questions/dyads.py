"""What is told of a pair: entries of a kind, all kinds by day, counts, months, stories."""

from collections.abc import Sequence

from msgspec import Struct

from legation.store import codes
from legation.store.questions.asked import Asked, Pair, Stretch, among

SURE = 0
LOOKED_UP = 2_000
"""Stories whose documents are counted one by one: some milliseconds."""
UNDATED = 2
"""``lent``: 0 the day is its own, 1 lent from the publication, 2 there is none."""


class Line(Struct, frozen=True):
    """An affair in a pair: ``via`` the number of the bloc's member by which it stands there, or 0;
    ``side`` 1 or 2 for who acts, 0 for neither or both.
    """

    affair: int
    day: int
    kind: int
    via: int
    side: int
    tier: int
    lent: int


class Count(Struct, frozen=True):
    """How many affairs of a kind, type, status, side and tier a month has; under ``lent`` 1 the
    month is only that of the publication.
    """

    month: int
    lent: int
    kind: int
    type: int
    status: int
    tier: int
    side: int
    member: int
    affairs: int


def entries(
    ledger: Asked,
    pair: Pair,
    kind: int,
    on: Stretch,
    *,
    members: bool = True,
    possible: bool = True,
    side: int | None = None,
    undated: bool = False,
    after: tuple[int, ...] | None = None,
    limit: int,
) -> list[Line]:
    """The affairs of a kind by their own first day, newest first.

    Args:
        undated: those without a day of their own instead (by the day they were first told).
        after: (day, affair) of the last row of the page before.
    """
    where = ["a = ?", "b = ?", "kind = ?", "day BETWEEN ? AND ?", _dated(undated)]
    values: list[int] = [*pair, kind, on.first, on.last]
    if not members:
        where.append("via = 0")
    if not possible:
        where.append(f"tier = {SURE}")
    if side is not None:
        where.append("side = ?")
        values.append(side)
    if after is not None:
        where.append("(day, affair) < (?, ?)")
        values += after
    rows = ledger.rows(
        f"SELECT affair, day, kind, via, side, tier, lent FROM dyad WHERE {' AND '.join(where)} "
        "ORDER BY day DESC, affair DESC LIMIT ?",
        [*values, limit],
    )
    return [Line(*row) for row in rows]


def timeline(
    ledger: Asked,
    pair: Pair,
    on: Stretch,
    *,
    kinds: Sequence[int] = (),
    members: bool = True,
    possible: bool = True,
    undated: bool = False,
    after: tuple[int, ...] | None = None,
    limit: int,
) -> list[Line]:
    """The affairs of all kinds by day, newest first."""
    where = ["a = ?", "b = ?", "day BETWEEN ? AND ?", _dated(undated)]
    values: list[int] = [*pair, on.first, on.last]
    if kinds:
        where.append(f"kind IN ({','.join('?' * len(kinds))})")
        values += kinds
    if not members:
        where.append("via = 0")
    if not possible:
        where.append(f"tier = {SURE}")
    if after is not None:
        where.append("(day, affair) < (?, ?)")
        values += after
    rows = ledger.rows(
        f"SELECT affair, day, kind, via, 0, tier, lent FROM dyad_time WHERE {' AND '.join(where)} "
        "ORDER BY day DESC, affair DESC LIMIT ?",
        [*values, limit],
    )
    return [Line(*row) for row in rows]


def sorted_out(
    ledger: Asked, pair: Pair, kind: int, on: Stretch, side: int | None, limit: int
) -> list[tuple[Line, str, str]]:
    """The affairs of a kind, newest first, each with the words of its type and status; undated
    ones too.
    """
    cut, more = ("AND side = ?", [side]) if side is not None else ("", [])
    rows = ledger.rows(
        "SELECT affair, day, kind, via, side, tier, lent, type, status FROM dyad "
        f"WHERE a = ? AND b = ? AND kind = ? AND day BETWEEN ? AND ? {cut} "
        "ORDER BY day DESC, affair DESC LIMIT ?",
        [*pair, kind, on.first, on.last, *more, limit],
    )
    word = codes.words("kind")[kind]
    types, statuses = codes.words("type", word), codes.words("status", word)
    return [(Line(*row[:7]), types.get(row[7], ""), statuses.get(row[8], "")) for row in rows]


def rows_of(ledger: Asked, pair: Pair, affairs: Sequence[int]) -> list[Line]:
    """How some affairs stand in a pair."""
    rows = among(
        ledger,
        "SELECT affair, day, kind, via, side, tier, lent FROM dyad "
        f"WHERE a = {int(pair[0])} AND b = {int(pair[1])} AND affair IN ({{}})",
        affairs,
    )
    held = {row[0]: Line(*row) for row in rows}
    return [held[number] for number in affairs if number in held]


def _dated(undated: bool) -> str:
    return f"lent = {UNDATED}" if undated else f"lent < {UNDATED}"


def counts(ledger: Asked, pair: Pair, on: Stretch, months: tuple[int, int] | None) -> list[Count]:
    """Counts of affairs: of whole ``months`` (first and last, both inclusive) as they are kept,
    else of the days asked for, counted now.
    """
    if months is not None:
        rows = ledger.rows(
            "SELECT month, lent, kind, type, status, tier, side, member, affairs FROM dyad_month "
            "WHERE a = ? AND b = ? AND month BETWEEN ? AND ?",
            [*pair, *months],
        )
        return [Count(*row) for row in rows]
    rows = ledger.rows(
        "SELECT CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) * 12 "
        "+ CAST(strftime('%m', day * 86400, 'unixepoch') AS INTEGER) - 1 AS month, "
        "lent, kind, type, status, tier, side, via <> 0 AS member, count(*) FROM dyad "
        "WHERE a = ? AND b = ? AND kind BETWEEN 1 AND 6 AND day BETWEEN ? AND ? "
        "GROUP BY month, lent, kind, type, status, tier, side, member",
        [*pair, on.first, on.last],
    )
    return [Count(*row) for row in rows]


def month_stories(ledger: Asked, pair: Pair, months: tuple[int, int]) -> dict[tuple[int, int], int]:
    """Distinct stories behind each month, by (month, member)."""
    rows = ledger.rows(
        "SELECT member, month, stories FROM dyad_month_stories "
        "WHERE a = ? AND b = ? AND member IN (0, 1) AND month BETWEEN ? AND ?",
        [*pair, *months],
    )
    return {(month, member): stories for member, month, stories in rows}


class Behind(Struct, frozen=True):
    """How many distinct stories stand behind a pair's affairs, and how many documents tell them
    (0 where there are too many stories to be looked up).
    """

    stories: int = 0
    documents: int = 0


def coverage(ledger: Asked, pair: Pair, months: tuple[int, int], *, members: bool) -> Behind:
    """The stories and documents behind a pair's affairs."""
    [(stories, documents)] = ledger.rows(
        "WITH told AS MATERIALIZED (SELECT DISTINCT story FROM dyad_story "
        "WHERE a = ? AND b = ? AND member IN (0, ?) AND month BETWEEN ? AND ?), "
        "held AS (SELECT count(*) AS many FROM told) "
        "SELECT many, CASE WHEN many > ? THEN 0 ELSE (SELECT count(*) FROM told "
        "JOIN document ON document.story = told.story AND document.gone IS NULL) END FROM held",
        [*pair, int(members), *months, LOOKED_UP],
    )
    return Behind(stories, documents)


def behind(ledger: Asked, affairs: Sequence[int]) -> int:
    """How many distinct stories stand behind some affairs."""
    rows = among(
        ledger,
        "SELECT DISTINCT document.story FROM record JOIN document "
        "ON document.id = record.document WHERE record.affair IN ({})",
        affairs,
    )
    return len({story for (story,) in rows})


def pairs(ledger: Asked, limit: int) -> list[tuple[int, int, int, int]]:
    """The pairs that most is told of: (a, b, affairs, last day)."""
    rows = ledger.rows(
        "SELECT a, b, affairs, last FROM dyad_total WHERE member = 0 ORDER BY affairs DESC LIMIT ?",
        [limit],
    )
    return [(a, b, affairs, last) for a, b, affairs, last in rows]
