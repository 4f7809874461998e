"""Rebuild the snapshot of official statistics that the package carries.

    python tools/build_snapshot.py --inputs FOLDER --out src/legation/statistics/snapshot

Every input is found by its name, somewhere under the folder (``INPUTS``), or named on the command
line (``--annual CSV``); nothing else is read but the lexicon. The same inputs give the same bytes
(one thread, sorted rows, a pinned DuckDB). What is wrong in an input stops the build: an unknown
label, a value that is no number, two rows for one cell.
"""

import argparse
import hashlib
import json
from pathlib import Path

import duckdb

from snapshot import classifications, facts, materials, rates, trade, unitedstates, world
from snapshot.rows import Table, write

INPUTS = {
    "annual": "easycomext_eu27_exports_by_partner_annual_2010_2023.csv",
    "monthly": "easycomext_members_total_monthly_2019_2024.csv.gz",
    "monthly-products": "comext_members_total_and_hs27_monthly_2020_2022.csv.gz",
    "products": "comext_members_exports_by_product_monthly_2020_2022.csv.gz",
    "critical": "comext_members_imports_critical_cn8_annual_2022_2024.csv",
    "supply-eu": "fact_EUSupplyShares_and_t.csv",
    "supply-world": "fact_GlobalSupplyShares_and_t.csv",
    "criticality": "dimension_CRMsOverTime.csv",
    "rates": "eurofxref-hist.zip",
    "hs-titles": "harmonized-system.csv",
    "hs-sitc": "hs_to_sitc4.csv",
    "hs2017-bec": "hs2017_to_bec.csv",
    "hs2022-bec": "hs2022_to_bec.csv",
    "us-goods": "goods_by_partner_1992_2025_musd.csv.gz",
    "us-duties": "duties_by_partner_2024.csv.gz",
    "us-duties-chapters": "imports_duties_by_partner_hs2_2024.csv.gz",
    "gdp": "gdp.csv.gz",
    "population": "population.csv.gz",
    "factbook": "factbook_economy_2026_03.csv",
    "facts": "official_facts_from_pages.csv",
}
LARGEST = 15_000_000
"""What the package may carry, in bytes."""


def main() -> None:
    inputs = _arguments()
    connection = duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False})
    tables = [
        trade.annual(connection, inputs.annual),
        trade.monthly(connection, inputs.monthly),
        trade.monthly_products(connection, inputs.monthly_products),
        trade.products(connection, inputs.products),
        trade.critical(connection, inputs.critical),
        materials.supply(inputs.supply_eu, inputs.supply_world),
        materials.criticality(inputs.criticality),
        rates.means(inputs.rates),
        classifications.titles(inputs.hs_titles),
        classifications.correspondences(inputs.hs_sitc, inputs.hs2017_bec, inputs.hs2022_bec),
        *unitedstates.goods(connection, inputs.us_goods),
        unitedstates.duties(connection, inputs.us_duties, inputs.us_duties_chapters),
        world.gdp(connection, inputs.gdp),
        world.population(connection, inputs.population),
        world.growth(inputs.factbook),
        world.trade(inputs.factbook),
        world.partners(inputs.factbook),
        facts.read_off(inputs.facts),
    ]
    inputs.out.mkdir(parents=True, exist_ok=True)
    entries = [_entry(table, write(connection, table, inputs.out)) for table in tables]
    manifest = json.dumps({"tables": entries}, indent=1, ensure_ascii=False) + "\n"
    (inputs.out / "manifest.json").write_text(manifest, encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in inputs.out.glob("*.parquet"))
    if size > LARGEST:
        raise SystemExit(f"{size:,} bytes: the package carries no more than {LARGEST:,}")
    print(f"{sum(len(table.rows) for table in tables)} rows in {size / 1e6:.2f} MB at {inputs.out}")


def _entry(table: Table, path: Path) -> dict[str, object]:
    content = path.read_bytes()
    first, last = table.range()
    return {
        "file": path.name,
        "dataset": table.origin.dataset,
        "title": table.origin.title,
        "from": first,
        "to": last,
        "vintage": table.origin.vintage,
        "source": table.origin.source,
        "licence": table.origin.licence,
        "rows": len(table.rows),
        **_trade(table),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "inputs": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in table.inputs
        },
    }


def _trade(table: Table) -> dict[str, object]:
    """What the manifest says of trade that is not in euros, FOB and CIF, of a part of partners."""
    said = {"unit": table.unit, "whole": table.whole, "valued": table.valued}
    usual: dict[str, object] = {"unit": "EUR", "whole": False, "valued": {}}
    return {fact: value for fact, value in said.items() if value != usual[fact]}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--inputs", type=Path, help="a folder that holds all that is not named")
    parser.add_argument("--out", type=Path, required=True)
    for name, file in INPUTS.items():
        parser.add_argument(f"--{name}", type=Path, help=file)
    given = parser.parse_args()
    for name, file in INPUTS.items():
        slot = name.replace("-", "_")
        if getattr(given, slot) is None:
            setattr(given, slot, _found(parser, given.inputs, name, file))
    return given


def _found(parser: argparse.ArgumentParser, folder: Path | None, name: str, file: str) -> Path:
    held = sorted(folder.rglob(file)) if folder else []
    if not held:
        parser.error(f"no {file} under {folder}; name it with --{name}")
    return held[0]


if __name__ == "__main__":
    main()
