"""Single figures read off official pages, each with its page: balances, shares and ranks that no
table at hand has.
"""

import csv
from decimal import Decimal
from pathlib import Path

from snapshot.rows import Cell, Origin, Table, once

COLUMNS = {
    "reporter": "VARCHAR",
    "partner": "VARCHAR",
    "measure": "VARCHAR",
    "flow": "VARCHAR",
    "period": "VARCHAR",
    "value": "DECIMAL(20,2)",
    "half": "DECIMAL(20,2)",
    "unit": "VARCHAR",
    "published": "VARCHAR",
    "page": "VARCHAR",
    "title": "VARCHAR",
}
ORIGIN = Origin(
    "official pages",
    "figures read off pages of Eurostat and the European Commission",
    "pages of Eurostat and the European Commission, each named in its row",
    "2025-03",
    "European Commission and Eurostat, reuse under CC BY 4.0",
)
SHIPPED = "CC BY 4.0"
PARTIES = {"EU27": "EUR", "Central Asia (5)": "CAS"}
FLOWS = {"import": "imports", "export": "exports", "balance": "", "total": "trade_total"}
UNITS = {"bn EUR": ("EUR", 10**9), "percent": ("%", 1)}
PAGES = {"/ddn-20240304-2": "2024-03-04", "/ddn-20240327-3": "2024-03-27"}
"""When a page came out, where its address tells it."""
EXPLAINED = "2025-03"


def read_off(path: Path) -> Table:
    """The rows whose licence lets them be passed on; a European Union of 28 is not among them."""
    rows: list[tuple[Cell, ...]] = []
    source, page = "", ""
    for row in _rows(path):
        source = source if row["source"] == "same" else row["source"]
        page = page if row["url"] == "same" else row["url"]
        if row["licence"].startswith(SHIPPED) and "EU28" not in row["source"]:
            rows.append((*_row(row), _published(page), page, source))
    return Table("official_facts", ORIGIN, COLUMNS, once(rows, 5, path.name), (path,))


def _row(row: dict[str, str]) -> tuple[Cell, ...]:
    reporter, partner = (PARTIES.get(row[side], row[side]) for side in ("reporter", "partner"))
    unit, scale = UNITS[row["unit"]]
    value = Decimal(row["value"])
    half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
    measure = "share" if row["measure"].startswith("share") else row["flow"]
    key = (reporter, partner, measure, FLOWS[row["flow"]], row["year"])
    return (*key, str(value * scale), str(half * scale), unit)


def _published(page: str) -> str:
    return next((day for end, day in PAGES.items() if page.endswith(end)), EXPLAINED)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
