"""The Parquet files of the package into plain dictionaries, each once and only when first asked
for.

DuckDB reads and groups; after that an answer is a few look-ups. DuckDB itself is imported here and
not before: it costs a tenth of a second that a document without figures need not pay.
"""

from datetime import date
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import msgspec
from msgspec import Struct

from legation.model.errors import StatisticsError

FILES = "legation.statistics"


class Origin(Struct, frozen=True, kw_only=True):
    """Where a row comes from."""

    dataset: str
    source: str
    vintage: str
    licence: str

    @property
    def known(self) -> date:
        """The day from which the vintage was surely known: the last of the month or year that it
        names.
        """
        year, month, day = (*(int(part) for part in self.vintage.split("-")), 0, 0)[:3]
        return date(
            year,
            month or 12,
            day or (31 if (month or 12) in {1, 3, 5, 7, 8, 10, 12} else 30 if month != 2 else 28),
        )


class Entry(Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """What the manifest says of one file; of trade also its currency, whether it has all partners,
    and how each flow is valued where that is not FOB and CIF.
    """

    file: str
    dataset: str
    title: str
    first: str
    last: str
    vintage: str
    source: str
    licence: str
    rows: int
    bytes: int
    sha256: str
    inputs: dict[str, str]
    unit: str = "EUR"
    whole: bool = False
    valued: dict[str, str] = {}

    @property
    def origin(self) -> Origin:
        """The four facts that stand on every row of the file."""
        return Origin(
            dataset=self.dataset, source=self.source, vintage=self.vintage, licence=self.licence
        )


class Manifest(Struct, frozen=True):
    """All files of the snapshot."""

    tables: tuple[Entry, ...]


@cache
def manifest() -> dict[str, Entry]:
    """The manifest, by the name of the table."""
    text = files(FILES).joinpath("snapshot").joinpath("manifest.json").read_bytes()
    return {
        entry.file.removesuffix(".parquet"): entry
        for entry in msgspec.json.decode(text, type=Manifest).tables
    }


@cache
def _connection() -> Any:
    import duckdb

    return duckdb.connect(
        config={
            "threads": 1,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )


def rows(table: str, query: str) -> list[tuple[Any, ...]]:
    """The answer to a query over one table of the snapshot, which it calls ``{table}``. Any thread
    may ask: each has its cursor.

    Raises:
        StatisticsError: the package holds no such table, or DuckDB cannot read it.
    """
    import duckdb

    with as_file(files(FILES).joinpath("snapshot").joinpath(f"{table}.parquet")) as path:
        source = "read_parquet('" + str(path).replace("'", "''") + "')"
        try:
            found: list[tuple[Any, ...]] = (
                _connection().cursor().execute(query.replace("{table}", source)).fetchall()
            )
        except duckdb.Error as error:
            reason = type(error).__name__
            raise StatisticsError(
                f"snapshot/{table}.parquet cannot be read ({reason}); install the package anew"
            ) from error
    return found
