"""Eurostat's yearly Comext files (``full_v2_YYYY52``): 26 million rows a year, turned once into
Parquet, then asked by dyad.

A year is sorted by partner, flow, reporter and product, so that one dyad lies together and a
question reads a few row groups of the file and no more. DuckDB sorts outside memory: the bound is a
setting, not a hope.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from legation.model import StatisticsError
from legation.statistics.providers.cache import workshop

COLUMNS = [
    "REPORTER",
    "PARTNER",
    "TRADE_TYPE",
    "PRODUCT_NC",
    "PRODUCT_SITC",
    "PRODUCT_CPA21",
    "PRODUCT_CPA22",
    "PRODUCT_BEC",
    "PRODUCT_BEC5",
    "PRODUCT_SECTION",
    "FLOW",
    "STAT_PROCEDURE",
    "SUPPL_UNIT",
    "PERIOD",
    "VALUE_EUR",
    "VALUE_NAC",
    "QUANTITY_KG",
    "QUANTITY_SUPPL_UNIT",
]
"""The header of the second version of the yearly files, as published since 2024; checked before a
byte is converted.
"""

ROW_GROUP = 122_880
MEMORY = "1GB"
FLOWS = {"imports": 1, "exports": 2}


class ChapterRow(Struct, frozen=True):
    """Trade in one chapter of the Harmonised System (``27``), in euros."""

    chapter: str
    value: Decimal


@contextmanager
def engine(memory: str = MEMORY, spill: Path | None = None) -> Iterator[Any]:
    """A connection of DuckDB that loads nothing, keeps to ``memory``, and whose errors are ours."""
    import duckdb

    config: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "memory_limit": memory,
    }
    if spill is not None:
        config |= {"temp_directory": str(spill), "preserve_insertion_order": False}
    connection = duckdb.connect(config=config)
    connection.execute(
        "SET enable_progress_bar = false"
    )  # it prints to standard output, terminal or not
    try:
        yield connection
    except duckdb.Error as error:
        raise StatisticsError(f"bulk year: {error}") from error
    finally:
        connection.close()


def convert(source: Path, target: Path, memory: str = MEMORY, year: int | None = None) -> int:
    """A yearly file (the unpacked ``.dat``) into one Parquet file.

    Args:
        source: the file as Eurostat publishes it, comma-separated, with its header.
        target: where the Parquet file shall stand; it appears whole or not at all.
        memory: what the engine may use, as DuckDB writes it. What does not fit is sorted on disk
        beside ``target``.
        year: of which all rows must be, as whole years (``YYYY52``); without it any period is
        taken.

    Returns:
        The number of rows.

    Raises:
        StatisticsError: the file has other columns, is cut short, or the disk is full; the message
        names it.
    """
    _check_header(source)
    with workshop(target.parent) as spill, engine(memory, spill) as opened:
        made = spill / "year.parquet"
        query = _CONVERSION.format(source=quoted(source), target=quoted(made), group=ROW_GROUP)
        [(rows,)] = opened.execute(query).fetchall()
        if year is not None:
            _check_year(opened, made, source, year)
        made.replace(target)
    return int(rows)


_CONVERSION = """
COPY (
    SELECT REPORTER AS reporter, PARTNER AS partner, PRODUCT_NC AS product, FLOW AS flow, PERIOD AS
        period,
           sum(VALUE_EUR)::BIGINT AS value_eur, sum(QUANTITY_KG)::DOUBLE AS quantity_kg
    FROM read_csv({source}, header = true, all_varchar = false, strict_mode = true, types = {{
        'REPORTER': 'VARCHAR', 'PARTNER': 'VARCHAR', 'TRADE_TYPE': 'VARCHAR', 'PRODUCT_NC':
            'VARCHAR', 'PRODUCT_SITC': 'VARCHAR',
        'PRODUCT_CPA21': 'VARCHAR', 'PRODUCT_CPA22': 'VARCHAR', 'PRODUCT_BEC': 'VARCHAR',
            'PRODUCT_BEC5': 'VARCHAR',
        'PRODUCT_SECTION': 'VARCHAR', 'FLOW': 'UTINYINT', 'STAT_PROCEDURE': 'VARCHAR',
            'SUPPL_UNIT': 'VARCHAR',
        'PERIOD': 'INTEGER', 'VALUE_EUR': 'BIGINT', 'VALUE_NAC': 'DOUBLE', 'QUANTITY_KG': 'DOUBLE',
        'QUANTITY_SUPPL_UNIT': 'DOUBLE'}})
    GROUP BY ALL
    ORDER BY partner, flow, reporter, product, period
) TO {target} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group})
"""


def _check_header(source: Path) -> None:
    try:
        with source.open(encoding="utf-8-sig") as file:
            found = file.readline().strip().split(",")
    except (OSError, UnicodeDecodeError) as error:
        raise StatisticsError(
            f"{source} cannot be read as a yearly Comext file: {error}"
        ) from error
    if found != COLUMNS:
        raise StatisticsError(
            f"{source} has other columns than a yearly Comext file of version 2: "
            f"{', '.join(found[:4])} …"
        )


def _check_year(opened: Any, made: Path, source: Path, year: int) -> None:
    [(first, last)] = opened.execute(
        "SELECT min(period), max(period) FROM read_parquet(?)", [str(made)]
    ).fetchall()
    if (first, last) != (year * 100 + 52, year * 100 + 52):
        raise StatisticsError(
            f"{source} holds the periods {first} to {last}, not the whole year {year} ({year}52)"
        )


def quoted(text: Path | str) -> str:
    """A literal of SQL."""
    return "'" + str(text).replace("'", "''") + "'"


def chapters(
    year: Path, reporter: str | None, partner: str, flow: Literal["imports", "exports"]
) -> list[ChapterRow]:
    """Trade of a dyad by chapter of the Harmonised System, the largest first.

    Args:
        year: a file that :func:`convert` made.
        reporter: Comext's code of a member (``DE``), or None for all members together.
        partner: Comext's code of the partner (``KZ``).
        flow: the members' imports or exports.

    Returns:
        Chapters ``01`` to ``99`` in euros. The row ``TOTAL`` of the source is left out, so that the
        chapters add up.
    """
    query = """
        SELECT product[1:2] AS chapter, sum(value_eur)::HUGEINT FROM read_parquet(?)
        WHERE partner = ? AND flow = ? AND (? IS NULL OR reporter = ?) AND product <> 'TOTAL' GROUP
            BY chapter ORDER BY 2 DESC, 1
    """
    with engine(MEMORY) as opened:
        found = opened.execute(
            query, [str(year), partner, FLOWS[flow], reporter, reporter]
        ).fetchall()
    return [ChapterRow(str(chapter), Decimal(value)) for chapter, value in found]
