"""The verbs that fill and keep the account, as a person types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()
NEWS = (
    "BRUSSELS, 4 March 2024. EU exports to Kazakhstan were worth €12.1 billion in 2023, the "
    "European Commission said. Kazakhstan's foreign minister Murat Nurtleu met German minister "
    "Annalena Baerbock in Berlin on Monday. The two agreed to open talks on visas by May."
)


def say(*words: str, status: int = 0, given: str | None = None) -> str:
    done = run.invoke(app, list(words), input=given)
    assert done.exit_code == status, done.output
    return done.output


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "account.sqlite"
    monkeypatch.setenv("LEGATION_LEDGER", str(path))
    rows = [
        {"id": "one", "text": NEWS, "published": "2024-03-05", "publisher": "Wire"},
        {"id": "two", "text": NEWS, "published": "2024-03-06", "publisher": "Evening"},
        {"id": "empty", "text": ""},
    ]
    told = say("add", "-", status=1, given="".join(json.dumps(row) + "\n" for row in rows))
    assert "added 1 " in told and "copies 1 " in told and "refused 1 " in told
    return path


def objects(kind: str) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in say("export", "ledger").splitlines()]
    assert lines == sorted(lines, key=lambda line: line["object"])
    return [line for line in lines if line["object"] == kind]


def test_a_folder_is_added_once(account: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS.replace("12.1", "13.9") * 2, encoding="utf-8")
    ledgers = folder / "part.jsonl"
    ledgers.write_text(say("read", str(folder / "a.txt"), "--json"), encoding="utf-8")
    first = json.loads(say("add", str(folder), "--json"))
    assert (first["added"] + first["copies"], first["known"], first["refused"]) == (1, 1, [])
    again = json.loads(say("add", str(folder), "--json"))
    assert (again["added"], again["copies"], again["known"]) == (0, 0, 2)


def test_documents_are_named_and_copies_have_one_story(account: Path) -> None:
    held = objects("document")
    assert [(one["id"], one["story"]) for one in held] == [("one", "one"), ("two", "one")]
    assert all(one["documents"] == 2 and one["stories"] == 1 for one in objects("affair"))


def test_a_judgement_strikes_and_is_taken_back(account: Path) -> None:
    before = objects("affair")
    uid = str(before[0]["id"])
    given = say("judge", uid, "wrong", "--because", "a slip", "--by", "Ayan").strip()
    assert uid not in [one["id"] for one in objects("affair")]
    [judgement] = objects("judgement")
    assert (judgement["of"], judgement["by"]) == ([uid], "Ayan")
    say("judge", given, "--undo")
    assert objects("affair") == before
    assert "every judgement stands" in say("judge", "--again")
    assert "is the id of no record" in say("judge", "ffffffffffffffff", "right", status=2)
    say("judge", uid, "perhaps", status=2)


def test_reading_again_keeps_judgements(account: Path) -> None:
    uid = str(objects("affair")[0]["id"])
    say("judge", uid, "right", "--by", "Ayan")
    assert "read again 1 · judgements to be looked at again 0" in say("reread", "--all")
    assert "read again 0" in say("reread")
    [judged] = [one for one in objects("affair") if one["id"] == uid]
    assert (judged["judged"], judged["tier"]) == ("right", "sure")


def test_the_withdrawn_count_no_longer_and_the_next_of_the_story_leads(account: Path) -> None:
    say("withdraw", "one", "--because", "retracted")
    assert [one["id"] for one in objects("document")] == ["two"]
    assert objects("affair")
    assert all(one["documents"] == 1 for one in objects("affair"))
    say("withdraw", "nobody", "--because", "x", status=2)


def test_the_forgotten_do_not_come_back(account: Path) -> None:
    say("forget", "two", "--yes")
    row = {"id": "two", "text": NEWS, "published": "2024-03-06", "publisher": "Evening"}
    assert "forgotten before 1" in say("add", "-", given=json.dumps(row))
    assert [one["id"] for one in objects("document")] == ["one"]


def test_a_note_counts_and_names_who_wrote_it(account: Path) -> None:
    slots = ("--is", "speaker=KAZ", "--is", "about=DEU")
    say("note", "one", "--kind", "statement", "--words", "open talks on visas", *slots, "--by", "A")
    added = [one for one in objects("affair") if "added by A" in json.dumps(one)]
    assert len(added) == 1
    say("note", "one", "--kind", "statement", "--words", "never written", *slots, status=2)


def test_a_backup_and_another_account_say_the_same(account: Path, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.sqlite", tmp_path / "other.sqlite"
    say("backup", str(copy))
    told = say("export", "ledger")
    assert say("export", "ledger", "--ledger", str(copy)) == told
    say("add", str(copy), "--ledger", str(other))
    assert say("export", "ledger", "--ledger", str(other)) == told
    assert "made again from 2 documents" in say("doctor", "--rebuild")
    assert say("export", "ledger") == told


def test_sql_reads_and_nothing_else(account: Path) -> None:
    rows = json.loads(say("sql", "SELECT name, carries FROM document ORDER BY name", "--json"))
    assert rows == [{"name": "one", "carries": 1}, {"name": "two", "carries": 0}]
    assert say("sql", "SELECT '=1+1' AS a", "--csv") == "a\n'=1+1\n"
    assert "only reading" in say("sql", "DELETE FROM document", status=2)


def test_parquet_has_words_and_days(account: Path, tmp_path: Path) -> None:
    import duckdb

    say("export", "parquet", str(tmp_path / "out"))
    with duckdb.connect() as made:
        found = made.execute(
            f"SELECT DISTINCT kind FROM '{tmp_path}/out/affairs.parquet' ORDER BY kind"
        ).fetchall()
        [(count,)] = made.execute(
            f"SELECT count(*) FROM '{tmp_path}/out/records.parquet' WHERE day IS NOT NULL"
        ).fetchall()
    assert {kind for (kind,) in found} <= {"event", "figure", "statement", "instrument", "proposal",
                                           "assertion"}  # fmt: skip
    assert count > 0
    say("export", "parquet", str(tmp_path / "out"), status=2)


def test_check_says_who_said_it_before(account: Path) -> None:
    sentence = "EU exports to Kazakhstan were worth €12.1 billion in 2023."
    told = json.loads(say("check", sentence, "--json"))
    assert [one["document"] for one in told["said_before"]] == ["one"]
    assert told["said_before"][0]["relation"] == "said before"
    shown = " ".join(say("check", sentence).split())
    assert "said before, 1 story since 2024-03-05" in shown


def test_a_verb_that_keeps_makes_no_account_by_a_slip(tmp_path: Path) -> None:
    for words in (["judge", "x", "right"], ["withdraw", "x", "--because", "y"], ["reread"]):
        say(*words, "--ledger", str(tmp_path / "none.sqlite"), status=1)
    assert list(tmp_path.iterdir()) == []
