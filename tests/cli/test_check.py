"""``legation check``."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()
TRUE = "EU exports to Kazakhstan were worth €12.1 billion in 2023."
FALSE = "EU exports to Kazakhstan were worth €14.6 billion in 2023."


def verdict(text: str) -> str:
    done = run.invoke(app, ["check", text, "--json"])
    assert done.exit_code == 0
    figures = [r for r in json.loads(done.stdout)["records"] if r["kind"] == "figure"]
    assert len(figures) == 1
    return str(figures[0]["check"]["verdict"])


def test_a_true_figure_matches() -> None:
    assert verdict(TRUE) == "matches"


def test_a_false_one_differs() -> None:
    assert verdict(FALSE) == "differs"


def test_as_of_knows_only_what_was_out_by_then() -> None:
    done = run.invoke(app, ["check", TRUE, "--json", "--as-of", "2020-01-01"])
    assert done.exit_code == 0
    figures = [r for r in json.loads(done.stdout)["records"] if r["kind"] == "figure"]
    assert figures[0]["check"]["verdict"] == "not_checkable"


def test_for_people_it_prints_the_official_value() -> None:
    done = run.invoke(app, ["check", TRUE])
    assert "✓ matches" in done.stdout
    assert "12.110" in done.stdout


def test_a_text_without_figures_says_so() -> None:
    done = run.invoke(app, ["check", "The weather was fine."])
    assert done.exit_code == 0
    assert "No figure" in done.stdout


def _claims(tmp_path: Path, *lines: str) -> Path:
    """A folder with one small made series, and claims beside it."""
    (tmp_path / "series").mkdir()
    (tmp_path / "series" / "kites.csv").write_text("Date,NOR\n2010,40\n2011,41\n", encoding="utf-8")
    catalogue = '[{"filename": "kites.csv", "title": "Share of children with a kite", "unit": "%"}]'
    (tmp_path / "series" / "metadata.json").write_text(catalogue, encoding="utf-8")
    file = tmp_path / "claims.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_claims_get_a_line_each_and_a_bad_line_stops_none(tmp_path: Path) -> None:
    file = _claims(
        tmp_path,
        '{"id": "a", "text": "In 2010, 40% of children in Norway had a kite."}',
        "not json",
        '{"id": "b", "text": "In 2010, 80% of children in Norway had a kite.", "published": '
        '"2012-01-01"}',
    )
    done = run.invoke(app, ["check", "--claims", str(file), "--series", str(tmp_path / "series")])
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["verdict"] for row in rows] == ["supported", "not_checkable", "contradicted"]
    assert [row["id"] for row in rows][::2] == ["a", "b"]
    assert "is not JSON" in rows[1]["because"][0]
    assert all(row.keys() == {"id", "verdict", "because"} for row in rows)


def test_claims_without_a_folder_of_series_are_told(tmp_path: Path) -> None:
    file = _claims(tmp_path, '{"id": "a", "text": "Nothing."}')
    done = run.invoke(app, ["check", "--claims", str(file), "--series", str(tmp_path / "nowhere")])
    assert done.exit_code == 1
    assert "no folder" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "TEXT"),
        (["--claims", "a.jsonl"], "go together"),
        (["--series", "."], "go together"),
        (["a text", "--claims", "a.jsonl", "--series", "."], "either"),
        (["--claims", "claims.csv", "--series", "."], "JSON lines"),
        (["--claims", "nowhere.jsonl", "--series", "."], "no such file"),
    ],
)
def test_wrong_use_says_what_to_do(words: list[str], told: str) -> None:
    done = run.invoke(app, ["check", *words], env={"COLUMNS": "300"})
    assert done.exit_code == 2
    assert told in done.stderr
