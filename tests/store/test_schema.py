"""The tables hold together, and numbers once given keep their meaning."""

import sqlite3
import tomllib
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from legation import store
from legation.model import Event, Figure, Instrument, Proposal, Statement
from legation.model.account import PromiseStep
from legation.model.checks import AssertionVerdict, FigureVerdict
from legation.model.records import Assertion, DateFrom, Stance, Tier
from legation.store import migrations

HERE = Path(store.__file__).parent
CODES = tomllib.loads((HERE / "codes.toml").read_text(encoding="utf-8"))


def words(record: type[Any], field: str) -> set[str]:
    return set(get_args(get_type_hints(record)[field]))


def test_the_tables_can_be_made() -> None:
    made = sqlite3.connect(":memory:")
    made.executescript((HERE / "schema.sql").read_text(encoding="utf-8"))
    assert made.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    made.close()


@pytest.mark.parametrize(
    ("numbers", "held"),
    [
        (CODES["tier"], set(get_args(Tier))),
        (CODES["date_from"], set(get_args(DateFrom))),
        (CODES["verdict"], {*get_args(FigureVerdict), *get_args(AssertionVerdict)}),
        (CODES["type"]["figure"], words(Figure, "measure")),
        (CODES["type"]["statement"], words(Statement, "act")),
        (CODES["type"]["instrument"], words(Instrument, "instrument")),
        (CODES["type"]["proposal"], words(Proposal, "proposal")),
        (CODES["type"]["assertion"], words(Assertion, "assertion")),
        (CODES["status"]["event"], words(Event, "status")),
        (CODES["status"]["figure"], words(Figure, "nature")),
        (CODES["status"]["statement"], set(get_args(Stance))),
        (CODES["status"]["instrument"], words(Instrument, "status")),
        (CODES["promise"], set(get_args(PromiseStep))),
    ],
)
def test_every_word_of_the_contract_has_a_number_of_its_own(
    numbers: dict[str, int], held: set[str]
) -> None:
    assert set(numbers) == held
    assert len(set(numbers.values())) == len(numbers)


FIRST_FEED = """CREATE TABLE feed (
  url TEXT PRIMARY KEY, etag TEXT, modified TEXT, asked INTEGER, answered INTEGER, status INTEGER,
  wait_until INTEGER, failures INTEGER NOT NULL DEFAULT 0
) STRICT;"""
"""The one table of version 1 that later versions took away."""


def tables(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sql for name, sql in rows if name.startswith(("source", "pin", "feed"))}


def test_an_older_file_comes_to_the_tables_of_today() -> None:
    today, older = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    today.executescript((HERE / "schema.sql").read_text(encoding="utf-8"))
    older.executescript(FIRST_FEED)
    for step in sorted(migrations.STEPS):
        for statement in migrations.statements(migrations.STEPS[step]):
            older.execute(statement)
    assert tables(older) == tables(today)
    assert len(tables(today)) > 9
    today.close()
    older.close()
