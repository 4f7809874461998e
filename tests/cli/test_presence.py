"""``legation presence``."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()


def test_what_is_at_hand_and_what_is_not() -> None:
    out = " ".join(run.invoke(app, ["presence", "KZ"]).stdout.split())
    assert (
        "Rank of Kazakhstan among 210 partners outside the EU, EU exports to the world, "
        "2023: number 30." in out
    )
    assert (
        "China, Russia, Türkiye and the United Kingdom: no statistics of "
        "theirs on Kazakhstan" in out
    )
    assert "Germany 3.22 26.6 %" in out
    assert "16 more" in out


def test_another_year_has_imports_too() -> None:
    assert (
        "5.49          17.55"
        in run.invoke(app, ["presence", "Kazakhstan", "--year", "2021"]).stdout
    )


def test_json_and_csv_give_each_reason() -> None:
    found = json.loads(
        run.invoke(app, ["presence", "KZ", "--json", "--rival", "EU", "--rival", "Chinese"]).stdout
    )
    assert [rival["rival"]["code"] for rival in found["presence"]["rivals"]] == ["EUR", "CHN"]
    table = list(csv.DictReader(io.StringIO(run.invoke(app, ["presence", "KZ", "--csv"]).stdout)))
    russian = [line for line in table if line["statistics_of"] == "RUS"]
    assert {line["reason"] for line in russian} == {
        "no series at hand: Russia's exports to Kazakhstan",
        "no series at hand: Russia's imports from Kazakhstan",
    }


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_terminal(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = run.invoke(app, ["presence", "KZ"]).stdout
    assert max(len(line) for line in out.splitlines()) <= int(width)
    assert "…" not in out


def test_a_country_without_anything_and_one_that_nobody_knows() -> None:
    done = run.invoke(app, ["presence", "KZ", "--year", "1990"])
    assert done.exit_code == 1
    assert "Nothing is at hand for this." in done.stdout
    assert run.invoke(app, ["presence", "Kazachstan"]).exit_code == 2
