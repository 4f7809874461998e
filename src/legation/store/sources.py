"""Sources of the account: rows in, rows out. What they mean stands in ``sources`` and ``pipeline``.

Every method that writes belongs into a transaction of the caller, so that what a source listed,
what is added of it and when it is asked again are written together or not at all.
"""

import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b

import msgspec

from legation.model.watching import Host, Item, Listed, Validators, Waiting, Watched
from legation.store import days
from legation.store.session import Session

COLUMNS = (
    "address, given, name, country, language, kind, watched, added, due, asked, answered, "
    "failures, because, stopped, items"
)
LONGEST_REASON = 300
_listed = msgspec.json.Decoder(Listed)


def digest(*parts: str) -> bytes:
    """Sixteen bytes that stand for some words."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Sources:
    """The sources of an open account."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._execute = session.connection.execute

    def all(self) -> list[Watched]:
        """Every source, in the order of adding."""
        rows = self._execute(f"SELECT id, {COLUMNS} FROM source ORDER BY id").fetchall()
        return [source(row) for row in rows]

    def find(self, address: str) -> Watched | None:
        """A source by the address that is asked, or by what a person gave."""
        row = self._execute(
            f"SELECT id, {COLUMNS} FROM source WHERE address = ?1 OR given = ?1 "
            "ORDER BY address = ?1 DESC",
            (address,),
        ).fetchone()
        return source(row) if row else None

    def get(self, number: int) -> Watched:
        """A source by its number."""
        row = self._execute(f"SELECT id, {COLUMNS} FROM source WHERE id = ?", (number,)).fetchone()
        return source(row)

    def keep(self, one: Watched) -> Watched:
        """Write a source, a new one with its number."""
        values = _values(one)
        if one.number:
            names = ", ".join(f"{name} = ?" for name in COLUMNS.split(", "))
            self._execute(f"UPDATE source SET {names} WHERE id = ?", (*values, one.number))
            return one
        marks = ", ".join("?" * len(values))
        made = self._execute(f"INSERT INTO source ({COLUMNS}) VALUES ({marks})", values)
        return msgspec.structs.replace(one, number=int(made.lastrowid or 0))

    def remove(self, number: int) -> None:
        """Take a source out; what came of it stays."""
        for table in ("source_print", "source_waiting"):
            self._execute(f"DELETE FROM {table} WHERE source = ?", (number,))
        self._execute("DELETE FROM source WHERE id = ?", (number,))

    def due(self, now: int) -> list[Watched]:
        """The watched sources whose time has come."""
        rows = self._execute(
            f"SELECT id, {COLUMNS} FROM source WHERE watched = 1 AND stopped IS NULL AND due <= ? "
            "ORDER BY due, id",
            (now,),
        )
        return [source(row) for row in rows]

    def put_off(self, numbers: Iterable[int], due: int) -> None:
        """Whoever asks now asks alone: another program finds these not due."""
        self.session.connection.executemany(
            "UPDATE source SET due = ? WHERE id = ?", [(due, number) for number in numbers]
        )

    def next_due(self) -> int | None:
        """When something is to be asked next."""
        row = self._execute(
            "SELECT min(due) FROM (SELECT due FROM source WHERE watched = 1 AND stopped IS NULL "
            "UNION ALL SELECT due FROM source_waiting)"
        ).fetchone()
        return None if row[0] is None else int(row[0])

    def answer(self, address: str) -> Validators:
        """What an address answered last; nothing where it never did."""
        row = self._execute(
            "SELECT etag, modified, digest, whole, told FROM source_answer WHERE address = ?",
            (digest(address),),
        ).fetchone()
        names = ("etag", "modified", "digest", "whole", "told")
        return Validators(**dict(zip(names, row, strict=True))) if row else Validators()

    def keep_answer(self, address: str, held: Validators) -> None:
        """Write what an address answered."""
        self._execute(
            "INSERT OR REPLACE INTO source_answer VALUES (?, ?, ?, ?, ?, ?)",
            (digest(address), held.etag, held.modified, held.digest, held.whole, held.told),
        )

    def host(self, name: str) -> Host:
        """What is known of a host."""
        row = self._execute(
            "SELECT name, free, failures, robots, robots_until FROM source_host WHERE name = ?",
            (name,),
        ).fetchone()
        if row is None:
            return Host(name=name)
        robots = None if row[3] is None else zlib.decompress(row[3])
        return Host(name=name, free=row[1], failures=row[2], robots=robots, robots_until=row[4])

    def keep_host(self, one: Host) -> None:
        """Write what is known of a host."""
        robots = None if one.robots is None else zlib.compress(one.robots)
        self._execute(
            "INSERT OR REPLACE INTO source_host VALUES (?, ?, ?, ?, ?)",
            (one.name, int(one.free + 0.999), one.failures, robots, one.robots_until),
        )

    def item(self, keys: Sequence[bytes]) -> Item | None:
        """The item to which the first of some keys leads that leads to any."""
        for key in keys:
            row = self._execute(
                "SELECT i.id, i.text, i.day, i.lent, i.at FROM source_key AS k "
                "JOIN source_item AS i ON i.id = k.item WHERE k.key = ?",
                (key,),
            ).fetchone()
            if row:
                return _item(row)
        return None

    def new_item(self, item: Item, keys: Sequence[bytes]) -> Item:
        """Write an item that no source has listed before; with its number."""
        made = self._execute(
            "INSERT INTO source_item (text, day, lent, at) VALUES (?, ?, ?, ?)",
            (item.text, days.number(item.day), int(item.lent), item.at),
        )
        held = msgspec.structs.replace(item, number=int(made.lastrowid or 0))
        self.lead(keys, held.number)
        return held

    def lead(self, keys: Sequence[bytes], item: int) -> None:
        """Keys that lead to an item from now on; those that led elsewhere still do."""
        self.session.connection.executemany(
            "INSERT OR IGNORE INTO source_key VALUES (?, ?)", [(key, item) for key in keys]
        )

    def print_of(self, source: int, item: int) -> bytes | None:
        """How a source listed an item last."""
        row = self._execute(
            "SELECT print FROM source_print WHERE source = ? AND item = ?", (source, item)
        ).fetchone()
        return bytes(row[0]) if row else None

    def keep_print(self, source: int, item: int, print: bytes) -> None:
        """Write how a source lists an item."""
        self._execute("INSERT OR REPLACE INTO source_print VALUES (?, ?, ?)", (source, item, print))

    def owner(self, item: int) -> int | None:
        """Of the sources that list an item the first that is still asked, else the first."""
        row = self._execute(
            "SELECT p.source FROM source_print AS p JOIN source AS s ON s.id = p.source "
            "WHERE p.item = ? ORDER BY s.stopped IS NOT NULL, s.watched DESC, p.source LIMIT 1",
            (item,),
        ).fetchone()
        return int(row[0]) if row else None

    def wait(self, item: int, source: int, listing: Listed, due: int) -> None:
        """An item is to be added; another listing of it takes the place of an earlier one."""
        self._execute(
            "INSERT INTO source_waiting (item, source, due, listing) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (item) DO UPDATE SET source = excluded.source, "
            "due = max(due, excluded.due), listing = excluded.listing",
            (item, source, due, msgspec.json.encode(listing)),
        )

    def waiting(self, now: int, source: int | None = None, most: int = -1) -> list[Waiting]:
        """What is to be added and whose time has come, the oldest first; ``most`` of it."""
        rows = self._execute(
            "SELECT i.id, i.text, i.day, i.lent, i.at, w.source, w.due, w.tries, w.because, "
            "w.listing FROM source_waiting AS w JOIN source_item AS i ON i.id = w.item "
            "WHERE w.due <= ?1 AND ifnull(w.source = ?2, 1) ORDER BY w.item LIMIT ?3",
            (now, source, most),
        )
        return [
            Waiting(
                item=_item(row[:5]), source=row[5], due=row[6], tries=row[7], because=row[8],
                listing=_listed.decode(row[9]),
            )
            for row in rows
        ]  # fmt: skip

    def waits(self) -> dict[int, int]:
        """How many items of each source wait."""
        rows = self._execute("SELECT source, count(*) FROM source_waiting GROUP BY source")
        return {int(number): int(count) for number, count in rows}

    def postpone(self, item: int, due: int, tries: int, because: str | None) -> None:
        """An item is to be tried again, and why it could not be added."""
        self._execute(
            "UPDATE source_waiting SET due = ?, tries = ?, because = ? WHERE item = ?",
            (due, tries, because and because[:LONGEST_REASON], item),
        )

    def done(self, item: Item) -> None:
        """An item was added, or never will be."""
        self._execute(
            "UPDATE source_item SET text = ?, day = ?, lent = ?, at = ? WHERE id = ?",
            (item.text, days.number(item.day), int(item.lent), item.at, item.number),
        )
        self._execute("DELETE FROM source_waiting WHERE item = ?", (item.number,))


def source(row: Sequence[object]) -> Watched:
    """A row of ``id`` and :data:`COLUMNS` as a source."""
    names = ("number", *COLUMNS.split(", "))
    held = dict(zip(names, row, strict=True))
    return msgspec.convert({**held, "watched": bool(held["watched"])}, Watched)


def _values(one: Watched) -> tuple[object, ...]:
    values = msgspec.structs.asdict(one)
    values["because"] = one.because and one.because[:LONGEST_REASON]
    return tuple(values[name] for name in COLUMNS.split(", "))


def _item(row: Sequence[object]) -> Item:
    number, text, day, lent, at = row
    return Item(
        number=int(str(number)),
        text=text if isinstance(text, bytes) else None,
        day=date.fromordinal(int(str(day)) + days.EPOCH),
        lent=bool(lent),
        at=int(str(at)),
    )
