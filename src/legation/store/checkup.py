"""Whether a ledger holds together, and how much it holds."""

from pathlib import Path

from msgspec import Struct

from legation.store.reading import Reading

SUMS = (
    (
        "months of dyads",
        "SELECT a, b, kind, count(*) FROM dyad GROUP BY a, b, kind",
        "SELECT a, b, kind, sum(affairs) FROM dyad_month GROUP BY a, b, kind",
    ),
    (
        "facets of dyads",
        "SELECT a, b, kind, count(*) FROM dyad GROUP BY a, b, kind",
        "SELECT a, b, kind, sum(affairs) FROM dyad_facet GROUP BY a, b, kind",
    ),
    (
        "totals of dyads",
        "SELECT a, b, count(*) FROM dyad GROUP BY a, b",
        "SELECT a, b, sum(affairs) FROM dyad_total GROUP BY a, b",
    ),
    (
        "the timeline",
        "SELECT a, b, count(*) FROM dyad GROUP BY a, b",
        "SELECT a, b, count(*) FROM dyad_time GROUP BY a, b",
    ),
    (
        "stories by month",
        "SELECT a, b, month, count(*) FROM dyad_story GROUP BY a, b, month",
        "SELECT a, b, month, sum(stories) FROM dyad_month_stories GROUP BY a, b, month",
    ),
)
"""Counts that are kept beside what they count: for each pair of questions one answer."""
LOST = (
    (
        "records without an affair",
        "SELECT count(*) FROM record WHERE affair IS NULL AND judged <> 2",
    ),
    (
        "affairs without a record",
        "SELECT count(*) FROM affair WHERE record NOT IN (SELECT id FROM record)",
    ),
    (
        "documents without a text",
        "SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM body)",
    ),
)


class Health(Struct, frozen=True, kw_only=True):
    """What was looked at; ``faults`` in words, none where all is well."""

    documents: int
    records: int
    faults: tuple[str, ...]


def look(path: Path) -> Health:
    """Look a ledger over: the file itself, then whether its counts are those of what they count.

    Raises:
        LedgerError: it cannot be opened or read at all.
    """
    with Reading(path) as ledger:
        [documents] = ledger.one("SELECT count(*) FROM document") or (0,)
        [records] = ledger.one("SELECT count(*) FROM record") or (0,)
        faults = [row[0] for row in ledger.rows("PRAGMA quick_check(5)") if row[0] != "ok"]
        faults += [_lost(ledger, what, question) for what, question in LOST]
        for what, counted, kept in SUMS:
            if sorted(ledger.rows(counted)) != sorted(ledger.rows(kept)):
                faults.append(f"{what} do not add up; run legation doctor --rebuild")
    return Health(documents=documents, records=records, faults=tuple(filter(None, faults)))


def _lost(ledger: Reading, what: str, question: str) -> str:
    [count] = ledger.one(question) or (0,)
    return f"{count:,} {what}; run legation doctor --rebuild" if count else ""
