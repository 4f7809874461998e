"""What the US Census Bureau publishes of goods: exports and general imports by partner, and the
duty that was collected.

Two vintages of one series lie in one file. They become two tables, for a growth from the last year
of the one to the first of the other would be made of both.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import duckdb

from snapshot import codes
from snapshot.rows import Cell, Origin, Table, once, read
from snapshot.trade import COLUMNS, KEY

CENSUS = "US Census Bureau, {} ({})"
BALANCES = "FT-900, https://www.census.gov/foreign-trade/balance/"
LICENCE = "US government work, public domain; source: US Census Bureau"
VALUED = {"exports": "FAS", "imports": "general imports, customs value"}
WHEN = {
    "2023-03": ("us_goods_to_2022", "to 2022", "collected in github.com/JJamesRoy/ECN3950"),
    "2026-10": (
        "us_goods_since_2023",
        "since 2023",
        "collected in github.com/corbett-hobbs/congress-ideology",
    ),
}
UNION, FIRST_28, FIRST_27 = "EUU", 2013, 2020
"""The bureau's European Union has the members of the day. Between 2013 and 2019 these were 28; the
years before fit no aggregate of ours, and are left out: the sum of the members is computed."""
MILLION = 1_000_000
OTHERS = {"Korea, South": "KOR", "Turkey": "TUR", "Trinidad And Tobago": "TTO"}
COLLECTED = ("European Union", "EUR")


def goods(connection: duckdb.DuckDBPyConnection, path: Path) -> list[Table]:
    """One table a vintage, in whole dollars."""
    held: dict[str, list[tuple[Cell, ...]]] = {vintage: [] for vintage in WHEN}
    columns = "partner, year, us_exports_musd, us_imports_musd, vintage"
    for partner, year, exports, imports, vintage in read(connection, path, columns):
        code = _partner(partner, int(year), path.name)
        if vintage not in held:
            raise SystemExit(f"{path.name}: a vintage of {vintage!r}; name its table in WHEN")
        for flow, value in (("exports", exports), ("imports", imports)):
            if code and value:
                held[vintage].append(_row(code, flow, year, _dollars(value)))
    return [_goods(vintage, rows, path) for vintage, rows in held.items()]


def _goods(vintage: str, rows: list[tuple[Cell, ...]], path: Path) -> Table:
    name, span, where = WHEN[vintage]
    title = f"US exports and imports of goods by partner {span}, annual"
    origin = Origin("FT-900", title, CENSUS.format(BALANCES, where), vintage, LICENCE)
    return Table(
        name,
        origin,
        COLUMNS,
        once(rows, KEY, path.name),
        (path,),
        unit="USD",
        whole=True,
        valued=VALUED,
    )


def _partner(label: str, year: int, file: str) -> str | None:
    """Our code; ``None`` for a European Union that is none of ours."""
    if label == UNION:
        return "EUR" if year >= FIRST_27 else "EUR:EU28" if year >= FIRST_28 else None
    return codes.known(label, codes.OURS, file)


def _row(partner: str, flow: str, year: str, value: int) -> tuple[Cell, ...]:
    return ("USA", partner, flow, "HS", "TOTAL", year, value, "USD")


def duties(connection: duckdb.DuckDBPyConnection, total: Path, chapters: Path) -> Table:
    """Imports for consumption and the duty calculated on them, all goods and by chapter."""
    rows: list[tuple[Cell, ...]] = []
    for partner, product, year, value, duty in _collected(connection, total, chapters):
        code = codes.known(partner, NAMES, total.name)
        for flow, amount in (("consumption", value), ("duties", duty)):
            rows.append(("USA", code, flow, "HS", product, year, int(amount), "USD"))
    origin = Origin(
        "US imports for consumption",
        "US duty collected on imports by partner and chapter, annual",
        CENSUS.format(
            "https://api.census.gov/data/timeseries/intltrade/imports",
            "collected in github.com/tradewartracker/trade-war-redux-2025",
        ),
        "2025",
        LICENCE,
    )
    ordered = once(rows, KEY, total.name)
    return Table(
        "us_duties_annual",
        origin,
        COLUMNS,
        ordered,
        (total, chapters),
        unit="USD",
        valued={"duties": "calculated duty", "consumption": "customs value"},
    )


def _collected(
    connection: duckdb.DuckDBPyConnection, total: Path, chapters: Path
) -> Iterator[tuple[str, str, str, str, str]]:
    years: set[str] = set()
    columns = "partner, year, imports_for_consumption_usd, calculated_duty_usd"
    for partner, year, value, duty in read(connection, total, columns):
        years.add(year)
        yield partner, "TOTAL", year, value, duty
    (year,) = years  # the file of chapters does not name its year
    for partner, chapter, value, duty in read(connection, chapters, "partner, hs2, imports, duty"):
        yield partner, chapter, year, value, duty


NAMES = codes.NAMES | OTHERS | dict([COLLECTED])


def _dollars(millions: str) -> int:
    return int((Decimal(millions) * MILLION).to_integral_value(ROUND_HALF_EVEN))
