"""The counts that are kept beside the entries of dyads, written in the same transaction."""

import sqlite3
from collections import Counter
from typing import NamedTuple

Key = tuple[int, ...]
MONTH = ("a", "b", "member", "kind", "month", "lent", "type", "status", "tier", "side", "verdict")
FACET = ("a", "b", "member", "kind", "type", "status", "tier", "verdict")
STORY = ("a", "b", "member", "month", "story")


class DyadEntry(NamedTuple):
    """An affair in a dyad: what is counted of it."""

    a: int
    b: int
    member: int
    kind: int
    month: int
    lent: int
    type: int
    status: int
    tier: int
    side: int
    verdict: int
    day: int


class Layer:
    """What was gathered since a point to which one may go back."""

    def __init__(self) -> None:
        self.months: Counter[Key] = Counter()
        self.facets: Counter[Key] = Counter()
        self.totals: Counter[Key] = Counter()
        self.stories: Counter[Key] = Counter()
        self.last: dict[Key, int] = {}

    def take(self, other: "Layer") -> None:
        """Another layer's counts on top of these."""
        for mine, theirs in (
            (self.months, other.months),
            (self.facets, other.facets),
            (self.totals, other.totals),
            (self.stories, other.stories),
        ):
            for key, by in theirs.items():
                mine[key] += by
        for key, day in other.last.items():
            self.last[key] = max(self.last.get(key, day), day)


class Tallies:
    """Changes of counts, gathered over a transaction and then written together."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.layers = [Layer()]

    def forget(self) -> None:
        """The transaction was undone, or written."""
        self.layers = [Layer()]

    def mark(self) -> None:
        """A part of the transaction begins that may fail alone."""
        self.layers.append(Layer())

    def keep(self) -> None:
        """That part is done."""
        top = self.layers.pop()
        self.layers[-1].take(top)

    def undo(self) -> None:
        """That part failed."""
        self.layers.pop()

    def count(self, entry: DyadEntry, stories: tuple[int, ...], by: int) -> None:
        """One entry of a dyad more (``by`` 1) or less (-1), told by some stories."""
        a, b, member, kind, month, _, type_, status, tier, _, verdict, day = entry
        top = self.layers[-1]
        top.months[entry[:-1]] += by
        top.facets[(a, b, member, kind, type_, status, tier, verdict)] += by
        total = (a, b, member)
        top.totals[total] += by
        top.last[total] = max(top.last.get(total, day), day)
        for story in stories:
            top.stories[(a, b, member, month, story)] += by

    def flush(self) -> None:
        """Write what was gathered."""
        [held] = self.layers
        if held.totals or held.months:
            self._add("dyad_month", MONTH, held.months)
            self._add("dyad_facet", FACET, held.facets)
            self._totals(held)
            self._stories(held.stories)
            self.forget()

    def _add(self, table: str, keys: tuple[str, ...], counts: Counter[Key]) -> None:
        rows = [(*key, by) for key, by in counts.items() if by]
        names = ", ".join(keys)
        marks = ", ".join("?" * (len(keys) + 1))
        self.connection.executemany(
            f"INSERT INTO {table} ({names}, affairs) VALUES ({marks}) "
            f"ON CONFLICT ({names}) DO UPDATE SET affairs = affairs + excluded.affairs",
            rows,
        )
        where = " AND ".join(f"{name} = ?" for name in keys)
        gone = [row[:-1] for row in rows if row[-1] < 0]
        if gone:
            self.connection.executemany(f"DELETE FROM {table} WHERE {where} AND affairs <= 0", gone)

    def _totals(self, held: Layer) -> None:
        rows = [(*key, by, held.last[key]) for key, by in held.totals.items()]
        self.connection.executemany(
            "INSERT INTO dyad_total (a, b, member, affairs, last) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (a, b, member) DO UPDATE SET affairs = affairs + excluded.affairs, "
            "last = max(last, excluded.last)",
            rows,
        )
        less = [key for key, by in held.totals.items() if by <= 0]
        for a, b, member in less:
            self.connection.execute(
                "UPDATE dyad_total SET last = ifnull((SELECT max(day) FROM dyad_time AS t WHERE "
                "t.a = ?1 AND t.b = ?2 AND (t.via <> 0) = ?3), 0) "
                "WHERE a = ?1 AND b = ?2 AND member = ?3",
                (a, b, member),
            )
            self.connection.execute(
                "DELETE FROM dyad_total WHERE a = ? AND b = ? AND member = ? AND affairs <= 0",
                (a, b, member),
            )

    def _stories(self, stories: Counter[Key]) -> None:
        """Distinct stories of a month: one more when a story's first affair comes, one less when
        its last one goes.
        """
        distinct: Counter[Key] = Counter()
        execute = self.connection.execute
        where = "WHERE a = ? AND b = ? AND member = ? AND month = ? AND story = ?"
        for key, by in stories.items():
            if not by:
                continue
            [now] = execute(
                "INSERT INTO dyad_story (a, b, member, month, story, affairs) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (a, b, member, month, story) DO UPDATE "
                "SET affairs = affairs + excluded.affairs RETURNING affairs",
                (*key, by),
            ).fetchone()
            if now <= 0:
                execute(f"DELETE FROM dyad_story {where}", key)
            distinct[key[:4]] += (now > 0) - (now - by > 0)
        self._months(distinct)

    def _months(self, distinct: Counter[Key]) -> None:
        rows = [(*key, by) for key, by in distinct.items() if by]
        self.connection.executemany(
            "INSERT INTO dyad_month_stories (a, b, member, month, stories) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (a, b, member, month) DO UPDATE SET stories = stories + excluded.stories",
            rows,
        )
        self.connection.executemany(
            "DELETE FROM dyad_month_stories WHERE a = ? AND b = ? AND member = ? AND month = ? "
            "AND stories <= 0",
            [row[:-1] for row in rows if row[-1] < 0],
        )
