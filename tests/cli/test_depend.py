"""``legation depend``."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()


def test_one_material_with_suppliers_concentration_and_risk() -> None:
    out = run.invoke(app, ["depend", "EU", "phosphorus"]).stdout
    assert "Processing: HHI 4,590, 99 % known" in out
    assert "Kazakhstan           62 %" in out
    assert "Supply risk by study" in out
    assert "phosphorus: the study gives no shares for extraction" in out


def test_all_materials_and_what_little_is_known_of_some() -> None:
    out = run.invoke(app, ["depend", "EU"]).stdout
    assert out.index("borates") < out.index("magnesium")
    assert "(6,543)" in out
    assert out.index("(6,543)") > out.index("copper")


def test_what_one_country_supplies() -> None:
    out = run.invoke(app, ["depend", "EU", "--supplier", "Kazakhstan"]).stdout
    assert "from KAZ" in out
    assert out.index("phosphorus") < out.index("titanium metal") < out.index("beryllium")


def test_json_and_csv() -> None:
    found = json.loads(run.invoke(app, ["depend", "EU", "phosphorus", "--json"]).stdout)
    assert found["supplies"][0]["concentration"] == "4590"
    table = list(
        csv.DictReader(io.StringIO(run.invoke(app, ["depend", "EU", "phosphorus", "--csv"]).stdout))
    )
    assert (table[0]["supplier"], table[0]["share_per_cent"], table[0]["supply_risk"]) == (
        "KAZ",
        "62.00",
        "3.3",
    )
    assert table[-1]["reason"]


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("words", [[], ["lithium"], ["--supplier", "CN"]])
def test_no_line_is_wider_than_the_terminal(
    width: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = run.invoke(app, ["depend", "EU", *words]).stdout
    assert max(len(line) for line in out.splitlines()) <= int(width)
    assert "…" not in out


def test_what_nobody_knows() -> None:
    done = run.invoke(app, ["depend", "EU", "magnes"])
    assert done.exit_code == 1
    assert "did you mean" in done.stdout
    assert "magnesium" in done.stdout
    assert run.invoke(app, ["depend", "China"]).exit_code == 1
    assert run.invoke(app, ["depend", "Chinna"]).exit_code == 2
