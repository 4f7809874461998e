"""``legation brief``: every form it can take, and what it says when it cannot."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legation.cli import app

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "examples" / "agency_eu_georgia.txt")
run = CliRunner()


def test_a_terminal_brief_names_figures_and_their_words() -> None:
    done = run.invoke(app, ["brief", SAMPLE])
    assert done.exit_code == 0
    assert "Figures" in done.stdout
    assert "€2.05 billion" in done.stdout


def test_html_markdown_and_json_in_one_go(tmp_path: Path) -> None:
    page, note = tmp_path / "new" / "brief.html", tmp_path / "brief.md"
    done = run.invoke(
        app, ["brief", SAMPLE, "--html", str(page), "--markdown", str(note), "--json"]
    )
    assert done.exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert note.read_text(encoding="utf-8").startswith("# ")
    made = json.loads(done.stdout)
    assert {"document", "records", "brief"} <= made.keys()
    assert str(page.resolve()) in done.stderr


def test_pasted_text() -> None:
    done = run.invoke(
        app, ["brief", "-"], input="Exports from Kenya to Japan rose to $1.2 billion in 2022."
    )
    assert done.exit_code == 0
    assert "$1.2 billion" in done.stdout


def test_a_missing_file_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    done = run.invoke(app, ["brief", str(tmp_path / "none.txt"), "--html", str(page)])
    assert done.exit_code == 1
    assert "none.txt" in done.stderr
    assert not page.exists()


def test_several_documents_are_not_a_brief(tmp_path: Path) -> None:
    two = tmp_path / "two.jsonl"
    two.write_text(
        "".join(
            json.dumps({"id": i, "text": "Kenya and Japan signed a treaty."}) + "\n" for i in "ab"
        ),
        encoding="utf-8",
    )
    done = run.invoke(app, ["brief", str(two)])
    assert done.exit_code == 1
    assert "holds 2 documents" in done.stderr


def test_a_bad_date_is_a_usage_error() -> None:
    done = run.invoke(app, ["brief", SAMPLE, "--published", "7/10/2024"])
    assert done.exit_code == 2
    assert "2024-10-07" in done.stderr


def test_a_full_disk_leaves_the_old_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "brief.html"
    page.write_text("old", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    done = run.invoke(app, ["brief", SAMPLE, "--html", str(page), "--force"])
    assert done.exit_code == 1
    assert "No space left on device" in done.stderr
    assert page.read_text(encoding="utf-8") == "old"


def test_a_dash_writes_the_page_to_standard_output() -> None:
    done = run.invoke(app, ["brief", SAMPLE, "--html", "-"])
    assert done.exit_code == 0
    assert done.stdout.startswith("<!doctype html>")


def test_no_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.cli.brief._stdin", lambda: None)
    done = run.invoke(app, ["brief", "-"])
    assert done.exit_code == 1
    assert "no standard input" in done.stderr


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    done = run.invoke(app, ["brief", SAMPLE, "--html", str(tmp_path / "brief.html")])
    assert done.exit_code == 1
    assert "No space left" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="only Linux has a device that is always full"
)
@pytest.mark.parametrize(
    "asked", [["brief", SAMPLE], ["trade", "EU", "KZ"], ["trade", "EU", "KZ", "--csv"]]
)
def test_a_full_disk_behind_standard_output_is_said_in_a_line(asked: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "legation", *asked],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_device_is_written_to_and_not_replaced() -> None:
    if not Path("/dev/null").is_char_device():
        pytest.skip("no such device here")
    with Path("/dev/null").open("w") as nowhere:
        place = f"/dev/fd/{nowhere.fileno()}"
        done = run.invoke(app, ["brief", SAMPLE, "--html", place])
    assert done.exit_code == 0
    assert Path("/dev/null").is_char_device()
