"""The files of the lexicon: facts in ``data``, English words in ``en``; each tells its origin."""

import csv
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from msgspec import Struct

from legation.lexicon import nested, table
from legation.lexicon.loader import FOLDERS
from legation.model import LexiconError

ROOT = Path(str(files("legation.lexicon")))
FILES = sorted(p for folder in FOLDERS for p in (ROOT / folder).rglob("*.*"))
LICENCE = re.compile(r"MIT|CC|public domain|PDDL|ODC|Regulation|Comtrade|licen[cs]e", re.I)


class Unknown(Struct):
    nobody: str


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_file_says_at_its_head_where_it_comes_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = []
    for line in lines:
        if not line.startswith("#"):
            break
        head.append(line)
    assert LICENCE.search(" ".join(head)), f"{path.name} names neither licence nor origin"


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.suffix == ".csv"], ids=lambda p: f"{p.parent.name}/{p.name}"
)
def test_every_row_of_a_table_has_all_its_cells(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = list(csv.reader(line for line in lines if line.strip() and not line.startswith("#")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.suffix == ".toml"], ids=lambda p: f"{p.parent.name}/{p.name}"
)
def test_every_nested_file_can_be_read(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def is_in(path: Path, folder: str) -> bool:
    return path.is_relative_to(ROOT / folder)


def test_a_name_stands_in_one_folder_only() -> None:
    names = [p.relative_to(ROOT / folder) for folder in FOLDERS for p in FILES if is_in(p, folder)]
    assert sorted(names) == sorted(set(names))


def test_an_error_names_the_file_and_its_folder() -> None:
    with pytest.raises(LexiconError, match=r"lexicon/en/months\.csv, row 1"):
        table("months", Unknown)
    with pytest.raises(LexiconError, match=r"lexicon/en/writing\.toml"):
        nested("writing", Unknown)


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(LexiconError, match=r"no lexicon file nowhere\.csv in data or en"):
        table("nowhere", Unknown)
