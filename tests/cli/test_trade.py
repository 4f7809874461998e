"""``legation trade``: known truths, every form of the answer, and what it says where it has
none.
"""

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()


def asked(*words: str) -> Any:
    done = run.invoke(app, ["trade", *words, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def lines(*words: str) -> list[dict[str, str]]:
    done = run.invoke(app, ["trade", *words, "--csv"])
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.stdout)))


def value(found: list[dict[str, str]], code: str, measure: str) -> Decimal:
    (cell,) = [
        line["value"]
        for line in found
        if line["code"] == code and line["measure"] == measure and line["by"] != "mirror"
    ]
    return Decimal(cell)


def test_exports_of_2023_and_imports_that_are_not_at_hand() -> None:
    row = asked("EU", "KZ", "--year", "2023")["account"]["rows"][0]
    assert abs(Decimal(row["exports"]["value"]) - 12_110_101_391) <= 10
    assert row["imports"]["value"] is None
    assert (
        row["imports"]["reason"]
        == "no series at hand: EU imports from Kazakhstan after November 2022"
    )


@pytest.mark.parametrize(
    ("stretch", "billions"),
    [
        (("--year", "2020"), "12.598"),
        (("--year", "2021"), "17.548"),
        (("--from", "2022-01", "--to", "2022-11"), "26.938"),
    ],
)
def test_imports(stretch: tuple[str, ...], billions: str) -> None:
    total = asked("EU", "KZ", *stretch)["account"]["total"]["imports"]["value"]
    assert round(Decimal(total) / 10**9, 3) == Decimal(billions)


def test_the_balance_of_2021_is_in_favour_of_kazakhstan() -> None:
    done = run.invoke(app, ["trade", "European Union", "Kazakh", "--year", "2021"])
    assert "Balance 2021: EUR 12.06 bn in favour of Kazakhstan" in done.stdout


@pytest.mark.parametrize(
    ("stretch", "share"),
    [
        (("--year", "2020"), 91),
        (("--year", "2021"), 90),
        (("--from", "2022-01", "--to", "2022-11"), 88),
    ],
)
def test_the_share_of_mineral_fuels(stretch: tuple[str, ...], share: int) -> None:
    (row,) = asked("EU", "KZ", *stretch, "--by", "chapter")["account"]["rows"]
    assert (row["code"], round(Decimal(row["import_share"]))) == ("27", share)


def test_what_is_missing_stands_on_the_page_under_its_number() -> None:
    out = run.invoke(app, ["trade", "EU", "KZ"]).stdout
    assert "[2] no series at hand: EU imports from Kazakhstan after November 2022" in out
    assert "2023         12.11" in out
    assert "Years of which only some months are at hand" in out
    assert "no series at hand: Kazakhstan's imports from the EU" in out


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("by", ["year", "month", "member", "chapter", "section"])
def test_no_line_is_wider_than_the_terminal(
    width: int, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run.invoke(app, ["trade", "EU", "KZ", "--by", by])
    assert done.exit_code == 0
    assert max(len(line) for line in done.stdout.splitlines()) <= width
    assert "\x1b[" not in done.stdout
    assert "…" not in done.stdout


def test_chapters_say_what_they_cover() -> None:
    out = " ".join(run.invoke(app, ["trade", "EU", "KZ", "--by", "chapter"]).stdout.split())
    assert "1 HS chapter is listed: only those that are at hand whole." in out
    assert (
        "The lines make up 0.80 % of exports and 90.22 % of imports; the rest is in no line." in out
    )
    out = run.invoke(app, ["trade", "EU", "KZ", "--by", "section"]).stdout
    assert "No HS section is listed: none is at hand whole." in out


def test_members_without_any_value_are_named() -> None:
    out = " ".join(run.invoke(app, ["trade", "EU", "KZ", "--by", "member"]).stdout.split())
    assert "No value at all is at hand for Malta: no line" in out
    assert "Cyprus' imports from Kazakhstan: no value published for 1 of 12 months" in out


def test_csv_has_every_value_with_its_source_or_its_reason() -> None:
    found = lines("EU", "KZ")
    assert abs(value(found, "2023", "exports") - 12_110_101_391) <= 10
    assert value(found, "2021", "balance") == -12_060_990_605
    assert all(
        line["reason"] and line["absence"]
        if not line["value"]
        else line["dataset"] and line["vintage"]
        for line in found
    )
    assert {line["statistics_of"] for line in found} == {"EUR", "KAZ"}


def test_an_open_end_is_that_of_what_is_at_hand() -> None:
    assert [row["code"] for row in asked("EU", "KZ", "--from", "2021")["account"]["rows"]] == [
        "2021",
        "2022",
        "2023",
    ]


def test_another_currency() -> None:
    assert (
        asked("EU", "KZ", "--year", "2021", "--unit", "usd")["account"]["total"]["imports"]["value"]
        == "20754813003"
    )


def test_a_date_leaves_later_vintages_aside() -> None:
    row = asked("EU", "KZ", "--year", "2021", "--as-of", "2023-06-01")["account"]["total"]
    assert row["exports"]["observation"]["vintage"] == "2023-01-13"


def test_nothing_at_hand_says_what_there_is_instead() -> None:
    done = run.invoke(app, ["trade", "CN", "KZ"])
    assert done.exit_code == 1
    assert "no trade of China with Kazakhstan at hand" in done.stdout
    assert "EU imports from Kazakhstan: January 2020–November 2022" in done.stdout
    done = run.invoke(app, ["trade", "CN", "KZ", "--year", "2023"])
    assert done.exit_code == 1
    assert "no series at hand: China's exports to Kazakhstan" in done.stdout
    done = run.invoke(app, ["trade", "KZ", "EU", "--json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout)["account"]["missing"]
    assert "no trade of Kazakhstan with the EU at hand" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("EU", "Kazachstan"), "did you mean Kazakhstan (KAZ)?"),
        (("EU", "Congo"), "write the code"),
        (("EU", "European Union"), "a dyad has two ends"),
        (("EU", "KZ", "--unit", "XYZ"), "no rate of 'XYZ'"),
        (("EU", "KZ", "--year", "soon"), "no year or month"),
        (("EU", "KZ", "--year", "2021", "--to", "2022"), "stands alone"),
        (("EU", "KZ", "--json", "--csv"), "choose one"),
        (("EU", "KZ", "--by", "week"), "Invalid value"),
    ],
)
def test_wrong_usage(words: tuple[str, ...], told: str) -> None:
    done = run.invoke(app, ["trade", *words])
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.replace("│", " ").split())
    assert not done.stdout
