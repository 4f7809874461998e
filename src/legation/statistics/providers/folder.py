"""A folder of the user's own CSV or Parquet files, with a mapping file that says what the columns
mean.

``mapping.toml`` in the folder, one table a file::

    [[files]] file = "customs.csv"              # or .parquet; a name within the folder dataset =
    "National customs" source = "https://example.org" licence = "open" vintage = "2024-11-15" unit =
    "USD" scale = 1000                      # thousands period = "year"                   # the
    column of the period: 2023, 2023-01 or 202301 value = "value"                   # the column of
    the value columns = { reporter = "country", partner = "partner", flow = "direction" }   # the
    columns of the others fixed = { product = "TOTAL" }     # what is the same on every row codes =
    { Import = "imports", Export = "exports", Kazakhstan = "KAZ" }        # what is written
    otherwise in the file
"""

import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from legation.model.errors import StatisticsError
from legation.statistics import codes
from legation.statistics.cells import Key, Table, made
from legation.statistics.reading import Origin

MAPPING = "mapping.toml"
PARTS = ("reporter", "partner", "scheme", "product", "flow")
PRESUMED = {"scheme": "HS", "product": "TOTAL"}
FLOWS = frozenset({"exports", "imports"})


class Mapped(Struct, frozen=True, kw_only=True):
    """One file of the folder."""

    file: str
    dataset: str
    source: str
    licence: str
    vintage: str
    period: str
    value: str
    unit: str = "EUR"
    scale: Decimal = Decimal(1)
    columns: dict[str, str] = {}
    fixed: dict[str, str] = {}
    codes: dict[str, str] = {}


class Mapping(Struct, frozen=True):
    """The mapping file."""

    files: tuple[Mapped, ...]


def tables(folder: Path) -> tuple[Table, ...]:
    """The tables of a folder.

    Raises:
        StatisticsError: there is no mapping, it does not fit, or a file is not as it says; the
        message names the file.
    """
    path = folder / MAPPING
    try:
        mapping = msgspec.convert(
            tomllib.loads(path.read_text(encoding="utf-8")), Mapping, strict=False
        )
    except OSError as error:
        raise StatisticsError(
            f"{path} cannot be read; a folder of series needs one, see docs/statistics.md"
        ) from error
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise StatisticsError(f"{path}: {error}") from error
    return tuple(table for mapped in mapping.files for table in _tables(folder, mapped))


def _tables(folder: Path, mapped: Mapped) -> Iterator[Table]:
    """One table for the years and one for the months of a file, if it has them."""
    by_step: dict[int, dict[Key, dict[int, int]]] = {}
    for row in _rows(folder, mapped):
        step, month = _when(str(row[0]), mapped)
        value = _number(row[1], mapped)
        if value is not None:
            by_step.setdefault(step, {}).setdefault(_key(row[2:], mapped), {})[month] = value
    origin = Origin(
        dataset=mapped.dataset, source=mapped.source, vintage=mapped.vintage, licence=mapped.licence
    )
    for step, series in by_step.items():
        yield made(f"{folder.name}/{mapped.file}/{step}", origin, step, series, mapped.unit)


def _rows(folder: Path, mapped: Mapped) -> list[tuple[Any, ...]]:
    import duckdb

    path = folder / mapped.file
    reader = "read_parquet" if path.suffix == ".parquet" else "read_csv"
    options = "" if path.suffix == ".parquet" else ", all_varchar=true, header=true"
    wanted = (
        mapped.period,
        mapped.value,
        *(mapped.columns[part] for part in PARTS if part in mapped.columns),
    )
    columns = ", ".join('"' + column.replace('"', '""') + '"' for column in wanted)
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise StatisticsError(f"{path}: no such file in the folder; correct `file` in {MAPPING}")
    try:
        connection = duckdb.connect(config={"autoinstall_known_extensions": False})
        return [
            tuple(row)
            for row in connection.execute(
                f"SELECT {columns} FROM {reader}(?{options})", [str(path)]
            ).fetchall()
        ]
    except duckdb.Error as error:
        raise StatisticsError(
            f"{path}: {str(error).splitlines()[0]}; correct the columns in {MAPPING}"
        ) from error


def _key(cells: tuple[Any, ...], mapped: Mapped) -> Key:
    held = PRESUMED | mapped.fixed
    written = dict(
        zip(
            (part for part in PARTS if part in mapped.columns),
            (str(cell) for cell in cells),
            strict=True,
        )
    )
    held |= {part: mapped.codes.get(code, code) for part, code in written.items()}
    missing = [part for part in PARTS if part not in held]
    if missing or held["flow"] not in FLOWS:
        what = (
            f"no {missing[0]}"
            if missing
            else f"the flow {held['flow']!r}, which is neither exports nor imports"
        )
        raise StatisticsError(
            f"{mapped.file}: {what}; add it to `columns`, `fixed` or `codes` in {MAPPING}"
        )
    ends = {part: codes.ours(held[part]) for part in ("reporter", "partner")}
    return Key(**(held | ends))


def _number(cell: Any, mapped: Mapped) -> int | None:
    """Whole units of the currency; an empty cell or a colon is not published."""
    if cell is None or str(cell).strip() in {"", ":", "..", "NA"}:
        return None
    try:
        return int((Decimal(str(cell)) * mapped.scale).to_integral_value())
    except InvalidOperation as error:
        raise StatisticsError(
            f"{mapped.file}: {cell!r} is no number; correct the file or `value` in {MAPPING}"
        ) from error


def _when(written: str, mapped: Mapped) -> tuple[int, int]:
    """(step, first month) of ``2023``, ``2023-01`` or ``202301``."""
    digits = written.replace("-", "").removesuffix(".0")
    if digits.isdigit() and len(digits) == 4:
        return 12, int(digits) * 12
    if digits.isdigit() and len(digits) == 6 and 1 <= int(digits[4:]) <= 12:
        return 1, int(digits[:4]) * 12 + int(digits[4:]) - 1
    raise StatisticsError(
        f"{mapped.file}: {written!r} is neither a year nor a month; correct `period` in {MAPPING}"
    )
