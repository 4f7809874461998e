"""A file in the shape of a yearly Comext file, filled with made-up trade: for benchmarks and tests,
no real row in it.

    python tools/make_bulk_year.py OUT.dat [--rows 26000000]

Every row follows from its number alone, so that two runs make the same bytes.
"""

import argparse
from pathlib import Path

import duckdb

from legation.statistics.bulk import COLUMNS

MEMBERS = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]
PARTNERS = 240
"""Kazakhstan and 239 made-up codes: as many partners as a real year has."""


def make(target: Path, rows: int) -> None:
    """Write the file: members × partners × codes × both flows, values spread over seven orders of
    magnitude.
    """
    members = ",".join(f"'{member}'" for member in MEMBERS)
    selected = f"""
        SELECT list_extract([{members}], 1 + (n % {len(MEMBERS)})::INT) AS REPORTER,
               CASE WHEN p = 0 THEN 'KZ' ELSE chr((65 + p // 26)::INT) || chr((65 + p % 26)::INT)
                   END AS PARTNER,
               'E' AS TRADE_TYPE, printf('%02d%06d', 1 + h % 97, (h // 97) % 100000 * 10) AS
                   PRODUCT_NC,
               '00000' AS PRODUCT_SITC, '0000' AS PRODUCT_CPA21, '0000' AS PRODUCT_CPA22, '000' AS
                   PRODUCT_BEC,
               '000000' AS PRODUCT_BEC5, '00' AS PRODUCT_SECTION, 1 + (h // 7 % 2)::INT AS FLOW, 1
                   AS STAT_PROCEDURE,
               'NO_SU' AS SUPPL_UNIT, 202352 AS PERIOD, (10 ** (h % 8) * (1 + h % 89))::BIGINT AS
                   VALUE_EUR,
               VALUE_EUR AS VALUE_NAC, VALUE_EUR // 3 AS QUANTITY_KG, 0 AS QUANTITY_SUPPL_UNIT
        FROM (SELECT range AS n, hash(range) >> 2 AS h, (hash(range + 1) % {PARTNERS})::INT AS p
            FROM range({rows}))
    """
    columns = ", ".join(COLUMNS)
    place = str(target).replace("'", "''")
    with duckdb.connect(
        config={"memory_limit": "1GB", "autoinstall_known_extensions": False}
    ) as engine:
        engine.execute(
            f"COPY (SELECT {columns} FROM ({selected})) TO '{place}' (FORMAT csv, HEADER)"
        )


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("target", type=Path)
    arguments.add_argument("--rows", type=int, default=26_000_000)
    asked = arguments.parse_args()
    make(asked.target, asked.rows)
