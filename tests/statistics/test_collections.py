"""A folder of series: found, read only when asked for, and told what is wrong with it."""

import tarfile
from pathlib import Path

import pytest

from legation.model.errors import StatisticsError
from legation.statistics.collections import SeriesFolder

WIDE = "Date,KEN,NOR,OWID_WRL\n2001,1.5,,7\n2002,2,3,8\n"
LONG = (
    "Entity,Code,Year,Bees\nKenya,KEN,2001,1.5\nKenya,KEN,2002,2\n"
    "Norway,NOR,2002,3\nWorld,OWID_WRL,2002,8\nAfrica,,2002,9\n"
)
CATALOGUE = (
    '[{"filename": "bees.csv", "title": "Bees kept", "description": "Hives.", "unit": "hives"}]'
)


@pytest.mark.parametrize("text", [WIDE, LONG], ids=["wide", "long"])
def test_both_layouts_are_known_by_their_header(tmp_path: Path, text: str) -> None:
    (tmp_path / "bees.csv").write_text(text, encoding="utf-8")
    values = SeriesFolder(tmp_path).series("bees").values
    assert values["KEN"] == {2001: 1.5, 2002: 2.0}
    assert values["NOR"] == {2002: 3.0}
    assert values["WLD"][2002] == 8.0


def test_the_catalogue_gives_title_and_unit(tmp_path: Path) -> None:
    (tmp_path / "bees.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "metadata.json").write_text(CATALOGUE, encoding="utf-8")
    [heading] = SeriesFolder(tmp_path).headings
    assert (heading.name, heading.title, heading.unit) == ("bees", "Bees kept", "hives")


def test_the_catalogue_may_stand_above_the_files(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "bees.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "metadata.json").write_text(CATALOGUE, encoding="utf-8")
    assert SeriesFolder(tmp_path / "csv").headings == SeriesFolder(tmp_path).headings


def test_without_a_catalogue_the_file_name_is_the_title(tmp_path: Path) -> None:
    (tmp_path / "honey-bees.csv").write_text(WIDE, encoding="utf-8")
    assert SeriesFolder(tmp_path).headings[0].title == "Honey bees"


def test_only_the_series_asked_for_is_read(tmp_path: Path) -> None:
    (tmp_path / "bees.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "wasps.csv").write_text("Date,KEN\nnever,none\n", encoding="utf-8")
    folder = SeriesFolder(tmp_path)
    assert folder.series("bees").values["KEN"][2001] == 1.5
    with pytest.raises(StatisticsError, match="wasps"):
        folder.series("wasps")


def test_an_archive_is_read_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "bees.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "packed").mkdir()
    with tarfile.open(tmp_path / "packed" / "csv.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "bees.csv", "csv/bees.csv")
    assert SeriesFolder(tmp_path / "packed").series("bees").values["NOR"] == {2002: 3.0}


def test_the_mapping_file_says_how_the_columns_are_called(tmp_path: Path) -> None:
    (tmp_path / "bees.csv").write_text(
        "land;".replace(";", ",") + "jahr,zahl,note\nNorwegen,2002,3,x\n", encoding="utf-8"
    )
    mapping = (
        '[collection]\nlayout = "long"\nentity = "land"\nyear = "jahr"\nvalue = "zahl"\nnames = '
        '{ Norwegen = "NOR" }\n'
    )
    (tmp_path / "mapping.toml").write_text(mapping, encoding="utf-8")
    assert SeriesFolder(tmp_path).series("bees").values == {"NOR": {2002: 3.0}}


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ('[collection]\nlayout = "round"\n', "layout"),
        ('[collection]\nfiles = "../elsewhere"\n', "outside the folder"),
        ('[collection]\ncatalogue = "none.json"\n', "none.json"),
        ("[collection\n", "mapping.toml"),
    ],
)
def test_a_mapping_that_does_not_hold_is_told(tmp_path: Path, mapping: str, told: str) -> None:
    (tmp_path / "bees.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "mapping.toml").write_text(mapping, encoding="utf-8")
    with pytest.raises(StatisticsError, match=told):
        assert SeriesFolder(tmp_path).headings


def test_no_folder_and_an_empty_one_are_told(tmp_path: Path) -> None:
    with pytest.raises(StatisticsError, match="no folder"):
        SeriesFolder(tmp_path / "nowhere")
    with pytest.raises(StatisticsError, match=r"no \.csv"):
        SeriesFolder(tmp_path)
