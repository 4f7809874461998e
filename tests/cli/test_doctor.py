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


def test_a_missing_model_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise MissingModel("no English model is installed: pip install it")

    monkeypatch.setattr(pipeline, "model", missing)
    done = run.invoke(app, ["doctor"])
    assert done.exit_code == 1
    assert "pip install it" in " ".join(done.stdout.split())
