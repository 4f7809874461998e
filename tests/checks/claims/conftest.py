"""A folder of series of our own making: no value in it is anybody's statistic."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from legation import documents, mentions
from legation.checks.claims import Catalogue, inquire, judge
from legation.model import Document
from legation.model.claims import Judged
from legation.statistics.collections import SeriesFolder

YEARS = range(2000, 2021)


def _line(code: str, first: float, step: float) -> dict[str, dict[int, float]]:
    return {code: {year: first + step * (year - 2000) for year in YEARS}}


BICYCLES = {
    "NOR": _line("NOR", 40, 1)["NOR"],
    "KEN": _line("KEN", 5, 0.1)["KEN"],
    "PER": _line("PER", 30, -1)["PER"],
}
DENTISTS = _line("KEN", 0.5, 0.0) | _line("NOR", 2.0, 0.05)
AVALANCHES = _line("NOR", 100, 0) | _line("PER", 0, 0) | {"WLD": dict.fromkeys(YEARS, 400.0)}
BARLEY = _line("NOR", 1_000_000, 100_000)
WIND = _line("NOR", 1, 1) | _line("PER", 10, 1)
SOLAR = _line("NOR", 2, 0) | _line("PER", 5, 2)
SERIES = {
    "bicycles": ("Share of households with a bicycle", "% of households", BICYCLES),
    "dentists": ("Dentists per 1,000 people", "per 1,000 people", DENTISTS),
    "avalanches": ("Deaths from avalanches", "deaths", AVALANCHES),
    "barley": ("Barley production", "tonnes", BARLEY),
    "wind": ("Share of electricity from wind", "%", WIND),
    "solar": ("Share of electricity from solar", "%", SOLAR),
}


def wide(values: dict[str, dict[int, float]]) -> str:
    """A row a year, a column a country."""
    rows = [
        ["Date", *values],
        *([str(y), *(str(line.get(y, "")) for line in values.values())] for y in YEARS),
    ]
    return "\n".join(",".join(row) for row in rows) + "\n"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The series written as files, with their catalogue."""
    place = tmp_path_factory.mktemp("series")
    for name, (_, _, values) in SERIES.items():
        (place / f"{name}.csv").write_text(wide(values), encoding="utf-8")
    entries = [
        {"filename": f"{n}.csv", "title": t, "description": "", "unit": u}
        for n, (t, u, _) in SERIES.items()
    ]
    (place / "metadata.json").write_text(json.dumps(entries), encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def judged(folder: Path) -> Callable[..., Judged]:
    """What the made series say of a text."""
    series = SeriesFolder(folder)
    catalogue = Catalogue(series.headings)

    def verdict(text: str, **facts: object) -> Judged:
        document = Document(id="c", text=text, **facts)  # type: ignore[arg-type]
        inquiry = inquire(document, mentions.find(document, documents.repair(text)), catalogue)
        return judge(inquiry, {name: series.series(name) for name in inquiry.series})

    return verdict
