"""A yearly Comext file into Parquet, and a dyad out of it."""

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from legation.model import StatisticsError
from legation.statistics import bulk

ROWS = (
    "DE,KZ,E,27090090,33300,610,610,310,310000,05,1,1,NO_SU,202352,700,700,70,0",
    "DE,KZ,E,27090090,33300,610,610,310,310000,05,1,4,NO_SU,202352,300,300,30,0",
    "FR,KZ,E,28441090,52500,2013,2013,220,220000,06,1,1,NO_SU,202352,250,250,2,0",
    "DE,KZ,E,84715000,75200,2620,2620,410,410000,16,2,1,NO_SU,202352,900,900,9,0",
    "DE,UZ,E,52051200,65130,1310,1310,220,220000,11,1,1,NO_SU,202352,11,11,1,0",
    "DE,KZ,E,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,1,1,NO_SU,202352,1000,1000,100,0",
)


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Path]:
    text = tmp_path / "full_v2_202352.dat"
    text.write_text("\n".join([",".join(bulk.COLUMNS), *ROWS]) + "\n", encoding="utf-8")
    made = tmp_path / "2023.parquet"
    assert bulk.convert(text, made) == 5, "statistical procedures of one cell are added up"
    yield made


def test_a_dyad_by_chapter(year: Path) -> None:
    found = bulk.chapters(year, None, "KZ", "imports")
    assert [(row.chapter, row.value) for row in found] == [
        ("27", Decimal(1000)),
        ("28", Decimal(250)),
    ]


def test_one_member_and_the_other_flow(year: Path) -> None:
    assert [row.chapter for row in bulk.chapters(year, "FR", "KZ", "imports")] == ["28"]
    assert [row.chapter for row in bulk.chapters(year, "DE", "KZ", "exports")] == ["84"]
    assert bulk.chapters(year, "FR", "KZ", "exports") == []


def test_another_header_is_refused_by_name(tmp_path: Path) -> None:
    text = tmp_path / "other.dat"
    text.write_text("DECLARANT,PARTNER\nDE,KZ\n", encoding="utf-8")
    with pytest.raises(StatisticsError, match=r"other\.dat has other columns"):
        bulk.convert(text, tmp_path / "out.parquet")


@pytest.mark.parametrize(
    "last",
    ["DE,KZ,E,2709", "DE,KZ,E,27090090,33300,610,610,310,310000,05,1,1,NO_SU,202352,many,1,1,0"],
)
def test_a_file_cut_short_leaves_nothing_behind(tmp_path: Path, last: str) -> None:
    text = tmp_path / "cut.dat"
    text.write_text("\n".join([",".join(bulk.COLUMNS), *ROWS, last]), encoding="utf-8")
    with pytest.raises(StatisticsError):
        bulk.convert(text, tmp_path / "out.parquet")
    assert [p.name for p in tmp_path.iterdir()] == ["cut.dat"]


def test_a_made_up_year_is_the_same_twice_and_adds_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    import make_bulk_year

    one, two = tmp_path / "one.dat", tmp_path / "two.dat"
    make_bulk_year.make(one, 5000)
    make_bulk_year.make(two, 5000)
    assert sorted(one.read_text().splitlines()) == sorted(two.read_text().splitlines())
    bulk.convert(one, tmp_path / "year.parquet")
    lines = [line.split(",") for line in one.read_text().splitlines()[1:]]
    expected = sum(int(cells[14]) for cells in lines if cells[1] == "KZ" and cells[10] == "1")
    assert (
        sum(row.value for row in bulk.chapters(tmp_path / "year.parquet", None, "KZ", "imports"))
        == expected
    )
    sys.modules.pop("make_bulk_year")
