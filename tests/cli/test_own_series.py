"""``--series FOLDER`` on the verbs that hold figures against official series: one's own customs
file answers like any provider.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()
TEXT = "Kazakhstan's exports to China were $14.7 billion in 2023."
MAPPING = """
[[files]]
file = "customs.csv"
dataset = "National customs"
source = "https://example.org"
licence = "open"
vintage = "2024-11-15"
unit = "USD"
scale = 1000
period = "year"
value = "value"
columns = { reporter = "country", partner = "partner", flow = "direction" }
fixed = { product = "TOTAL" }
codes = { Import = "imports", Export = "exports", Kazakhstan = "KAZ" }
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    rows = "country,partner,direction,year,value\nKazakhstan,CHN,Export,2023,14730000\n"
    (tmp_path / "customs.csv").write_text(rows, encoding="utf-8")
    return str(tmp_path)


def verdicts(text: str) -> list[str]:
    return [r["check"]["verdict"] for r in json.loads(text)["records"] if r["kind"] == "figure"]


def test_a_sentence(folder: str) -> None:
    assert verdicts(run.invoke(app, ["check", TEXT, "--json"]).stdout) == ["not_checkable"]
    done = run.invoke(app, ["check", TEXT, "--json", "--series", folder])
    assert verdicts(done.stdout) == ["matches"]
    assert (
        "National customs, November 2024"
        in run.invoke(app, ["check", TEXT, "--series", folder]).stdout
    )


@pytest.mark.parametrize("verb", ["brief", "read"])
def test_a_document(folder: str, verb: str, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text(f"{TEXT} The two countries trade more every year.", encoding="utf-8")
    done = run.invoke(app, [verb, str(file), "--json", "--series", folder])
    assert done.exit_code == 0, done.stderr
    assert verdicts(done.stdout) == ["matches"]


def test_an_account(folder: str) -> None:
    found = json.loads(run.invoke(app, ["trade", "KZ", "CN", "--json", "--series", folder]).stdout)
    row = found["account"]["rows"][0]
    assert row["exports"]["observation"]["dataset"] == "National customs"
    assert (
        "Kazakhstan's exports to China"
        in run.invoke(app, ["coverage", "KZ", "CN", "--series", folder]).stdout
    )


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    for verb in (["check", TEXT], ["trade", "KZ", "CN"], ["brief", "-"]):
        done = run.invoke(app, [*verb, "--series", str(tmp_path / "nowhere")], input="A text.")
        assert done.exit_code == 1
        assert "mapping.toml cannot be read" in done.stderr
