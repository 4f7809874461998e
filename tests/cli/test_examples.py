"""The package's articles as an account: what a newcomer sees first."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from legation import store
from legation.cli import app
from legation.model import Document, Ledger
from legation.store import backups


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples") / "account.sqlite"
    added = run("add", "--examples", "--ledger", str(path))
    assert added.exit_code == 0, added.output
    return path


def asked(place: Path, *words: str) -> Any:
    told = run(*words, "--ledger", str(place), "--json")
    assert told.exit_code == 0, told.output
    return json.loads(told.stdout)


def test_the_digest_of_a_pair_fills_its_sections(place: Path) -> None:
    found = asked(place, "digest", "--dyad", "EU", "KZ")
    for section in ("short", "happened", "promised", "disagreeing", "doubts", "rivals", "dates"):
        assert found[section], section
    assert found["head"]["made_up"]
    numbers = {one["number"] for one in found["documents"]}
    rows = [row for name in ("happened", "promised", "disagreeing") for row in found[name]]
    assert all(row["marks"] and set(row["marks"]) <= numbers for row in rows)


def test_a_copy_that_altered_a_figure_is_no_second_witness(place: Path) -> None:
    found = asked(place, "conflicts", "EU", "KZ")
    told = {(one["copy"]["document"], one["field"]) for one in found["altered"]}
    assert ("eu-kaz-pledge-altered-2024-01-24", "value") in told
    values = [value["value"] for one in found["conflicts"] for value in one["values"]]
    assert "€12.9 billion" not in values


def test_a_person_settles_a_conflict_and_every_view_says_so(place: Path) -> None:
    def trade() -> Any:
        found = asked(place, "conflicts", "TR", "KZ")["conflicts"]
        return next(one for one in found if one["what"].startswith("trade"))

    uid = trade()["id"]
    told = run("judge", uid[:8], "settled", "--ledger", str(place))
    assert told.exit_code == 2
    assert all(one in told.stderr for one in ("6.3 billion", "6.1 billion"))
    why = ("--because", "customs office", "--by", "Ayan", "--ledger", str(place))
    given = run("judge", uid[:8], "settled", "--is", "value=6.1", *why)
    assert given.exit_code == 0, given.output
    settled = trade()
    assert (settled["settled"], settled["stands"]) == ("a person", "$6.1 billion")
    rows = asked(place, "digest", "--dyad", "TR", "KZ")["disagreeing"]
    assert any("customs office" in row["changed"] for row in rows if row["id"] == uid)
    [decided] = settled["decided"]
    assert run("judge", decided["id"], "--undo", "--ledger", str(place)).exit_code == 0
    assert trade()["settled"] is None


def test_a_visit_that_was_planned_and_held_is_one(place: Path) -> None:
    found = asked(place, "timeline", "TR", "KZ", "--kind", "event")
    visits = [one for one in found["entries"] if "Selin Karaca" in one["head"]]
    paths = [[step["status"] for step in one["steps"]] for one in visits]
    assert ["planned", "actual"] in paths


def test_a_pledge_told_by_five_stories_and_paid_in_part_is_one(place: Path) -> None:
    rows = asked(place, "digest", "--dyad", "EU", "KZ")["promised"]
    [pledge] = [row for row in rows if "10 billion" in row["what"]]
    assert "partly delivered" in pledge["status"] and "1.2 billion" in pledge["status"]
    assert len(pledge["marks"]) == 5


def test_a_visit_called_off_ends_its_plan(place: Path) -> None:
    found = asked(place, "timeline", "JP", "ID", "--kind", "event", "--possible")["entries"]
    steps = [[step["status"] for step in one["steps"]] for one in found]
    assert ["planned", "negated"] in steps


def test_what_is_rejected_beside_a_request_is_no_refusal_of_it(place: Path) -> None:
    rows = asked(place, "digest", "--dyad", "RU", "KZ")["promised"]
    assert all("refused" not in row["status"] for row in rows)


def test_every_text_is_marked_as_made_up(place: Path) -> None:
    found = asked(place, "timeline", "CN", "KZ", "--possible")
    assert all(source["made_up"] for one in found["entries"] for source in one["sources"])


def test_they_are_refused_where_other_documents_are(tmp_path: Path) -> None:
    path = tmp_path / "own.sqlite"
    own = Document(
        id="own", published=date(2024, 1, 1), text="Words.", url="https://news.example.com/own"
    )
    with store.writing(path) as account:
        account.save(Ledger(document=own, records=()))
    told = run("add", "--examples", "--ledger", str(path))
    assert told.exit_code == 1
    assert "account of their own" in told.stderr


def test_real_texts_are_refused_where_they_are(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "examples.sqlite"
    with store.reading(place) as account:
        backups.backup(account.path, path)
    held = asked(path, "sql", "SELECT count(*) FROM document")
    (tmp_path / "real.txt").write_text("Peru met Chile in Lima on Monday.", encoding="utf-8")
    other = tmp_path / "other.sqlite"
    own = Document(id="own", published=date(2024, 1, 1), text="Words of a real paper.")
    with store.writing(other) as account:
        account.save(Ledger(document=own, records=()))
    for source in (tmp_path / "real.txt", other):
        told = run("add", str(source), "--ledger", str(path))
        assert told.exit_code == 1
        assert "real texts go into an account of their own" in told.stderr
    assert run("add", "--examples", "--ledger", str(path)).exit_code == 0
    assert asked(path, "sql", "SELECT count(*) FROM document") == held


def test_they_come_alone(tmp_path: Path) -> None:
    path = str(tmp_path / "a.sqlite")
    assert run("add", "--examples", "more.txt", "--ledger", path).exit_code == 2
