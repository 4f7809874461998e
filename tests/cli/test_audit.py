"""``legation audit``: from ledgers to a sheet, from the judged sheet to the precision."""

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from legation.cli import app
from legation.model import Ledger

run = CliRunner()


def lines(count: int, ledger: Ledger) -> str:
    import msgspec

    made = (
        msgspec.structs.replace(
            ledger, document=msgspec.structs.replace(ledger.document, id=f"d{n}")
        )
        for n in range(count)
    )
    unreadable = json.dumps({"document": {"id": "broken"}, "error": "empty"})
    return "\n".join([unreadable, *(msgspec.json.encode(one).decode() for one in made)]) + "\n"


@pytest.fixture
def ledgers(tmp_path: Path, ledger: Ledger) -> Path:
    path = tmp_path / "ledgers.jsonl"
    path.write_text(lines(30, ledger), encoding="utf-8")
    return path


def called(*words: object, status: int = 0, given: str | None = None) -> Result:
    done = run.invoke(app, ["audit", *map(str, words)], input=given)
    assert done.exit_code == status, done.output
    return done


def judge(path: Path, *words: str) -> None:
    """Fills in the first judgements of a sheet, as a person with a spreadsheet."""
    made = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    start = next(n for n, line in enumerate(made) if line[0] == "number")
    column = made[start].index("right")
    for line, word in zip(made[start + 1 :], words, strict=False):
        line[column] = word
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(made)


def test_from_ledgers_to_a_precision(ledgers: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    done = called(ledgers, "--kind", "figure", "--number", 12, "--seed", 3, "--sheet", sheet)
    assert "figure: 12 drawn at random of" in done.stderr
    judge(sheet, *["yes"] * 9, "no", "?")
    told = called("--judged", sheet).stdout
    assert "81.8 %" in told
    assert "52.3–94.9" in told
    assert "fewer than nine in ten" in told
    (figures,) = json.loads(called("--judged", sheet, "--json").stdout)["kinds"]
    assert (figures["right"], figures["wrong"], figures["unsure"], figures["unjudged"]) == (
        9,
        1,
        1,
        1,
    )
    assert figures["holds"] is False


def test_judgements_are_kept_without_texts_and_read_again(
    ledgers: Path, ledger: Ledger, tmp_path: Path
) -> None:
    sheet, kept = tmp_path / "sheet.csv", tmp_path / "audits" / "kept.csv"
    called(ledgers, "--kind", "event", "--number", 5, "--sheet", sheet)
    judge(sheet, "yes", "yes", "no")
    first = json.loads(called("--judged", sheet, "--keep", kept, "--json").stdout)
    held = kept.read_text(encoding="utf-8-sig")
    assert "Freedonia" not in held
    again = json.loads(called("--judged", kept, "--json").stdout)
    assert again["kinds"] == first["kinds"]
    judge(sheet, "yes", "yes", "no", "yes")
    called("--judged", sheet, "--keep", kept)  # more of the same sample may take its place
    judge(sheet, "no")
    assert "holds 4 judgements" in called("--judged", sheet, "--keep", kept, status=1).stderr


def test_a_judged_sheet_is_not_written_over(ledgers: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    called(ledgers, "--kind", "event", "--number", 3, "--sheet", sheet)
    called(ledgers, "--kind", "event", "--number", 4, "--sheet", sheet)
    judge(sheet, "yes")
    before = sheet.read_bytes()
    assert "holds 1 judgements; choose another name, or write over them with --force" in called(
        ledgers, "--sheet", sheet, status=1
    ).stderr.replace("\n", " ")
    assert sheet.read_bytes() == before
    called(ledgers, "--sheet", sheet, "--force")
    assert sheet.read_bytes() != before


def test_a_file_that_is_no_sheet_is_not_written_over(ledgers: Path) -> None:
    before = ledgers.read_bytes()
    assert "no sheet of ours" in called(ledgers, "--sheet", ledgers, status=1).stderr
    assert ledgers.read_bytes() == before


def test_several_files_packed_or_not_and_standard_input(
    ledgers: Path, tmp_path: Path, ledger: Ledger
) -> None:
    packed = tmp_path / "more.jsonl.gz"
    packed.write_bytes(gzip.compress(lines(40, ledger).encode()))
    strata = json.loads(
        called(ledgers, packed, "--kind", "figure", "--number", 8, "--json").stdout
    )["strata"]
    assert [s["file"] for s in strata] == ["ledgers.jsonl", "more.jsonl.gz"]
    assert all(s["drawn"] for s in strata)
    piped = json.loads(called("-", "--kind", "figure", "--json", given=lines(2, ledger)).stdout)
    assert piped["strata"][0]["file"] == "standard input"


def test_the_same_seed_the_same_sheet(ledgers: Path) -> None:
    first, again, other = (
        called(ledgers, "--number", 6, "--seed", seed, "--sheet", "-").stdout for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_on_a_terminal(ledgers: Path) -> None:
    shown = called(ledgers, "--kind", "figure", "--number", 2).stdout
    assert "1. figure, sure" in shown
    assert "measure: " in shown
    assert "[[" in shown


@pytest.mark.parametrize(
    ("words", "status", "reason"),
    [
        ((), 2, "LEDGERS"),
        (("none.jsonl",), 1, "none.jsonl: cannot be read: No such file"),
        (("--judged", "none.csv"), 1, "none.csv: cannot be read"),
        (("a.jsonl", "--judged", "b.csv"), 2, "either"),
        (("a.jsonl", "--keep", "b.csv"), 2, "--keep"),
        (("--judged", "b.csv", "--kind", "event"), 2, "--kind"),
        (("a.jsonl", "--kind", "rumour"), 2, "rumour"),
        (("a.jsonl", "--number", "0"), 2, "number"),
    ],
)
def test_refusals(words: tuple[str, ...], status: int, reason: str) -> None:
    assert reason in called(*words, status=status).stderr


def test_lines_that_are_no_ledgers(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(
        '{"document": {"id": "a"}, "error": "empty"}\n{"id": "a", "text": "b"}\n', encoding="utf-8"
    )
    assert "line 2: is no ledger" in called(path, status=1).stderr
    path.write_bytes(gzip.compress(b"x" * 999)[:-9])
    assert "breaks off" in called(path, status=1).stderr
    path.write_bytes(b"")
    assert "nothing to draw" in called(path, status=1).stderr
