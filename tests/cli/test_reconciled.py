"""What CEPII reconciled stands beside what the two countries say, in a table of its own, and never
in their place.
"""

import csv
import io
import json
from io import BytesIO
from zipfile import ZipFile

import httpx
import pytest
from far_ends import made_up
from typer.testing import CliRunner

from legation import pipeline
from legation.cli import app
from legation.statistics.providers.transport import Transport

run = CliRunner()
COUNTRIES = (
    "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n398,Kazakhstan,KZ,KAZ\n"
    "276,Germany,DE,DEU\n643,Russian Federation,RU,RUS\n"
)
HEAD = "t,i,j,k,v,q\n"
TRADE = (
    "{0},156,398,850000,15000000,1\n"
    "{0},398,156,270000,14000000,1\n{0},276,398,840000,3000000,1\n"
    "{0},643,398,270000,16000000,1\n"
)


def archive() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as out:
        for year in (2022, 2023):
            out.writestr(f"BACI_HS22_Y{year}_V202601.csv", HEAD + TRADE.format(year))
        out.writestr("country_codes_V202601.csv", COUNTRIES)
    return packed.getvalue()


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small release of BACI, fetched by the command itself."""
    client = made_up(lambda _: httpx.Response(200, content=archive()))
    monkeypatch.setattr(
        pipeline.queries, "transport", lambda: Transport(client, sleep=lambda _: None, attempts=1)
    )
    done = run.invoke(
        app, ["fetch", "totals", "--source", "baci", "--from", "2022", "--to", "2023", "--yes"]
    )
    assert done.exit_code == 0, done.output
    assert "baci" in done.stderr
    assert "1 of 1 answers came and are kept" in done.stdout


@pytest.mark.usefixtures("fetched")
def test_a_dyad_of_which_nobody_s_own_statistics_are_at_hand() -> None:
    done = run.invoke(app, ["trade", "CN", "KZ", "--year", "2023", "--unit", "USD"])
    assert done.exit_code == 0
    assert (
        "As CEPII reconciled both countries' reports (BACI, FOB): neither's own number"
        in done.stdout
    )
    assert "15.00    14.00     1.00  29.00" in done.stdout
    assert "no series at hand: China's exports to Kazakhstan" in done.stdout


@pytest.mark.usefixtures("fetched")
def test_it_never_takes_the_place_of_a_reporter_s_own_number() -> None:
    found = json.loads(
        run.invoke(app, ["trade", "DE", "KZ", "--year", "2023", "--unit", "USD", "--json"]).stdout
    )
    assert found["account"]["rows"][0]["imports"]["value"] is None
    assert found["reconciled"]["rows"][0]["exports"]["value"] == "3000000000"
    table = run.invoke(app, ["trade", "DE", "KZ", "--year", "2023", "--csv"]).stdout
    assert {line["statistics_of"] for line in csv.DictReader(io.StringIO(table))} == {
        "DEU",
        "KAZ",
        "CEPII",
    }


@pytest.mark.usefixtures("fetched")
def test_shares_of_rivals() -> None:
    out = run.invoke(app, ["presence", "KZ", "--year", "2023"]).stdout
    assert "As CEPII reconciled both countries' reports" in out
    found = json.loads(run.invoke(app, ["presence", "KZ", "--year", "2023", "--json"]).stdout)
    chinese = next(
        rival for rival in found["reconciled"]["rivals"] if rival["rival"]["code"] == "CHN"
    )
    assert round(float(chinese["import_share"]["value"]), 1) == 44.1


def test_without_a_fetch_there_is_none() -> None:
    assert json.loads(run.invoke(app, ["trade", "EU", "KZ", "--json"]).stdout)["reconciled"] is None


def test_a_source_that_nobody_knows() -> None:
    done = run.invoke(app, ["fetch", "totals", "--source", "gdelt", "--yes"])
    assert done.exit_code == 2
    assert "there are comext, worldbank, baci" in done.stderr
