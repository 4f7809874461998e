"""The EU's studies of critical raw materials. The files are latin-1 and write shares as text,
``12%`` or ``<0.1%``.
"""

import csv
from pathlib import Path

from snapshot import codes
from snapshot.rows import Cell, Origin, Table, once

STAGES = {"E": "extraction", "P": "processing"}
NAMES = codes.NAMES | {
    "Brasil": "BRA",
    "Brasilia": "BRA",
    "Brunei Darussalam": "BRN",
    "Congo, D.R.": "COD",
    "Cote d'Ivoire": "CIV",
    "Korea, North": "PRK",
    "Korea, South": "KOR",
    "Libanon": "LBN",
    "Myanmar": "MMR",
    "South Korea": "KOR",
    "Surinam": "SUR",
    "Turkyie": "TUR",
}
ORIGIN = Origin(
    "CRM study 2023",
    "EU critical raw materials: supply shares by country and stage",
    "European Commission, Study on the critical raw materials for the EU 2023, doi:10.2873/725585",
    "2023",
    "European Commission, reuse under CC BY 4.0",
)
SUPPLY = {
    "reporter": "VARCHAR",
    "partner": "VARCHAR",
    "product": "VARCHAR",
    "stage": "VARCHAR",
    "period": "VARCHAR",
    "value": "DECIMAL(5,2)",
    "qualifier": "VARCHAR",
    "trade_parameter": "DECIMAL(3,1)",
    "unit": "VARCHAR",
}
CRITICALITY = {
    "product": "VARCHAR",
    "period": "VARCHAR",
    "supply_risk": "DECIMAL(4,1)",
    "economic_importance": "DECIMAL(4,1)",
}


def supply(european: Path, world: Path) -> Table:
    """Who supplies what part of a material to the EU and to the world, at which stage."""
    rows = [
        row
        for reporter, path in (("EUR", european), ("WLD", world))
        for row in _shares(reporter, path)
    ]
    return Table("supply_shares", ORIGIN, SUPPLY, once(rows, 5, "supply shares"), (european, world))


def _shares(reporter: str, path: Path) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for row in _read(path):
        code = codes.known(row["Country"], NAMES, path.name)
        key: tuple[Cell, ...] = (
            reporter,
            code,
            row["Material"].strip().lower(),
            STAGES[row["Stage"]],
            "2023",
        )
        under, share = row["Share"].startswith("<"), row["Share"].strip("<% ")
        rows.append((*key, float(share), "under" if under else "exact", float(row["t"]), "%"))
    return rows


def criticality(path: Path) -> Table:
    """Supply risk and economic importance of a material in each of the five studies."""
    rows: list[tuple[Cell, ...]] = []
    for row in _read(path):
        risk, importance = (None if row[c] in {"-", ""} else float(row[c]) for c in ("SR", "EI"))
        rows.append((row["Material"].strip().lower(), row["Year"], risk, importance))
    origin = Origin(
        "CRM studies", "EU critical raw materials: supply risk by study", *_origin_rest()
    )
    return Table("criticality", origin, CRITICALITY, once(rows, 2, path.name), (path,))


def _origin_rest() -> tuple[str, str, str]:
    return ORIGIN.source, ORIGIN.vintage, ORIGIN.licence


def _read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="latin-1").splitlines()))
