"""Hooks of CEPII's BACI: the reconciled trade of all countries, published once a year as one zip
for each edition of HS.

A zip holds a file a year (``BACI_HS22_Y2023_V202601.csv`` with the columns ``t,i,j,k,v,q``: year,
exporter, importer, product, thousand US dollars, tonnes) and ``country_codes_V202601.csv``. Only
positive flows are in it. Its numbers are those of the UN, with an iso3 column beside them; 490,
"Other Asia", stands for Taiwan, as CEPII says.
"""

import csv
import io
import re
import shutil
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from legation.model.errors import NotData
from legation.statistics.providers.queries import Cell, Query, Request
from legation.statistics.providers.registry import Dataset, Provider
from legation.statistics.providers.transport import Payload

COLUMNS = ["t", "i", "j", "k", "v", "q"]
YEAR = re.compile(r"(?:^|/)BACI_HS\d\d_Y(\d{4})_V\d{6}[a-z]?\.csv$")
COUNTRIES = re.compile(r"(?:^|/)country_codes_V\d{6}[a-z]?\.csv$")
RELEASE = re.compile(r"BACI_HS\d\d_V(\d{4})(\d{2})[a-z]?")
STAND_INS = {"S19": "TWN"}
BROKEN = (BadZipFile, zlib.error, EOFError, UnicodeDecodeError, csv.Error, NotImplementedError)
WHOLE_DOLLARS = 1000
CHUNK = 1 << 20
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "512MB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
SUMS = """
SELECT t, i, j, sum(v) FROM read_csv(?, header = true, strict_mode = true, delim = ',', columns = {
    't': 'VARCHAR', 'i': 'VARCHAR', 'j': 'VARCHAR', 'k': 'VARCHAR', 'v': 'DECIMAL(18, 3)', 'q':
        'VARCHAR'})
GROUP BY ALL
"""


def request(row: Provider, dataset: Dataset, name: str, query: Query) -> Request:
    """``…/baci/data/BACI_HS22_V202601.zip``; the query's key may name another release than the row
    does.
    """
    return Request(
        address=f"{row.address}/BACI_{name}_V{query.key.get('release') or dataset.release}.zip",
        parameters={},
    )


def cells(dataset: Dataset, payload: Payload) -> Iterator[Cell]:
    """Totals by exporter, importer and year in US dollars, one year of the zip after the other and
    never all at once.

    Raises:
        NotData: it is no zip, is cut short, or holds other files or columns than BACI's.
    """
    if payload.file is None:
        raise NotData(f"{payload.address} was not kept as a file; BACI is read from one")
    try:
        with ZipFile(payload.file) as packed:
            countries = _countries(packed, payload)
            years = [name for name in packed.namelist() if YEAR.search(name)]
            if not years:
                raise NotData(f"{payload.address} holds no file like BACI_HS22_Y2023_V202601.csv")
            for name in sorted(years):
                yield from _year(packed, name, countries, payload)
    except BROKEN as error:
        raise NotData(
            f"{payload.address} is no whole zip of BACI ({error}); try again later"
        ) from error


def vintage(payload: Payload) -> str:
    """The year and month of the release, as its address tells them: ``2026-01``."""
    found = RELEASE.search(payload.address)
    return f"{found[1]}-{found[2]}" if found else ""


def _countries(packed: ZipFile, payload: Payload) -> dict[str, str]:
    """Alpha-3 codes by BACI's numbers; a number without one keeps itself, so that the world stays
    whole.
    """
    name = next((name for name in packed.namelist() if COUNTRIES.search(name)), None)
    if name is None:
        raise NotData(f"{payload.address} holds no file of country codes")
    with packed.open(name) as raw:
        reader = csv.DictReader(
            io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")
        )  # names: not used
        if not {"country_code", "country_iso3"} <= set(reader.fieldnames or ()):
            raise NotData(f"{payload.address}: {name} has no columns country_code and country_iso3")
        return {
            row["country_code"]: STAND_INS.get(row["country_iso3"], row["country_iso3"])
            or row["country_code"]
            for row in reader
        }


def _year(
    packed: ZipFile, name: str, countries: dict[str, str], payload: Payload
) -> Iterator[Cell]:
    """Eleven million rows of a year become some thirty thousand sums: all that is held in
    memory.
    """
    sums: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for year, exporter, importer, thousands in _sums(packed, name, payload):
        sums[year, countries.get(exporter, exporter), countries.get(importer, importer)] += (
            thousands
        )
    for (year, one, other), thousands in sorted(sums.items()):
        yield Cell(
            key={"exporter": one, "importer": other},
            period=year,
            value=(thousands * WHOLE_DOLLARS).to_integral_value(),
        )


def _sums(packed: ZipFile, name: str, payload: Payload) -> list[tuple[str, str, str, Decimal]]:
    """(year, exporter, importer, thousands) of one file, unpacked beside the zip for as long as it
    is read.

    DuckDB, in bounded memory: on the same two million rows 1.6 s with the unpacking, where ``csv``
    over the zip took 15.
    """
    import duckdb

    assert payload.file is not None
    with tempfile.TemporaryDirectory(dir=payload.file.parent) as place:
        text = Path(place) / "year.csv"
        with packed.open(name) as raw, text.open("wb") as out:
            shutil.copyfileobj(raw, out, CHUNK)
        with text.open("rb") as file:
            if file.readline().decode("utf-8-sig").strip().split(",") != COLUMNS:
                raise NotData(
                    f"{payload.address}: {name} has other columns than {','.join(COLUMNS)}"
                )
        try:
            with duckdb.connect(config=CONFIG) as connection:
                return list(connection.execute(SUMS, [str(text)]).fetchall())
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise NotData(
                f"{payload.address}: {name} breaks off or holds no numbers ({reason}); try "
                "again later"
            ) from error
