"""The snapshot first, then what the user has, then the cache, then the network; a failure is a
reason and no exception.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from far_ends import made_up

from legation.model import Answer, Definition, Question, StatisticsError, year
from legation.statistics.combined import Library
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.transport import Transport

HEAD = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
IMPORTS = (
    HEAD + "ESTAT:DS-045409(1.0),15/09/26,A,EU27_2020,KZ,TOTAL,1,VALUE_IN_EUROS,2023,30300000000\n"
)
CUSTOMS = """country,partner,direction,year,thousand
Kazakhstan,EU,Import,2021,8000000
Kazakhstan,EU,Export,2021,25000000
Kazakhstan,EU,Export,2022,:
"""
MAPPING = """
[[files]]
file = "customs.csv"
dataset = "National customs"
source = "https://example.org"
licence = "open"
vintage = "2024-02-01"
unit = "USD"
scale = 1000
period = "year"
value = "thousand"
columns = { reporter = "country", partner = "partner", flow = "direction" }
codes = { Import = "imports", Export = "exports", Kazakhstan = "KAZ", EU = "EUR" }
"""


def ask(
    library: Library, measure: Any, reporter: str, partner: str, when: int, **more: Any
) -> Answer:
    definition = Definition(
        measure=measure, reporter=reporter, partner=partner, period=year(when), **more
    )
    (answer,) = library.observe(
        [Question(record="r", definition=definition, licence="stated", because="")]
    )
    return answer


@contextmanager
def online(*answers: str | int) -> Iterator[tuple[Transport, list[str]]]:
    waiting, asked = list(answers), list[str]()

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path.rsplit("/", 1)[1])
        one = waiting.pop(0)
        return httpx.Response(one) if isinstance(one, int) else httpx.Response(200, text=one)

    with Transport(made_up(answer), sleep=lambda _: None, attempts=1) as transport:
        yield transport, asked


def test_the_snapshot_is_not_asked_for_over_the_network(tmp_path: Path) -> None:
    with online() as (transport, asked):
        found = ask(Library(Cache(tmp_path), transport), "exports", "EUR", "KAZ", 2023)
    assert found.observation is not None
    assert asked == []


def test_what_the_snapshot_lacks_is_fetched_once_and_kept(tmp_path: Path) -> None:
    with online(IMPORTS) as (transport, asked):
        found = ask(Library(Cache(tmp_path), transport), "imports", "EUR", "KAZ", 2023)
        again = ask(Library(Cache(tmp_path), transport), "balance", "EUR", "KAZ", 2023)
    assert asked == ["A.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS"]
    assert found.observation is not None
    assert (found.observation.value, found.observation.vintage) == (
        Decimal(30_300_000_000),
        "2026-09-15",
    )
    assert again.observation is not None
    assert again.observation.value == 12_110_101_395 - 30_300_000_000
    offline = ask(Library(Cache(tmp_path)), "imports", "EUR", "KAZ", 2023)
    assert offline.observation == found.observation


def test_a_date_before_the_vintage_leaves_it_aside(tmp_path: Path) -> None:
    with online(IMPORTS) as (transport, _):
        ask(Library(Cache(tmp_path), transport), "imports", "EUR", "KAZ", 2023)
    assert (
        ask(
            Library(Cache(tmp_path), as_of=date(2026, 9, 14)), "imports", "EUR", "KAZ", 2023
        ).observation
        is None
    )
    assert (
        ask(
            Library(Cache(tmp_path), as_of=date(2026, 9, 15)), "imports", "EUR", "KAZ", 2023
        ).observation
        is not None
    )


def test_a_failure_is_a_reason_and_is_not_tried_again_at_once(tmp_path: Path) -> None:
    with online(503) as (transport, asked):
        library = Library(Cache(tmp_path), transport)
        first, second = (ask(library, "imports", "EUR", "KAZ", 2023) for _ in range(2))
    assert len(asked) == 1
    for found in (first, second):
        assert (found.observation, found.absence) == (None, "not_at_hand")
        assert found.reason.startswith(
            "no series at hand: EU imports from Kazakhstan after November 2022; https://"
        )
        assert "failed (503)" in found.reason
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_an_empty_answer_is_not_published_and_never_zero(tmp_path: Path) -> None:
    with online(HEAD) as (transport, _):
        found = ask(Library(Cache(tmp_path), transport), "imports", "EUR", "KAZ", 2023)
    assert (found.observation, found.absence) == (None, "not_published")
    assert "nothing published" in found.reason


def test_a_dyad_fetched_for_one_partner_is_no_world(tmp_path: Path) -> None:
    with online(IMPORTS, HEAD) as (transport, _):
        library = Library(Cache(tmp_path), transport)
        ask(library, "imports", "EUR", "KAZ", 2023)
        assert ask(library, "rank", "EUR", "KAZ", 2023, flow="imports").observation is None


def test_comtrade_without_a_key_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEGATION_COMTRADE_KEY", raising=False)
    with online() as (transport, asked):
        found = ask(Library(Cache(tmp_path), transport), "exports", "KAZ", "CHN", 2023)
    assert "set LEGATION_COMTRADE_KEY" in found.reason
    assert asked == []


def test_what_no_provider_publishes_is_not_asked_for(tmp_path: Path) -> None:
    with online() as (transport, asked):
        library = Library(Cache(tmp_path), transport)
        for more in ({"scope": "goods_and_services"}, {"scheme": "SITC", "product": "3"}):
            assert ask(library, "exports", "EUR", "KAZ", 2024, **more).observation is None
        assert ask(library, "exports", "KAZ", "EUR", 2021).observation is None
    assert asked == []


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "customs.csv").write_text(CUSTOMS, encoding="utf-8")
    (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    return folder


def test_a_folder_of_one_s_own_answers_the_mirror_question(own: Path) -> None:
    library = Library(folders=[own])
    dollars = ask(library, "imports", "KAZ", "EUR", 2021, unit="USD").observation
    assert dollars is not None
    assert (dollars.value, dollars.dataset, dollars.vintage) == (
        Decimal(8_000_000_000),
        "National customs",
        "2024-02-01",
    )
    euros = ask(library, "imports", "KAZ", "EUR", 2021).observation
    assert euros is not None
    assert euros.unit == "EUR"
    assert Decimal("6.7e9") < euros.value < Decimal("6.8e9")
    assert "per USD" in euros.definition
    balance = ask(library, "balance", "KAZ", "EUR", 2021, unit="USD").observation
    assert balance is not None
    assert balance.value == 17_000_000_000


def test_an_empty_cell_of_one_s_own_is_no_zero(own: Path) -> None:
    found = ask(Library(folders=[own]), "exports", "KAZ", "EUR", 2022)
    assert found.observation is None
    assert found.reason.endswith("after December 2021 in National customs")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"customs.csv"', '"../customs.csv"', "no such file in the folder"),
        ('"thousand"', '"million"', "correct the columns in mapping.toml"),
        ("Import = ", "Entry = ", "the flow 'Import', which is neither"),
        ('reporter = "country", ', "", "no reporter; add it"),
        ('period = "year"', 'period = "direction"', "'Import' is neither a year nor a month"),
        ('value = "thousand"', 'value = "direction"', "'Import' is no number"),
        ("[[files]]", "[[files", "mapping.toml"),
        ('licence = "open"', "", "missing required field `licence`"),
    ],
)
def test_a_folder_that_does_not_hold_together_is_named(
    own: Path, old: str, new: str, words: str
) -> None:
    (own / "mapping.toml").write_text(MAPPING.replace(old, new), encoding="utf-8")
    with pytest.raises(StatisticsError, match=words):
        Library(folders=[own])


def test_a_folder_without_a_mapping_is_named(tmp_path: Path) -> None:
    with pytest.raises(StatisticsError, match="a folder of series needs one"):
        Library(folders=[tmp_path])
