"""A folder of many small series by country and year, with a catalogue of their titles.

``mapping.toml`` in the folder says how they are written; without one it is guessed from what lies
there::

    [collection] catalogue = "metadata.json"   # or .csv: filename, title, description, unit, one
    entry a series files = "csv"                 # a folder with the .csv files, or a .tar.gz of
    them layout = "wide"               # a row a year and a column a country; or "long": a row an
    observation year = "Date"                 # the column of the year entity = "Code"
    # long only: the column of the country, by ISO code or English name value = "value"
    # long only: the column of the value; without it the last one names = { OWID_WRL = "WLD" }  #
    what is written otherwise in the files

Nothing but the catalogue is read before a series is asked for, and then that file alone.
"""

import csv
import tarfile
import tomllib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from legation.lexicon import table
from legation.model.claims import WORLD, Heading, YearlySeries
from legation.model.errors import StatisticsError

MAPPING, CATALOGUES, ARCHIVES = (
    "mapping.toml",
    ("metadata.json", "catalogue.csv", "metadata.csv"),
    ("*.tar.gz", "*.tgz"),
)
YEARS, ENTITIES = ("year", "date", "time"), ("code", "iso", "iso3", "entity", "country")
WORLDS = {"world": WORLD, "owid_wrl": WORLD, "wld": WORLD, "owid_kos": "XKX"}


class Collection(Struct, frozen=True, kw_only=True):
    """How the folder's files are written."""

    catalogue: str | None = None
    files: str | None = None
    layout: Literal["wide", "long"] | None = None
    year: str | None = None
    entity: str | None = None
    value: str | None = None
    names: dict[str, str] = {}


class Mapping(Struct, frozen=True):
    """The part of the mapping file that is about collections."""

    collection: Collection = Collection()


class Entry(Struct, frozen=True):
    """A line of the catalogue."""

    filename: str
    title: str = ""
    description: str | None = ""
    unit: str | None = ""


class Country(Struct, frozen=True):
    """The columns of ``countries.csv`` that name a country."""

    code: str
    name: str
    alpha2: str = ""
    official: str = ""
    wikidata: str = ""


class SeriesFolder:
    """The series of a folder.

    Raises:
        StatisticsError: there is no such folder, no series in it, or its mapping or catalogue does
        not hold together.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise StatisticsError(f"{folder} is no folder; give the folder that holds the series")
        self._folder, self._rules = folder, _mapping(folder)
        self._files = dict(_found(folder, self._rules))
        if not self._files:
            raise StatisticsError(
                f"{folder}: no .csv file in it; give the folder that holds the series"
            )
        self._kept: dict[str, YearlySeries] = {}

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """One heading a series, in the order of the catalogue; a file that it does not name is
        titled by its name.
        """
        entries = {_stem(entry.filename): entry for entry in _entries(self._folder, self._rules)}
        named = [_heading(name, entries[name]) for name in entries if name in self._files]
        return (
            *named,
            *(
                Heading(name=name, title=_words(name))
                for name in self._files
                if name not in entries
            ),
        )

    def series(self, name: str) -> YearlySeries:
        """The series of a heading; read once.

        Raises:
            StatisticsError: the file is not as the mapping says; the message names it.
        """
        if name not in self._kept:
            heading = next(heading for heading in self.headings if heading.name == name)
            self._kept[name] = YearlySeries(heading=heading, values=self._values(name))
        return self._kept[name]

    def _values(self, name: str) -> dict[str, dict[int, float]]:
        held: dict[str, dict[int, float]] = {}
        try:
            for code, year, value in _cells(self._text(name), self._rules):
                held.setdefault(code, {})[year] = value
        except (ValueError, LookupError, OSError, csv.Error) as error:
            raise StatisticsError(
                f"{self._folder}: the series {name}: {error}; correct the file or {MAPPING}"
            ) from error
        return held

    def _text(self, name: str) -> str:
        path, member = self._files[name]
        if not member:
            return path.read_text(encoding="utf-8-sig")
        return self._archive(path)[member]

    def _archive(self, path: Path) -> dict[str, str]:
        """A packed archive can only be read from its start: all its files are unpacked at once,
        none is parsed.
        """
        if path not in self._unpacked:
            with tarfile.open(path) as packed:
                members = [
                    (m.name, packed.extractfile(m))
                    for m in packed
                    if m.isfile() and m.name.endswith(".csv")
                ]
                self._unpacked[path] = {
                    name: file.read().decode("utf-8-sig") for name, file in members if file
                }
        return self._unpacked[path]

    @cached_property
    def _unpacked(self) -> dict[Path, dict[str, str]]:
        return {}


def _mapping(folder: Path) -> Collection:
    path = folder / MAPPING
    if not path.is_file():
        return Collection()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Mapping).collection
    except (OSError, UnicodeError, msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise StatisticsError(f"{path}: {error}") from error


def _found(folder: Path, rules: Collection) -> Iterator[tuple[str, tuple[Path, str]]]:
    """The name of each series, and the file, or the archive and its member, that holds it."""
    places = [folder / rules.files] if rules.files else [folder, folder / "csv", *_archives(folder)]
    for place in places:
        if not place.resolve().is_relative_to(folder.resolve()):
            raise StatisticsError(f"{place} lies outside the folder; correct `files` in {MAPPING}")
        found = list(_members(place) if place.is_file() else _plain(place))
        if found:
            yield from sorted(found)
            return


def _archives(folder: Path) -> list[Path]:
    return [path for pattern in ARCHIVES for path in sorted(folder.glob(pattern))]


def _plain(place: Path) -> Iterator[tuple[str, tuple[Path, str]]]:
    yield from (
        (_stem(path.name), (path, ""))
        for path in place.glob("*.csv")
        if path.name not in CATALOGUES
    )


def _members(place: Path) -> Iterator[tuple[str, tuple[Path, str]]]:
    try:
        with tarfile.open(place) as packed:
            names = [m.name for m in packed if m.isfile() and m.name.endswith(".csv")]
    except (tarfile.TarError, OSError) as error:
        raise StatisticsError(
            f"{place} cannot be unpacked ({error}); pack it as .tar.gz"
        ) from error
    yield from ((_stem(name), (place, name)) for name in names)


def _entries(folder: Path, rules: Collection) -> Sequence[Entry]:
    """The catalogue beside the files, or in the folder above them."""
    names = [rules.catalogue] if rules.catalogue else list(CATALOGUES)
    path = next(
        (p for place in (folder, folder.parent) for n in names if (p := place / n).is_file()), None
    )
    if path is None and rules.catalogue:
        raise StatisticsError(
            f"{folder / rules.catalogue} is not there; correct `catalogue` in {MAPPING}"
        )
    if path is None:
        return ()
    try:
        if path.suffix == ".csv":
            rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
            return msgspec.convert(rows, list[Entry], strict=False)
        return msgspec.json.decode(path.read_bytes(), type=list[Entry])
    except (msgspec.DecodeError, UnicodeError, csv.Error) as error:
        raise StatisticsError(
            f"{path}: {error}; it needs filename, title, description and unit"
        ) from error


def _cells(text: str, rules: Collection) -> Iterator[tuple[str, int, float]]:
    """(country, year, value) of every cell that holds a value."""
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    year = _column(header, rules.year, YEARS)
    if (rules.layout or _layout(header)) == "wide":
        columns = [(i, _code(name, rules)) for i, name in enumerate(header) if i != year]
        wanted = (
            (row, i, code) for row in reader for i, code in columns if i < len(row) and row[i]
        )
        yield from ((code, int(row[year]), float(row[i])) for row, i, code in wanted)
        return
    entity = _column(header, rules.entity, ENTITIES)
    value = header.index(rules.value) if rules.value else len(header) - 1
    for row in reader:
        if len(row) > max(value, entity, year) and row[value].strip() and row[entity].strip():
            yield _code(row[entity], rules), int(row[year]), float(row[value])


def _layout(header: list[str]) -> Literal["wide", "long"]:
    return "long" if {name.lower() for name in header} & set(ENTITIES) else "wide"


def _column(header: list[str], named: str | None, usual: tuple[str, ...]) -> int:
    if named:
        return header.index(named)
    lowered = [name.strip().lower() for name in header]
    found = next((lowered.index(name) for name in usual if name in lowered), None)
    if found is None:
        raise LookupError(f"none of its columns is called {' or '.join(usual)}")
    return found


def _code(written: str, rules: Collection) -> str:
    name = rules.names.get(written, written.strip())
    return WORLDS.get(name.lower()) or _by_name().get(name.lower(), name)


def _by_name() -> dict[str, str]:
    return {country.name.lower(): country.code for country in table("countries", Country)}


def _stem(filename: str) -> str:
    return Path(filename).name.removesuffix(".csv")


def _words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").strip().capitalize()


def _heading(name: str, entry: Entry) -> Heading:
    return Heading(
        name=name,
        title=entry.title or _words(name),
        description=entry.description or "",
        unit=entry.unit or "",
    )
