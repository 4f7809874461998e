"""``legation export FORMAT``: a file that is whole or not there, or standard output."""

from pathlib import Path

import pytest
from made_exports import account
from typer.testing import CliRunner

from legation.cli import app
from legation.cli.export import FORMATS

run = CliRunner()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return account(tmp_path_factory.mktemp("held") / "account.sqlite")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_and_standard_output_are_the_same(held: Path, tmp_path: Path, name: str) -> None:
    words = ["export", name, "--ledger", str(held), "--possible"]
    printed = run.invoke(app, words)
    assert printed.exit_code == 0, printed.output
    file = run.invoke(app, [*words, str(tmp_path / "new" / "out")])
    assert file.exit_code == 0, file.output
    assert (tmp_path / "new" / "out").read_bytes() == printed.stdout_bytes
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]
    assert run.invoke(app, words).stdout_bytes == printed.stdout_bytes


def test_a_pair_by_name_and_a_name_that_nobody_knows(held: Path) -> None:
    words = ["export", "geojson", "--ledger", str(held), "--dyad"]
    german = run.invoke(app, [*words, "Germany", "KAZ"])
    assert '"events":5' in german.stdout.replace(" ", "")
    unknown = run.invoke(app, [*words, "Atlantis", "KAZ"])
    assert unknown.exit_code == 2
    assert "Atlantis" in unknown.output


def test_a_fault_leaves_the_old_file(
    held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")

    def broken(*_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("legation.export.geojson._feature", broken)
    done = run.invoke(app, ["export", "geojson", str(target), "--ledger", str(held)])
    assert isinstance(done.exception, OSError)
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_notes_go_into_a_new_folder(held: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    words = ["export", "obsidian", str(folder), "--ledger", str(held)]
    done = run.invoke(app, words)
    assert done.exit_code == 0, done.output
    assert (folder / "Index.md").exists()
    again = run.invoke(app, words)
    assert again.exit_code == 2
    assert "holds files already" in again.output
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
