"""Rows with their origin, and Parquet that comes out the same every time."""

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import duckdb

GROUP = 40960
"""Small groups of rows, so that one product of a million rows is found without reading the
others.
"""

Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Origin:
    """Where a table comes from; stands on every row."""

    dataset: str
    title: str
    source: str
    vintage: str
    licence: str


@dataclass(frozen=True)
class Table:
    """Sorted rows under typed columns (name -> SQL type), one of which is ``period``.

    Of trade the manifest says its currency, whether all partners of those who report are there
    (only then is their sum the world), and how each flow is valued where that is not FOB and CIF.
    """

    name: str
    origin: Origin
    columns: dict[str, str]
    rows: list[tuple[Cell, ...]]
    inputs: tuple[Path, ...]
    unit: str = "EUR"
    whole: bool = False
    valued: dict[str, str] = field(default_factory=dict)

    def range(self) -> tuple[str, str]:
        """The first and the last period."""
        at = list(self.columns).index("period")
        periods = sorted(str(row[at]) for row in self.rows)
        return periods[0], periods[-1]


def read(connection: duckdb.DuckDBPyConnection, path: Path, columns: str) -> list[tuple[str, ...]]:
    """The named columns of a CSV file, every cell as text."""
    query = f"SELECT {columns} FROM read_csv(?, all_varchar=true, header=true)"
    return [tuple(row) for row in connection.execute(query, [str(path)]).fetchall()]


def once(rows: list[tuple[Cell, ...]], key: int, what: str) -> list[tuple[Cell, ...]]:
    """The rows in order of their first ``key`` cells, each of which may stand but once."""
    ordered = sorted(rows, key=lambda row: tuple(str(cell) for cell in row[:key]))
    for one, two in pairwise(ordered):
        if one[:key] == two[:key]:
            raise SystemExit(f"{what}: two rows for {one[:key]}")
    return ordered


def write(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> Path:
    """One Parquet file; dataset, source, vintage and licence stand on every row
    (dictionary-encoded they cost nothing).
    """
    path = folder / f"{table.name}.parquet"
    origin = table.origin
    columns = ", ".join(f"{name} {kind}" for name, kind in table.columns.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE staged (n INTEGER, {columns})")
    _insert(connection, table)
    facts = {
        "dataset": origin.dataset,
        "source": origin.source,
        "vintage": origin.vintage,
        "licence": origin.licence,
    }
    constants = ", ".join(f"{_quoted(fact)} AS {name}" for name, fact in facts.items())
    connection.execute(
        f"COPY (SELECT {', '.join(table.columns)}, {constants} FROM staged ORDER BY n) TO "
        f"{_quoted(str(path))} "
        f"(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE {GROUP})"
    )
    return path


def _insert(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """In slabs of literal rows: DuckDB takes bound rows one at a time, which is slow."""
    for start in range(0, len(table.rows), 2000):
        slab = table.rows[start : start + 2000]
        values = ", ".join(
            f"({n}, {', '.join(_literal(c) for c in row)})"
            for n, row in enumerate(slab, start=start)
        )
        connection.execute(f"INSERT INTO staged VALUES {values}")


def _literal(cell: Cell) -> str:
    if cell is None:
        return "NULL"
    return _quoted(cell) if isinstance(cell, str) else str(cell)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
