"""The ECB's daily reference rates, condensed to monthly means with the number of days behind
each.
"""

import csv
import io
import zipfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from snapshot.rows import Cell, Origin, Table, once

COLUMNS = {"currency": "VARCHAR", "period": "VARCHAR", "rate": "DECIMAL(18,6)", "days": "INTEGER"}
SOURCE = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"


def means(path: Path) -> Table:
    """How many units of a currency one euro was worth, as a mean of the days of a month."""
    held: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    newest = ""
    for row in csv.DictReader(_text(path).splitlines()):
        newest = max(newest, row["Date"])
        for currency, rate in row.items():
            if currency and currency != "Date" and rate and rate != "N/A":
                held[currency, row["Date"][:7]].append(Decimal(rate))
    rows: list[tuple[Cell, ...]] = [
        (currency, month, str(round(sum(rates) / len(rates), 6)), len(rates))
        for (currency, month), rates in held.items()
    ]
    origin = Origin(
        "EXR",
        "euro foreign exchange reference rates, monthly means",
        SOURCE,
        newest,
        "European Central Bank",
    )
    return Table("exchange_rates", origin, COLUMNS, once(rows, 2, path.name), (path,))


def _text(path: Path) -> str:
    if path.suffix != ".zip":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return io.TextIOWrapper(archive.open(archive.namelist()[0]), encoding="utf-8").read()
