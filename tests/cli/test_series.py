"""``legation series``: found, shown, fetched."""

import csv
import io
import json
from pathlib import Path

import httpx
import pytest
from far_ends import made_up
from typer.testing import CliRunner

from legation import pipeline
from legation.cli import app
from legation.statistics.providers.transport import Transport

run = CliRunner()
KEY = "M.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS"
HEAD = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
ROW = "ESTAT:DS-045409(1.0),15/09/26,A,EU27_2020,KZ,TOTAL,1,VALUE_IN_EUROS,2023,30300000000\n"
FETCH = [
    "series",
    "fetch",
    "comext",
    "DS-045409",
    "A.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS",
    "--from",
    "2023",
]


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> list[httpx.Request]:
    """A provider that answers with one row; what it was asked."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, text=HEAD + ROW)

    client = made_up(answer)
    monkeypatch.setattr(
        pipeline.queries, "transport", lambda: Transport(client, sleep=lambda _: None)
    )
    return asked


def test_series_are_found_by_words() -> None:
    done = run.invoke(app, ["series", "find", "EU", "imports", "Kazakhstan", "--limit", "1"])
    assert done.exit_code == 0
    assert KEY in done.stdout
    assert "the first 1; write more words, or --limit" in " ".join(done.stdout.split())
    found = json.loads(
        run.invoke(app, ["series", "find", "EU", "imports", "Kazakhstan", "--json"]).stdout
    )
    assert KEY in {one["key"] for one in found}


def test_nothing_found_is_said() -> None:
    done = run.invoke(app, ["series", "find", "Ruritania"])
    assert done.exit_code == 1
    assert "No series at hand has all these words." in done.stdout


def test_a_series_is_shown_with_its_months() -> None:
    out = run.invoke(app, ["series", "show", KEY]).stdout
    assert "2022  2.06  2.30  2.43" in out
    assert "13 January 2023" in out
    table = list(
        csv.DictReader(io.StringIO(run.invoke(app, ["series", "show", KEY, "--csv"]).stdout))
    )
    assert (
        sum(int(line["value"]) for line in table if line["period"].startswith("2021"))
        == 17_548_077_348
    )


def test_empty_months_are_dashes_and_counted() -> None:
    out = run.invoke(app, ["series", "show", "M.MT.KZ.TOTAL.2.VALUE_IN_EUROS"]).stdout
    assert "periods of vintage 2024-11 are empty: – is no zero" in out
    assert out.count("Vintage ") == 2


def test_rates_are_shown_as_they_are() -> None:
    assert "1.07" in run.invoke(app, ["series", "show", "M.USD.EUR.SP00.A"]).stdout


def test_a_key_that_is_nowhere_shows_what_is_near() -> None:
    done = run.invoke(app, ["series", "show", "M.DE.KZ"])
    assert done.exit_code == 1
    assert "M.DE.KZ.TOTAL.2.VALUE_IN_EUROS" in done.stdout


def test_nothing_is_fetched_without_a_yes(provider: list[httpx.Request], own_cache: Path) -> None:
    done = run.invoke(app, FETCH)
    assert done.exit_code == 2
    assert "say --yes" in done.stderr
    assert not provider
    assert not own_cache.exists()


def test_what_is_fetched_answers_offline(provider: list[httpx.Request], own_cache: Path) -> None:
    done = run.invoke(app, [*FETCH, "--yes"])
    assert done.exit_code == 0, done.output
    assert "30,300,000,000" in done.stdout
    assert len(provider) == 1
    assert [path.name for path in own_cache.rglob("*") if path.is_file()] == ["2026-09-15.json"]
    account = json.loads(run.invoke(app, ["trade", "EU", "KZ", "--year", "2023", "--json"]).stdout)[
        "account"
    ]
    assert account["total"]["imports"]["value"] == "30300000000"
    assert account["total"]["imports"]["observation"]["vintage"] == "2026-09-15"
    before = json.loads(
        run.invoke(
            app, ["trade", "EU", "KZ", "--year", "2023", "--as-of", "2026-09-01", "--json"]
        ).stdout
    )
    assert before["account"]["total"]["imports"]["value"] is None
    assert len(provider) == 1


def test_a_fetched_answer_as_csv(provider: list[httpx.Request]) -> None:
    (line,) = csv.DictReader(io.StringIO(run.invoke(app, [*FETCH, "--yes", "--csv"]).stdout))
    assert (line["period"], line["value"], line["vintage"]) == ("2023", "30300000000", "2026-09-15")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere", "X", "A"], "no provider 'nowhere'"),
        (["comext", "DS-045409", "A"], "has 6 codes"),
    ],
)
def test_a_query_that_cannot_be_one(
    words: list[str], told: str, provider: list[httpx.Request]
) -> None:
    done = run.invoke(app, ["series", "fetch", *words, "--from", "2023", "--yes"])
    assert done.exit_code == 1
    assert told in done.stderr
    assert not provider
