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


class Tallies:
    """Changes of counts, gathered over a document and then written together."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.months: Counter[Key] = Counter()
        self.facets: Counter[Key] = Counter()
        self.totals: Counter[Key] = Counter()
        self.stories: Counter[Key] = Counter()
        self.last: dict[Key, int] = {}

    def forget(self) -> None:
        """The transaction was undone."""
        for held in (self.months, self.facets, self.totals, self.stories, self.last):
            held.clear()

    def count(self, entry: DyadEntry, stories: tuple[int, ...], by: int) -> None:
        """One entry of a dyad more (``by`` 1) or less (-1), told by some stories."""
        a, b, member, kind, month, _, type_, status, tier, _, verdict, day = entry
        self.months[entry[:-1]] += by
        self.facets[(a, b, member, kind, type_, status, tier, verdict)] += by
        total = (a, b, member)
        self.totals[total] += by
        self.last[total] = max(self.last.get(total, day), day)
        for story in stories:
            self.stories[(a, b, member, month, story)] += by

    def flush(self) -> None:
        """Write what was gathered."""
        if self.totals or self.months:
            self._add("dyad_month", MONTH, self.months)
            self._add("dyad_facet", FACET, self.facets)
            self._totals()
            self._stories()
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
        self.connection.executemany(f"DELETE FROM {table} WHERE {where} AND affairs <= 0", gone)

    def _totals(self) -> None:
        rows = [(*key, by, self.last[key]) for key, by in self.totals.items()]
        self.connection.executemany(
            "INSERT INTO dyad_total (a, b, member, affairs, last) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (a, b, member) DO UPDATE SET affairs = affairs + excluded.affairs, "
            "last = max(last, excluded.last)",
            rows,
        )
        less = [key for key, by in self.totals.items() if by <= 0]
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

    def _stories(self) -> None:
        """Distinct stories of a month: one more when a story's first affair comes, one less when
        its last one goes.
        """
        distinct: Counter[Key] = Counter()
        where = "WHERE a = ? AND b = ? AND member = ? AND month = ? AND story = ?"
        for key, by in self.stories.items():
            if not by:
                continue
            row = self.connection.execute(f"SELECT affairs FROM dyad_story {where}", key).fetchone()
            before = row[0] if row else 0
            if before + by <= 0:
                self.connection.execute(f"DELETE FROM dyad_story {where}", key)
                distinct[key[:4]] -= before > 0
            elif before:
                self.connection.execute(
                    f"UPDATE dyad_story SET affairs = affairs + ? {where}", (by, *key)
                )
            else:
                self.connection.execute(
                    "INSERT INTO dyad_story (a, b, member, month, story, affairs) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (*key, by),
                )
                distinct[key[:4]] += 1
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
