"""``legation check``."""

import json

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


def test_for_people_it_prints_the_official_value() -> None:
    done = run.invoke(app, ["check", TRUE])
    assert "✓ matches" in done.stdout
    assert "12.110" in done.stdout


def test_a_text_without_figures_says_so() -> None:
    done = run.invoke(app, ["check", "The weather was fine."])
    assert done.exit_code == 0
    assert "No figure" in done.stdout
