"""The numbers that actors, persons, places and publishers have in one file; made when first met."""

import sqlite3
import unicodedata

from legation.model import Location
from legation.store.entries import in_dyads

KEPT = 50_000
"""Names of a sort held in memory; then it begins anew."""


def folded(name: str) -> str:
    """A name as it is looked up: lower case, without accents, single spaces."""
    plain = unicodedata.normalize("NFKD", name)
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.casefold().replace(".", " ").split())


class Names:
    """What was met so far, by what names it. Forget it when a transaction is undone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.held: dict[str, dict[object, int]] = {}

    def forget(self) -> None:
        """Another program wrote, or a transaction was undone."""
        self.held.clear()

    def actor(self, code: str, name: str | None = None) -> int:
        """The number of an actor's code."""
        return self._number("actor", "code", (code,), (in_dyads(code), name), "dyad, name")

    def publisher(self, name: str) -> int:
        """The number of a publisher."""
        return self._number("publisher", "name", (name,))

    def reader(self, words: str) -> int:
        """The number of what read a ledger, in words."""
        return self._number("reader", "words", (words,))

    def person(self, name: str, actor: int) -> int:
        """The number of a person who represents an actor (0: nobody)."""
        held = self.held.setdefault("written", {})
        found = held.get((name, actor))
        if found is None:
            key = (folded(name), actor)
            found = self._number("person", "key, actor", key, (name,), "name")
            if len(held) > KEPT:
                held.clear()
            held[(name, actor)] = found
        return found

    def place(self, where: Location) -> int:
        """The number of a place."""
        rest = (where.geonames, where.lat, where.lon)
        key = (where.name, where.country or "")
        return self._number("place", "name, country", key, rest, "geonames, lat, lon")

    def _number(
        self,
        table: str,
        keys: str,
        key: tuple[object, ...],
        rest: tuple[object, ...] = (),
        more: str = "",
    ) -> int:
        held = self.held.setdefault(table, {})
        found = held.get(key)
        if found is None:
            if len(held) > KEPT:
                held.clear()
            found = held[key] = self._looked_up(table, keys, key, rest, more)
        return found

    def _looked_up(
        self, table: str, keys: str, key: tuple[object, ...], rest: tuple[object, ...], more: str
    ) -> int:
        named = [name.strip() for name in keys.split(",")]
        where = " AND ".join(f"{name} = ?" for name in named)
        row = self.connection.execute(f"SELECT id FROM {table} WHERE {where}", key).fetchone()
        if row is not None:
            return int(row[0])
        columns = f"{keys}, {more}" if more else keys
        marks = ", ".join("?" * (len(key) + len(rest)))
        made = self.connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", (*key, *rest)
        )
        return int(made.lastrowid or 0)
