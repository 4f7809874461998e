"""What is at hand is known once: the tables are not looked through for what was found, or cannot be
found.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from legation.model import Definition, Question, year
from legation.statistics import embedded
from legation.statistics.cells import Shelf, Table


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    held, plain = [0], Shelf.tables

    def counted(shelf: Shelf, *asked: Any, **more: Any) -> Iterator[Table]:
        held[0] += 1
        return plain(shelf, *asked, **more)

    monkeypatch.setattr(Shelf, "tables", counted)
    return held


def question(reporter: str, when: int, measure: Any = "exports") -> Question:
    asked = Definition(measure=measure, reporter=reporter, partner="KAZ", period=year(when))
    return Question(record="r", definition=asked, licence="stated", because="")


def test_a_pair_is_looked_for_once_for_all_its_years(looks: list[int]) -> None:
    library = embedded()
    first = library.observe([question("EUR", 2023)])
    before = looks[0]
    later = library.observe([question("EUR", when) for when in range(2010, 2024)])
    assert looks[0] == before
    assert later[-1].observation == first[0].observation
    assert all(answer.observation for answer in later)


def test_nobody_looks_for_those_who_report_nothing(looks: list[int]) -> None:
    (answer,) = embedded().observe([question("KEN", 2023, "trade_total")])
    assert answer.reason == "no series at hand: Kenya's exports to Kazakhstan"
    assert looks[0] == 0


def test_two_vintages_of_one_series_are_told_apart(looks: list[int]) -> None:
    shelf = Shelf()
    (newest,) = {t.origin for t in shelf.tables("HS", (12,)) if t.name == "us_goods_since_2023"}
    alone = shelf.restricted(newest)
    assert shelf.restricted(newest) is alone
    assert [table.name for table in alone.tables("HS", (12,))] == ["us_goods_since_2023"]
