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

HERE = Path(store.__file__).parent
CODES = tomllib.loads((HERE / "codes.toml").read_text(encoding="utf-8"))


def words(record: type[Any], field: str) -> set[str]:
    return set(get_args(get_type_hints(record)[field]))


def test_the_tables_can_be_made() -> None:
    made = sqlite3.connect(":memory:")
    made.executescript((HERE / "schema.sql").read_text(encoding="utf-8"))
    assert made.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


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
