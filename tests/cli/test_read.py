"""``legation read``: lines for programs, a summary for people, and an exit status that tells."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from legation.cli import app

run = CliRunner()
TEXT = "EU exports to Kazakhstan were worth €12.1 billion in 2023, the European Commission said."
ROWS = [
    {"id": "a", "text": TEXT, "title": "Trade"},
    {"id": "b", "text": ""},
    {"id": "c", "text": "Kenya and Japan signed a treaty."},
]
JSONL = "".join(json.dumps(row) + "\n" for row in ROWS)


def lines(*words: str, given: str | None = None, status: int = 0) -> list[dict[str, Any]]:
    done = run.invoke(app, ["read", *words], input=given)
    assert done.exit_code == status, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_ledger_a_line_in_input_order_and_faults_in_their_place() -> None:
    first, second, third = lines("-", "--json", "--no-check", given=JSONL, status=1)
    assert [row["document"]["id"] for row in (first, second, third)] == ["a", "b", "c"]
    assert second.keys() == {"document", "error"}
    assert second["document"] == {"id": "b"}
    assert "line 2" in second["error"]
    assert list(first["document"]) == [
        "id",
        "title",
        "published",
        "publisher",
        "url",
        "language",
        "text",
        "dateline",
        "notes",
    ]
    assert first["document"]["text"] == TEXT
    assert first["mentions"] == []


def test_no_path_is_standard_input_and_a_text_may_be_pasted() -> None:
    (found,) = lines("--json", given=TEXT)
    assert found["document"]["text"] == TEXT
    assert [
        record["check"]["verdict"] for record in found["records"] if record["kind"] == "figure"
    ] == ["matches"]


def test_mentions_only_when_asked() -> None:
    (found,) = lines("-", "--json", "--mentions", "--no-check", given=TEXT)
    assert {"quantity", "date", "actor"} <= {mention["kind"] for mention in found["mentions"]}
    assert all(record.get("check") is None for record in found["records"])


def test_the_day_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (found,) = lines(str(path), "--json", "--no-check", "--published", "2024-10-07")
    assert found["document"]["published"] == "2024-10-07"
    assert found["document"]["id"] == path.as_posix()


def test_a_bad_day_is_a_usage_error() -> None:
    done = run.invoke(app, ["read", "-", "--published", "7/10/2024"], input=TEXT)
    assert done.exit_code == 2
    assert "2024-10-07" in done.stderr


@pytest.mark.parametrize("words", [["none.txt"], ["none.txt", "--json"], ["--stories", "none.txt"]])
def test_a_missing_file(words: list[str]) -> None:
    done = run.invoke(app, ["read", *words])
    assert done.exit_code == 1
    assert "none.txt: does not exist" in done.output


def test_nothing_on_standard_input() -> None:
    (found,) = lines("-", "--json", given="", status=1)
    assert "nothing came" in found["error"]


def test_a_summary_for_people() -> None:
    done = run.invoke(app, ["read", "-"], input=JSONL)
    assert done.exit_code == 1
    assert done.stdout.startswith("Trade\n  ")
    assert "€12.1 billion exports, matches" in done.stdout
    assert "line 2" in done.stderr


def test_stories(tmp_path: Path) -> None:
    text = " ".join(f"word{n * n % 89} of{n % 17}" for n in range(200))
    rows = [
        {"id": "a", "text": text},
        {"id": "b", "text": "Another one."},
        {"id": "c", "text": text + " And more."},
    ]
    path = tmp_path / "all.jsonl"
    path.write_text(
        "".join(json.dumps({**row, "language": "en"}) + "\n" for row in rows), encoding="utf-8"
    )
    assert lines("--stories", str(path)) == [
        {"id": "a", "story": "a"},
        {"id": "b", "story": "b"},
        {"id": "c", "story": "a"},
    ]


def started(*words: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", "from legation.cli import main; main()", "read", *words]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_output_is_utf8_and_nothing_but_ledgers() -> None:
    process = started("-", "--json", "--no-check")
    out, err = process.communicate(json.dumps({"id": "Ä", "text": "Kenya’s trade."}).encode())
    assert json.loads(out.decode("utf-8"))["document"]["id"] == "Ä"
    assert err == b""


def test_a_reader_that_leaves_is_no_fault() -> None:
    process = started("--stories", "-")
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    process.stdin.write(
        "".join(
            json.dumps({"id": str(n), "text": f"Text {n}."}) + "\n" for n in range(500)
        ).encode()
    )
    process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0
