"""Rebuild the snapshot of official statistics that the package carries.

    python tools/build_snapshot.py --annual CSV --monthly CSV --monthly-products CSV --products CSV
        --critical CSV \\ --supply-eu CSV --supply-world CSV --criticality CSV --rates ZIP_OR_CSV \\
        --hs-titles CSV --hs-sitc CSV --hs2017-bec CSV --hs2022-bec CSV --out FOLDER

Every input is named on the command line; nothing else is read but the lexicon. The same inputs give
the same bytes (one thread, sorted rows, a pinned DuckDB). What is wrong in an input stops the
build: an unknown label, a value that is no number, two rows for one cell.
"""

import argparse
import hashlib
import json
from pathlib import Path

import duckdb

from snapshot import classifications, materials, rates, trade
from snapshot.rows import Table, write


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
    ]
    inputs.out.mkdir(parents=True, exist_ok=True)
    entries = [_entry(table, write(connection, table, inputs.out)) for table in tables]
    manifest = json.dumps({"tables": entries}, indent=1, ensure_ascii=False) + "\n"
    (inputs.out / "manifest.json").write_text(manifest, encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in inputs.out.glob("*.parquet"))
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
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "inputs": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in table.inputs
        },
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    trades = ("annual", "monthly", "monthly-products", "products", "critical")
    others = ("supply-eu", "supply-world", "criticality", "rates")
    products = ("hs-titles", "hs-sitc", "hs2017-bec", "hs2022-bec")
    for name in (*trades, *others, *products, "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
