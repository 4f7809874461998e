"""``legation fetch totals``: it says how much first, asks, keeps what comes, and tells what does
not.
"""

import json
from pathlib import Path

import httpx
import pytest
from far_ends import made_up
from typer.testing import CliRunner

from legation import pipeline
from legation.cli import app, fetch
from legation.statistics.bulk import COLUMNS
from legation.statistics.providers.transport import Transport

run = CliRunner()
HEAD = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
ASK = ["fetch", "totals", "--source", "comext", "--from", "2022", "--to", "2023"]


def rows(year: str) -> str:
    return HEAD + "".join(
        f"ESTAT:DS-045409(1.0),15/09/26,A,EU27_2020,{partner},TOTAL,{flow},VALUE_IN_EUROS,{year},{value}\n"
        for partner, flow, value in (("KZ", 1, 300), ("KZ", 2, 120), ("MN", 1, 40))
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The years that the provider was asked for; it fails for 2022 if ``broken`` is among them."""
    years: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        year = request.url.params.get("startPeriod", "")
        broken = "broken" in years and year == "2022"
        years.append(year)
        return httpx.Response(404) if broken else httpx.Response(200, text=rows(year))

    def transport() -> Transport:
        return Transport(made_up(answer), sleep=lambda _: None, attempts=1)

    monkeypatch.setattr(pipeline.queries, "transport", transport)
    return years


def test_it_says_how_much_and_stops_without_a_yes(asked: list[str], own_cache: Path) -> None:
    done = run.invoke(app, ASK)
    assert done.exit_code == 2
    assert "cells" in done.stderr
    assert "minute" in done.stderr
    assert str(own_cache) in done.stderr
    assert not asked


def test_a_person_may_say_no(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_asked_at", lambda: True)
    done = run.invoke(app, ASK, input="n\n")
    assert done.exit_code == 1
    assert "Nothing was fetched." in done.stderr
    assert not asked


def test_afterwards_everything_works_offline(asked: list[str]) -> None:
    done = run.invoke(app, [*ASK, "--yes"])
    assert done.exit_code == 0, done.output
    assert asked
    count = len(asked)
    account = json.loads(run.invoke(app, ["trade", "EU", "MN", "--year", "2023", "--json"]).stdout)[
        "account"
    ]
    assert account["total"]["imports"]["value"] == "40"
    assert account["total"]["imports"]["observation"]["vintage"] == "2026-09-15"
    assert len(asked) == count


def test_one_failure_does_not_stop_the_others(asked: list[str]) -> None:
    asked.append("broken")
    done = run.invoke(app, [*ASK, "--yes", "--json"])
    assert done.exit_code == 1
    outcome = {
        one["query"].rsplit(" ", 1)[1]: one
        for one in json.loads(done.stdout)
        if one["query"].startswith("comext")
    }
    assert "404" in outcome["2022"]["failure"]
    assert outcome["2023"]["values"] == 3
    assert "what came is kept" in done.stderr


@pytest.mark.parametrize("years", [("2024", "2020"), ("1950", "1960"), ("2020", "2999")])
def test_years_that_cannot_be(years: tuple[str, str], asked: list[str]) -> None:
    done = run.invoke(app, ["fetch", "totals", "--from", years[0], "--to", years[1], "--yes"])
    assert done.exit_code == 2
    assert not asked


def test_a_year_that_one_has_downloaded(tmp_path: Path) -> None:
    source = tmp_path / "full_202452.dat"
    cells = (("26030000", 1, 700), ("TOTAL", 1, 700), ("TOTAL", 2, 95))
    rows = [
        f"DE,CL,E,{code},333,201,101,310,310,15,{flow},1,NO_SU,202452,{value},{value},1,0"
        for code, flow, value in cells
    ]
    source.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    done = run.invoke(app, ["fetch", "year", str(source)])
    assert done.exit_code == 0, done.output
    assert "3 rows of 2024 are kept" in done.stdout
    account = json.loads(run.invoke(app, ["trade", "EU", "CL", "--year", "2024", "--json"]).stdout)[
        "account"
    ]
    assert account["total"]["imports"]["value"] == "700"


def test_a_year_that_is_still_packed(tmp_path: Path) -> None:
    packed = tmp_path / "full_v2_202452.7z"
    packed.write_bytes(b"7z")
    done = run.invoke(app, ["fetch", "year", str(packed)])
    assert done.exit_code == 1
    assert "unpack it first" in done.stderr
