"""Dossiers: lines that a person pins under a name, to be read and published together.

A pin hangs on document, kind and anchor, as a judgement does. It decides nothing: what is pinned
counts as before.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from legation.model import content_id
from legation.model.errors import NotFound, Refused
from legation.store import anchors, bodies, codes, entries, judgements
from legation.store.session import Session
from legation.store.telling import Asked

COLUMNS = (
    "uid", "dossier", "hash", "kind", "anchor", "core", "record", "because", "by", "at", "undone",
)  # fmt: skip
NAME = re.compile(r"[^\W_](?:[\w ,&()'’–-]{0,78}[\w)])?")
"""A dossier's name: it stands in addresses, file names and headings."""


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """A name under which lines are pinned, how many, and when last (seconds since 1970)."""

    name: str
    pins: int
    last: int


class Pin(msgspec.Struct, frozen=True, kw_only=True):
    """A line pinned into a dossier.

    ``document`` is its document's id, ``None`` where that is not (any longer) here; ``record`` the
    record's id as it is read now, ``None`` where no such record is read any more; ``changed`` says
    that its core is another one than that which was pinned.
    """

    id: str
    dossier: str
    document: str | None
    record: str | None
    changed: bool
    because: str
    by: str
    at: int


def named(dossier: str) -> str:
    """The name as it is kept: white space folded.

    Raises:
        Refused: it is none that can stand in an address.
    """
    name = " ".join(dossier.split())
    if not NAME.fullmatch(name):
        raise Refused(
            "a dossier's name begins with a letter or digit and holds letters, digits, spaces and "
            "dashes, at most 80 of them"
        )
    return name


def pin(session: Session, dossier: str, uid: str, because: str, by: str) -> str:
    """Pin a record (an affair's first) into a dossier; the pin's id, the old one where it is
    pinned there already.

    Raises:
        NotFound: the id names no record. Refused: the name is none.
    """
    name = named(dossier)
    hash, kind, anchor, core, record = judgements.end(session, uid).columns()
    held = session.connection.execute(
        "SELECT uid, undone FROM pin WHERE dossier = ? AND hash = ? AND kind = ? AND anchor = ?",
        (name, hash, kind, anchor),
    ).fetchall()
    for uid_held, undone in held:
        if undone is None:
            return bytes(uid_held).hex()
    made = content_id("pin", name, record, anchor, because, by, session.now, len(held))
    row = (
        bytes.fromhex(made), name, hash, kind, anchor, core, record, because, by, session.now, None,
    )  # fmt: skip
    take(session, [row])
    return made


def take(session: Session, rows: Iterable[Sequence[object]]) -> None:
    """Append pins that are not here yet; one that was undone elsewhere is undone here too."""
    marks = ", ".join("?" * len(COLUMNS))
    session.connection.executemany(
        f"INSERT INTO pin ({', '.join(COLUMNS)}) VALUES ({marks}) "
        "ON CONFLICT (uid) DO UPDATE SET undone = ifnull(undone, excluded.undone)",
        rows,
    )


def unpin(session: Session, uid: str) -> None:
    """Take a pin out of its dossier.

    Raises:
        NotFound: none of that id stands.
    """
    try:
        binary = bytes.fromhex(uid)
    except ValueError:
        binary = b""
    changed = session.connection.execute(
        "UPDATE pin SET undone = ? WHERE uid = ? AND undone IS NULL", (session.now, binary)
    )
    if not changed.rowcount:
        raise NotFound(f'"{uid}" is the id of no pin that stands')


def all_of(asked: Asked) -> list[Dossier]:
    """The dossiers with their pins, the one last pinned into first."""
    rows = asked.rows(
        "SELECT dossier, count(*), max(at) AS last FROM pin WHERE undone IS NULL "
        "GROUP BY dossier ORDER BY last DESC, dossier"
    )
    return [Dossier(name=name, pins=count, last=last) for name, count, last in rows]


def pins(asked: Asked, dossier: str) -> list[Pin]:
    """The pins of a dossier, in the order they were set."""
    return list(_pins(asked, "dossier = ?", dossier))


def pins_of(asked: Asked, hash: str) -> list[Pin]:
    """The pins on a document, by its hash (hexadecimal)."""
    return list(_pins(asked, "hash = ?", bytes.fromhex(hash)))


def _pins(asked: Asked, where: str, value: object) -> Iterator[Pin]:
    rows = asked.rows(
        "SELECT p.uid, p.dossier, p.kind, p.anchor, p.core, p.because, p.by, p.at, d.id, d.name "
        "FROM pin AS p LEFT JOIN document AS d ON d.hash = p.hash "
        f"WHERE p.{where} AND p.undone IS NULL ORDER BY p.at, p.id",
        (value,),
    )
    held: dict[int, dict[tuple[int, str], tuple[str, str]]] = {}
    for uid, name, kind, anchor, core, because, by, at, number, document in rows:
        if number is not None and number not in held:
            held[number] = _read(asked.connection, number)
        record, now = held.get(number, {}).get((kind, anchor), (None, core))
        yield Pin(
            id=bytes(uid).hex(),
            dossier=name,
            document=document,
            record=record,
            changed=now != core,
            because=because,
            by=by,
            at=at,
        )


def _read(connection: sqlite3.Connection, number: int) -> dict[tuple[int, str], tuple[str, str]]:
    """Id and core of a document's records by kind and anchor, as it is read now."""
    ledger = bodies.ledger_of(connection, number)
    return {
        (codes.KIND[entries.kind(record)], anchors.key(record)): (record.id, anchors.core(record))
        for record in (ledger.records if ledger else ())
    }
