"""A converted Comext year answers for any product of any dyad of that year."""

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from legation.model import Answer, Definition, Question, StatisticsError, year
from legation.statistics import bulk, bulkyears
from legation.statistics.accounts.trade import trade
from legation.statistics.cells import Shelf
from legation.statistics.combined import Library
from legation.statistics.providers.cache import Cache

CELLS = [
    ("DE", "CL", "26030000", 1, 700),
    ("FR", "CL", "26030000", 1, 200),
    ("FR", "CL", "26SSS999", 1, 10),
    ("FR", "CL", "74031100", 1, 50),
    ("FR", "CL", "22042111", 1, 40),
    ("FR", "CL", "TOTAL", 1, 320),
    ("DE", "CL", "TOTAL", 1, 700),
    ("DE", "CL", "84", 2, 0),
    ("DE", "CL", "84295210", 2, 90),
    ("DE", "CL", "TOTAL", 2, 95),
    ("DE", "PE", "26030000", 1, 300),
    ("DE", "FR", "26030000", 1, 44),
    ("GR", "XS", "27101943", 2, 7),
]
STAMP = datetime(2025, 9, 12, 12, tzinfo=UTC).timestamp()


def row(
    reporter: str, partner: str, product: str, flow: int, value: int, period: int = 202452
) -> str:
    return (
        f"{reporter},{partner},E,{product},333,201,101,310,310,15,"
        f"{flow},1,NO_SU,{period},{value},{value},1,0"
    )


def text(place: Path, *rows: str) -> Path:
    place.write_text("\n".join([",".join(bulk.COLUMNS), *rows]) + "\n", encoding="utf-8")
    os.utime(place, (STAMP, STAMP))
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made, rows = bulkyears.bring(
        text(tmp_path / "full_202452.dat", *(row(*cell) for cell in CELLS)), tmp_path / "cache"
    )
    assert (made.year, made.origin.vintage, rows) == (2024, "2025-09-12", len(CELLS))
    return tmp_path / "cache"


def ask(
    folder: Path,
    measure: str,
    reporter: str,
    partner: str,
    product: str,
    as_of: date | None = None,
    **more: Any,
) -> Answer:
    fields: dict[str, Any] = {
        "measure": measure,
        "reporter": reporter,
        "partner": partner,
        "product": product,
    }
    definition = Definition(**fields, period=year(2024), **more)
    library = Library(Cache(folder), as_of=as_of)
    (answer,) = library.observe(
        [Question(record="r", definition=definition, licence="stated", because="")]
    )
    return answer


@pytest.mark.parametrize(
    ("measure", "reporter", "partner", "product", "value"),
    [
        ("imports", "EUR", "CHL", "26", 910),
        ("imports", "FRA", "CHL", "26", 210),
        ("imports", "EUR", "CHL", "2603", 900),
        ("imports", "EUR", "CHL", "260300", 900),
        ("imports", "DEU", "CHL", "26030000", 700),
        ("imports", "EUR", "CHL", "V", 910),
        ("imports", "EUR", "CHL", "XV", 50),
        ("imports", "EUR", "CHL", "TOTAL", 1020),
        ("balance", "EUR", "CHL", "TOTAL", -925),
        ("exports", "GRC", "SRB", "27", 7),
        ("exports", "GRC", "SRB", "TOTAL", 7),
        ("imports", "DEU", "WLD", "26", 1044),
        ("imports", "EUR", "WLD", "26", 1210),
    ],
)
def test_any_product_of_any_dyad(
    folder: Path, measure: str, reporter: str, partner: str, product: str, value: int
) -> None:
    seen = ask(folder, measure, reporter, partner, product).observation
    assert seen is not None
    assert (seen.value, seen.dataset, seen.vintage) == (
        Decimal(value),
        "Comext bulk file",
        "2025-09-12",
    )
    assert seen.source.endswith("full_v2_202452.7z")


def test_shares_and_ranks(folder: Path) -> None:
    share = ask(folder, "share", "EUR", "CHL", "26", flow="imports").observation
    assert share is not None
    assert share.value == Decimal("89.2157")
    rank = ask(folder, "rank", "EUR", "CHL", "26", flow="imports").observation
    assert rank is not None
    assert rank.value == 1


def test_what_nobody_traded_is_not_published(folder: Path) -> None:
    found = ask(folder, "imports", "EUR", "CHL", "01")
    assert (found.observation, found.absence) == (None, "not_published")


def test_a_date_before_the_file_leaves_it_aside(folder: Path) -> None:
    assert ask(folder, "imports", "EUR", "CHL", "26", as_of=date(2025, 9, 11)).observation is None
    assert (
        ask(folder, "imports", "EUR", "CHL", "26", as_of=date(2025, 9, 12)).observation is not None
    )


def test_a_later_file_of_the_year_stays_beside_the_first(folder: Path, tmp_path: Path) -> None:
    bulkyears.bring(
        text(tmp_path / "full_202452.dat", row("DE", "CL", "26030000", 1, 705)),
        folder,
        vintage=date(2026, 2, 1),
    )
    assert [held.origin.vintage for held in bulkyears.kept(folder)] == ["2025-09-12", "2026-02-01"]
    values = {
        day: ask(folder, "imports", "DEU", "CHL", "26", as_of=day).observation
        for day in (None, date(2026, 1, 1))
    }
    assert [seen.value for seen in values.values() if seen] == [705, 700]


@pytest.mark.parametrize(
    ("name", "rows", "words"),
    [
        ("full_v2_202452.7z", (), r"unpack it first \(`tar -xf"),
        ("mine.dat", (), "does not tell the year"),
        (
            "full_202452.dat",
            (row("DE", "CL", "TOTAL", 1, 1, 202401),),
            "the periods 202401 to 202401, not the whole year 2024",
        ),
        ("full_202352.dat", (row("DE", "CL", "TOTAL", 1, 1),), "not the whole year 2023"),
        ("full_202452.dat", ("DE,CL,E",), "bulk year"),
    ],
)
def test_what_is_no_yearly_file_is_told_and_leaves_nothing(
    tmp_path: Path, name: str, rows: tuple[str, ...], words: str
) -> None:
    with pytest.raises(StatisticsError, match=words):
        bulkyears.bring(text(tmp_path / name, *rows), tmp_path / "cache")
    assert not list((tmp_path / "cache").rglob("*.parquet"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StatisticsError, match="cannot be read as a yearly Comext file"):
        bulkyears.bring(tmp_path / "full_202452.dat", tmp_path / "cache")


KILLED = """
import sys, time
from pathlib import Path
from legation.statistics import bulk, bulkyears
from legation.statistics.accounts.trade import trade
from legation.statistics.cells import Shelf
def slow(*_):
    print("made", flush=True)
    time.sleep(30)
bulk._check_year = slow
bulkyears.bring(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killing_a_conversion_half_way_leaves_no_half_year(tmp_path: Path) -> None:
    source = text(tmp_path / "full_202452.dat", *(row(*cell) for cell in CELLS))
    command = [sys.executable, "-c", KILLED, str(source), str(tmp_path / "cache")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "made"
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=10)
    assert bulkyears.kept(tmp_path / "cache") == ()
    assert ask(tmp_path / "cache", "imports", "EUR", "CHL", "26").observation is None


def test_an_account_by_chapter_and_section_is_whole(folder: Path) -> None:
    shelf = Shelf(None, (), bulkyears.kept(folder))
    chapters = {
        row.code: row.imports.value
        for row in trade("EU", "CL", year(2024), "chapter", shelf=shelf).rows
    }
    assert {code: value for code, value in chapters.items() if value} == {
        "22": 40,
        "26": 910,
        "74": 50,
    }
    sections = {
        row.code: row.imports.value
        for row in trade("EU", "CL", year(2024), "section", shelf=shelf).rows
    }
    assert {code: value for code, value in sections.items() if value} == {
        "IV": 40,
        "V": 910,
        "XV": 50,
    }
    found = trade("EU", "CL", shelf=shelf)
    assert 2024 in {int(row.code) for row in found.rows}
