"""Trade in goods, from four files."""

from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import duckdb

from snapshot import codes
from snapshot.rows import Cell, Origin, Table, once, read

COLUMNS = {
    "reporter": "VARCHAR",
    "partner": "VARCHAR",
    "flow": "VARCHAR",
    "scheme": "VARCHAR",
    "product": "VARCHAR",
    "period": "VARCHAR",
    "value": "BIGINT",
    "unit": "VARCHAR",
}
KEY = 6
CN8 = 8
EASY = (
    "https://ec.europa.eu/eurostat/comext/newxtweb/ (collected in "
    "github.com/mary-lev/eu-export-sanctions, Apache-2.0)"
)
COMEXT = "https://ec.europa.eu/eurostat/api/comext/dissemination/ (collected in github.com/{}"
EUROSTAT = "Eurostat, reuse under CC BY 4.0"
FLOWS = {"1": "imports", "2": "exports", "IMPORT": "imports", "EXPORT": "exports"}
SUMS = ("European Union", "Euro area")
ABSENT = {None, "", ":", "not available"}


def annual(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    """EU27_2020 exports to every partner by year."""
    rows: list[tuple[Cell, ...]] = []
    for partner, flow, year, value in read(connection, path, "PARTNER, FLOW, y, VALUE_IN_EUR"):
        labels = codes.FRENCH if year == "2016" else codes.ENGLISH
        code = codes.known(partner, labels, path.name)
        rows.append(("EUR", code, FLOWS[flow], "HS", "TOTAL", year, _euro(value), "EUR"))
    origin = Origin(
        "Comext (EasyComext)", "EU27 exports of goods by partner, annual", EASY, "2024-11", EUROSTAT
    )
    return Table("eu27_annual", origin, COLUMNS, once(rows, KEY, path.name), (path,), whole=True)


def monthly(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    """Members' totals by month, and the United Kingdom's while it was one. Published sums of
    members are left out: the sums that answers give are computed, so that they say of whom."""
    rows: list[tuple[Cell, ...]] = []
    for reporter, partner, flow, month, value in read(
        connection, path, "reporter, partner, flow, month, value_eur"
    ):
        if reporter.startswith(SUMS) or value in ABSENT:
            continue
        one, two = (codes.known(label, codes.ENGLISH, path.name) for label in (reporter, partner))
        rows.append((one, two, FLOWS[flow], "HS", "TOTAL", month, _euro(value), "EUR"))
    origin = Origin(
        "Comext (EasyComext)", "members' trade in goods, monthly", EASY, "2024-11", EUROSTAT
    )
    return Table("members_monthly", origin, COLUMNS, once(rows, KEY, path.name), (path,))


def monthly_products(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    """Members' total trade and trade in mineral fuels by month; an absent cell is no zero."""
    rows: list[tuple[Cell, ...]] = []
    for reporter, partner, flow, product, month, value in read(
        connection, path, "reporter, partner, flow, product, month, value"
    ):
        if {reporter, partner, value} & ABSENT:
            continue
        one, two = (codes.known(label, codes.ENGLISH, path.name) for label in (reporter, partner))
        code = product[product.rindex("[") + 1 : product.rindex("]")]
        rows.append((one, two, FLOWS[flow], "HS", code, month, _euro(value), "EUR"))
    source = COMEXT.format("vzemlys/ruimpeks, MIT)")
    origin = Origin(
        "DS-045409",
        "members' trade in all goods and mineral fuels, monthly",
        source,
        "2023-01-13",
        EUROSTAT,
    )
    return Table("members_products_monthly", origin, COLUMNS, once(rows, KEY, path.name), (path,))


def products(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    """Members' exports of single headings (HS, four digits) and CN8 codes that sanctions name, by
    month. They overlap, and no chapter of them is whole: each code stands for itself. Sorted by
    product, for they are read one product at a time."""
    partners = codes.NAMES | {"Russian Federation": "RUS"}
    rows: list[tuple[Cell, ...]] = []
    for reporter, partner, flow, product, month, value in read(
        connection, path, "reporter, partner, flow, product_code, month, value_eur"
    ):
        if not {reporter, partner, value} & ABSENT:
            one, two = (
                codes.known(reporter, codes.CUT, path.name),
                codes.known(partner, partners, path.name),
            )
            scheme = "CN" if len(product) == CN8 else "HS"
            rows.append((product, one, two, FLOWS[flow], scheme, month, _euro(value), "EUR"))
    source = COMEXT.format("vzemlys/ruimpeks, MIT)")
    origin = Origin(
        "DS-045409", "members' exports of single products, monthly", source, "2023-01-13", EUROSTAT
    )
    columns = {"product": "VARCHAR"} | {
        name: kind for name, kind in COLUMNS.items() if name != "product"
    }
    return Table("products_monthly", origin, columns, once(rows, KEY, path.name), (path,))


def critical(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    """Members' imports of critical raw materials by CN8 code and year. The file does not say when
    it was extracted.
    """
    rows: list[tuple[Cell, ...]] = []
    columns = "DECLARANT_ISO, PARTNER_ISO, PRODUCT_NC, FLOW, PERIOD, VALUE_IN_EUROS"
    for reporter, partner, product, flow, year, value in read(connection, path, columns):
        one, two = (codes.known(c, codes.ANY, path.name) for c in (reporter, partner))
        rows.append((one, two, FLOWS[flow], "CN", product, year, _euro(value), "EUR"))
    source = COMEXT.format("isi-backend)")
    origin = Origin(
        "DS-045409",
        "members' imports of critical raw materials, annual",
        source,
        "2026-11-23",
        EUROSTAT,
    )
    return Table("critical_annual", origin, COLUMNS, once(rows, KEY, path.name), (path,))


def _euro(value: str) -> int:
    """Whole euro: a few cells carry cents, and half a euro is far under any figure that is
    printed.
    """
    return int(Decimal(value).to_integral_value(ROUND_HALF_EVEN))
