"""``legation doctor``."""

import json

import pytest
from typer.testing import CliRunner

from legation import pipeline
from legation.cli import app
from legation.model import MissingModel

run = CliRunner()


def test_all_is_well_here() -> None:
    done = run.invoke(app, ["doctor", "--json"])
    assert done.exit_code == 0
    findings = {finding["what"]: finding for finding in json.loads(done.stdout)}
    assert findings["language model"]["found"].startswith("en_core_web_sm")
    assert any(what.startswith("series ") for what in findings)
    assert all(finding["well"] for finding in findings.values())


def test_a_series_too_old_for_claims_of_its_time_gets_no_tick() -> None:
    done = run.invoke(app, ["doctor"], env={"COLUMNS": "300"})
    lines = {line.split()[2]: line for line in done.stdout.splitlines() if " series " in line}
    assert lines["eu27_annual"].strip().startswith("!")
    assert "too old for claims of" in lines["eu27_annual"]
    assert lines["hs_titles"].strip().startswith("✓")
    assert "legation fetch totals" in done.stdout


def test_a_missing_model_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise MissingModel("no English model is installed: pip install it")

    monkeypatch.setattr(pipeline, "model", missing)
    done = run.invoke(app, ["doctor"])
    assert done.exit_code == 1
    assert "pip install it" in " ".join(done.stdout.split())
