"""``legation coverage``."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()


def told(*words: str) -> str:
    return " ".join(run.invoke(app, ["coverage", *words], env={"COLUMNS": "120"}).stdout.split())


def test_a_country_s_own_series_and_those_of_others_on_it() -> None:
    out = told("US")
    assert "The United States' exports to 214 partners 2023 2025 US Census Bureau, October" in out
    assert "duty on imports" in out
    assert "EU exports to the United States 2010 2023 Eurostat, November 2024" in out
    assert "Real growth of the gross domestic product 2022 2024" in out
    assert "legation fetch totals --source worldbank" in out
    assert "MB, about" in out


def test_a_dyad_has_its_two_sides_and_the_query_that_would_settle_it() -> None:
    out = told("KZ", "EU")
    assert "EU exports to Kazakhstan January 2019 August 2024" in out
    assert "A.EU27_2020.KZ.TOTAL.2.VALUE_IN_EUROS" in out
    assert "collected in github.com/mary-lev/eu-export-sanctions" in out
    assert "LEGATION_COMTRADE_KEY" in told("KZ", "CN")


def test_json_and_csv_tell_ages_and_vintages() -> None:
    found = json.loads(run.invoke(app, ["coverage", "KZ", "EU", "--json"]).stdout)["coverage"]
    assert {held["frequency"] for held in found["held"]} == {"years", "months"}
    assert all(held["age"] >= 0 and held["vintage"] for held in found["held"])
    table = list(
        csv.DictReader(io.StringIO(run.invoke(app, ["coverage", "KZ", "EU", "--csv"]).stdout))
    )
    assert [line["what"] for line in table] == [held["what"] for held in found["held"]]


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_terminal(width: str) -> None:
    out = run.invoke(app, ["coverage", "US"], env={"COLUMNS": width}).stdout
    assert max(len(line) for line in out.splitlines()) <= int(width)


def test_where_nothing_is_at_hand_it_says_what_to_fetch() -> None:
    done = run.invoke(app, ["coverage", "AQ", "BV"])
    assert done.exit_code == 1
    assert "Nothing is at hand for this." in done.stdout
    assert "legation fetch totals" in done.stdout
    assert run.invoke(app, ["coverage", "Ruritania"]).exit_code == 2
    assert run.invoke(app, ["coverage", "KZ", "Kazakhstan"]).exit_code == 2


def test_as_of_a_day_only_what_was_out() -> None:
    before = json.loads(
        run.invoke(app, ["coverage", "US", "--json", "--as-of", "2024-01-01"]).stdout
    )
    assert {held["vintage"] for held in before["coverage"]["held"]} == {"2023-03"}
