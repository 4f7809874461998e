"""``--as-of`` and ``--online`` where texts are read."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from far_ends import made_up
from typer.testing import CliRunner

from legation import pipeline
from legation.cli import app
from legation.statistics.providers.transport import Transport

run = CliRunner()
TEXT = (
    "EU exports to Mongolia amounted to €700 million in 2019. EU imports from Mongolia amounted "
    "to €97 million in 2023."
)
HEAD = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
ROW = "ESTAT:DS-045409(1.0),15/09/26,A,EU27_2020,MN,TOTAL,1,VALUE_IN_EUROS,2023,97100000\n"


def checks(*options: str) -> dict[str, Any]:
    done = run.invoke(
        app, ["read", "-", "--json", *options], input=json.dumps({"id": "a", "text": TEXT}) + "\n"
    )
    assert done.exit_code == 0, done.output
    return {
        one["measure"]: one["check"]
        for one in json.loads(done.stdout)["records"]
        if one["kind"] == "figure"
    }


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A provider that knows one value; what it was asked."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200, text=HEAD + ROW)

    def transport() -> Transport:
        return Transport(made_up(answer), sleep=lambda _: None, attempts=1)

    monkeypatch.setattr(pipeline.queries, "transport", transport)
    return asked


def test_only_what_was_published_by_a_day_counts() -> None:
    assert checks()["exports"]["verdict"] != "not_checkable"
    assert checks("--as-of", "2020-01-01")["exports"]["verdict"] == "not_checkable"


def test_what_is_not_at_hand_is_asked_for_only_online(provider: list[str], own_cache: Path) -> None:
    assert checks()["imports"]["verdict"] == "not_checkable"
    assert not provider
    assert checks("--online")["imports"]["verdict"] == "matches"
    count = len(provider)
    assert count
    assert own_cache.is_dir()
    assert checks()["imports"]["verdict"] == "matches", "what was fetched once answers offline"
    assert len(provider) == count


def test_a_brief_knows_both() -> None:
    done = run.invoke(app, ["brief", "-", "--as-of", "2020-01-01"], input=TEXT)
    assert done.exit_code == 0
    assert run.invoke(app, ["brief", "-", "--as-of", "soon"], input=TEXT).exit_code == 2
