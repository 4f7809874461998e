"""What this ledger learned, and when; what stands in no count; the documents of a story."""

from msgspec import Struct

from legation.store.questions.asked import Asked, Pair, Stretch


class Doc(Struct, frozen=True):
    """A document with its part in its story. ``story`` is the number of the first one."""

    number: int
    story: int
    version: int
    carries: int
    superseded: int
    gone: int | None
    because: str | None
    seen: int


DOC = "SELECT id, story, version, carries, superseded, gone, gone_because, seen FROM document"
SHIFT = 24
"""A document's id is its day of publication, shifted by so many bits, and a number."""


def of_story(ledger: Asked, story: int) -> list[Doc]:
    """The documents of a story, earliest first."""
    return [Doc(*row) for row in ledger.rows(f"{DOC} WHERE story = ? ORDER BY id", [story])]


def documents(ledger: Asked, numbers: list[int]) -> list[Doc]:
    """Some documents, in their order."""
    return [Doc(*row) for n in numbers for row in ledger.rows(f"{DOC} WHERE id = ?", [n])]


def aside(ledger: Asked, before: int | None, limit: int) -> list[Doc]:
    """Documents that stand in no count, newest first: copies, earlier versions, withdrawn ones."""
    cut = "AND id < ?" if before is not None else ""
    values = [before] if before is not None else []
    rows = ledger.rows(
        f"{DOC} WHERE (carries = 0 OR gone IS NOT NULL) {cut} ORDER BY id DESC LIMIT ?",
        [*values, limit],
    )
    return [Doc(*row) for row in rows]


def withdrawn(ledger: Asked, limit: int) -> list[Doc]:
    """Withdrawn documents, those last withdrawn first."""
    rows = ledger.rows(f"{DOC} WHERE gone IS NOT NULL ORDER BY gone DESC LIMIT ?", [limit])
    return [Doc(*row) for row in rows]


def published(ledger: Asked, on: Stretch) -> tuple[int, int]:
    """How many documents of how many stories were published in some days (withdrawn ones aside)."""
    rows = ledger.rows(
        "SELECT count(*), count(DISTINCT story) FROM document "
        "WHERE id BETWEEN ? AND ? AND gone IS NULL",
        [on.first << SHIFT, (on.last + 1 << SHIFT) - 1],
    )
    return rows[0][0], rows[0][1]


def learned_documents(ledger: Asked, since: int) -> tuple[int, int]:
    """How many documents of how many stories this ledger saw first since an instant."""
    rows = ledger.rows(
        "SELECT count(*), count(DISTINCT story) FROM document WHERE seen >= ? AND gone IS NULL",
        [since],
    )
    return rows[0][0], rows[0][1]


def learned(ledger: Asked, pair: Pair | None, since: int, limit: int) -> list[int]:
    """The affairs that this ledger learned (more) of since an instant, latest first."""
    if pair is None:
        rows = ledger.rows(
            "SELECT id FROM affair WHERE changed >= ? ORDER BY changed DESC, id DESC LIMIT ?",
            [since, limit],
        )
    else:
        rows = ledger.rows(
            "SELECT affair FROM dyad_changed WHERE a = ? AND b = ? AND changed >= ? "
            "ORDER BY changed DESC, affair DESC LIMIT ?",
            [*pair, since, limit],
        )
    return [number for (number,) in rows]


def told(ledger: Asked, pair: Pair | None, on: Stretch, limit: int) -> list[int]:
    """The affairs that documents published in some days tell of a pair (or of anything)."""
    between = [on.first << SHIFT, (on.last + 1 << SHIFT) - 1]
    if pair is None:
        rows = ledger.rows(
            "SELECT affair FROM record WHERE document BETWEEN ? AND ? AND affair IS NOT NULL "
            "GROUP BY affair ORDER BY max(document) DESC LIMIT ?",
            [*between, limit],
        )
    else:
        rows = ledger.rows(
            "SELECT dyad.affair FROM dyad JOIN record ON record.affair = dyad.affair "
            "WHERE a = ? AND b = ? AND record.document BETWEEN ? AND ? "
            "GROUP BY dyad.affair ORDER BY max(record.document) DESC LIMIT ?",
            [*pair, *between, limit],
        )
    return [number for (number,) in rows]


def span(ledger: Asked) -> tuple[int, int]:
    """The first and last day of publication that the ledger holds (0 where it holds none)."""
    rows = ledger.rows(
        "SELECT coalesce(min(id) >> ?, 0), coalesce(max(id) >> ?, 0) FROM document "
        "WHERE id >= 1 << ? AND gone IS NULL",
        [SHIFT, SHIFT, SHIFT],
    )
    return rows[0][0], rows[0][1]


def real(ledger: Asked) -> bool:
    """Whether any document lies at an address that somebody can own."""
    rows = ledger.rows(
        "SELECT 1 FROM document WHERE coalesce(url, '') NOT LIKE '%://example.org/%' LIMIT 1"
    )
    return bool(rows)
