"""The account as Parquet files, one a table, with words in the place of this file's numbers. DuckDB
writes them from JSON lines: it reads no SQLite file without an extension that has to be fetched.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from legation.model.errors import Refused
from legation.store import Reading, codes, days

BATCH = 10_000

DOCUMENTS = """
SELECT d.name AS document, lower(hex(d.hash)) AS hash, d.title, p.name AS publisher, d.url,
  d.language, d.published, s.name AS story, d.version, d.carries, d.superseded, d.records
FROM document AS d JOIN document AS s ON s.id = d.story
LEFT JOIN publisher AS p ON p.id = d.publisher WHERE d.gone IS NULL ORDER BY d.name
"""
RECORDS = """
SELECT lower(hex(r.uid)) AS record, d.name AS document, r.kind, r.type, r.status, r.tier, r.day,
  r.day_end, r.day_from AS date_from, r.verdict, lower(hex(a.uid)) AS affair
FROM record AS r JOIN document AS d ON d.id = r.document LEFT JOIN affair AS a ON a.id = r.affair
ORDER BY d.name, r.number
"""
AFFAIRS = """
SELECT lower(hex(uid)) AS affair, kind, type, status, tier, day, day_end, day_from AS date_from,
  lent, verdict, reports, stories, conflict FROM affair ORDER BY uid, kind
"""
DYADS = """
SELECT a.code AS a, b.code AS b, lower(hex(f.uid)) AS affair, d.kind, d.type, d.status, d.tier,
  d.day, d.lent, d.side, d.verdict, d.conflict, d.stories, v.code AS via
FROM dyad AS d JOIN actor AS a ON a.id = d.a JOIN actor AS b ON b.id = d.b
JOIN affair AS f ON f.id = d.affair LEFT JOIN actor AS v ON v.id = d.via
ORDER BY a.code, b.code, d.day, f.uid, d.kind
"""
MEMBERS = """
SELECT lower(hex(r.uid)) AS record, d.name AS document, x.code AS actor, p.role, r.kind, r.day
FROM record_actor AS p JOIN record AS r ON r.id = p.record JOIN document AS d ON d.id = r.document
JOIN actor AS x ON x.id = p.actor ORDER BY d.name, r.number, x.code, p.role
"""
TABLES = {
    "documents": DOCUMENTS,
    "records": RECORDS,
    "affairs": AFFAIRS,
    "dyads": DYADS,
    "actors": MEMBERS,
}
TYPES = {
    "day": "DATE", "day_end": "DATE", "published": "DATE", "version": "INTEGER",
    "records": "INTEGER", "reports": "INTEGER", "stories": "INTEGER", "carries": "BOOLEAN",
    "superseded": "BOOLEAN", "conflict": "BOOLEAN",
}  # fmt: skip
"""Columns that are no words."""
LENT = {0: "own", 1: "published", 2: "none"}


def write(ledger: Reading, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write the tables, and tell of each file how many rows it has.

    Raises:
        Refused: the folder holds files already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Refused(f"{folder}: holds files already; give another folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name, question in TABLES.items():
        yield _table(ledger, question, folder / f"{name}.parquet")


def _table(ledger: Reading, question: str, target: Path) -> tuple[Path, int]:
    import duckdb  # late: it takes longer to load than most verbs to answer

    with tempfile.NamedTemporaryFile(suffix=".jsonl", delete=False) as lines:
        columns, count = _lines(ledger, question, lines)
    try:
        kinds = ", ".join(f"'{name}': '{TYPES.get(name, 'VARCHAR')}'" for name in columns)
        source, out = (str(path).replace("'", "''") for path in (lines.name, target))
        with duckdb.connect() as made:
            made.execute(
                f"COPY (SELECT * FROM read_json('{source}', format = 'newline_delimited', "
                f"columns = {{{kinds}}})) TO '{out}' (FORMAT parquet, COMPRESSION zstd)"
            )
    finally:
        Path(lines.name).unlink()
    return target, count


def _lines(ledger: Reading, question: str, lines: Any) -> tuple[tuple[str, ...], int]:
    """The rows as JSON lines; names of the columns, and how many rows."""
    cursor = ledger.connection.execute(question)
    columns = tuple(column[0] for column in cursor.description)
    stream: BinaryIO = lines
    count = 0
    while some := cursor.fetchmany(BATCH):
        for row in some:
            stream.write(msgspec.json.encode(_worded(dict(zip(columns, row, strict=True)))) + b"\n")
        count += len(some)
    return columns, count


def _worded(row: dict[str, Any]) -> dict[str, Any]:
    """Words in the place of numbers, days in the place of their numbers."""
    kind = codes.words("kind").get(row.get("kind", 0), "")
    return {name: _word(name, value, kind) for name, value in row.items()}


def _word(name: str, value: Any, kind: str) -> Any:
    if value is None:
        return None
    if name == "kind":
        return kind
    if name in {"type", "status"}:
        return codes.words(name, kind).get(value)
    if name in {"tier", "date_from", "verdict", "side", "role"}:
        return codes.words(name).get(value)
    if TYPES.get(name) == "DATE":
        return days.day(value)
    if name == "lent":
        return LENT[value]
    return bool(value) if TYPES.get(name) == "BOOLEAN" else value
