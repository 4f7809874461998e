"""Where events happened."""

from msgspec import Struct

from legation.store.questions.asked import Asked, Stretch

FEW = 2_000
"""Documents in which what names no place is counted; it takes a walk through all records."""


class Placed(Struct, frozen=True):
    """An affair at a place."""

    affair: int
    day: int
    name: str
    country: str
    lat: float | None
    lon: float | None


def events(ledger: Asked, on: Stretch, kind: int, type: int, limit: int) -> list[Placed]:
    """The affairs of a kind and type that name a place, newest first."""
    rows = ledger.rows(
        "SELECT record.affair, record_place.day, place.name, place.country, place.lat, place.lon "
        "FROM record_place JOIN place ON place.id = record_place.place "
        "JOIN record ON record.id = record_place.record "
        "WHERE record_place.day BETWEEN ? AND ? AND record_place.kind = ? AND record.type = ? "
        "AND record.affair IS NOT NULL ORDER BY record_place.day DESC, record.affair DESC LIMIT ?",
        [on.first, on.last, kind, type, limit],
    )
    found: dict[int, Placed] = {}
    for row in rows:
        found.setdefault(row[0], Placed(*row))
    return list(found.values())


def without(ledger: Asked, on: Stretch, kind: int, type: int) -> int | None:
    """How many affairs of that kind and type name no place; ``None`` where there are too many
    documents to look.
    """
    [(documents,)] = ledger.rows("SELECT count(*) FROM document")
    if documents > FEW:
        return None
    rows = ledger.rows(
        "SELECT count(DISTINCT record.affair) FROM record WHERE kind = ? AND type = ? "
        "AND day BETWEEN ? AND ? AND affair IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM record r JOIN record_place p ON p.record = r.id "
        "WHERE r.affair = record.affair)",
        [kind, type, on.first, on.last],
    )
    return int(rows[0][0])
