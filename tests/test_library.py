"""The face towards other programs: what it gives, how it fails, and that it is light to import."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import legation

TRUE = "EU exports to Kazakhstan were €12.1 billion in 2023."


def test_importing_the_package_loads_neither_parser_nor_statistics() -> None:
    heavy = ("spacy", "duckdb", "trafilatura", "legation.pipeline")
    code = f"import sys, legation; sys.exit(sum(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_all_that_it_names_is_there() -> None:
    assert [name for name in legation.__all__ if getattr(legation, name, None) is None] == []
    with pytest.raises(AttributeError, match="reed"):
        getattr(legation, "reed")  # noqa: B009


def test_a_sentence_is_checked() -> None:
    [true] = legation.check(TRUE)
    [false] = legation.check(TRUE.replace("12.1", "15.3"))
    assert true.check is not None and false.check is not None
    assert (true.check.verdict, false.check.verdict) == ("matches", "differs")


def test_the_day_of_the_text_is_taken() -> None:
    [figure] = legation.check(TRUE.replace("in 2023", "last year"), published=date(2024, 3, 1))
    assert figure.period is not None
    assert figure.period.edtf == "2023"


def test_unchecked_texts_have_no_verdict() -> None:
    ledger = legation.read(TRUE, checked=False)
    assert [r.check for r in ledger.records if isinstance(r, legation.Figure)] == [None]


def test_what_cannot_be_read_is_an_error_of_one_text_and_an_entry_of_many(tmp_path: Path) -> None:
    with pytest.raises(legation.UnreadableDocument, match="empty"):
        legation.read("  ")
    good, empty = tmp_path / "b.txt", tmp_path / "a.txt"
    good.write_text(TRUE, encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    found = list(legation.ledgers([empty, good]))
    assert [type(one) for one in found] == [legation.Unreadable, legation.Ledger]


def test_many_are_read_one_at_a_time(tmp_path: Path) -> None:
    def paths() -> Iterator[Path]:
        for number in range(3):
            file = tmp_path / f"{number}.txt"
            file.write_text(f"{TRUE} {number}", encoding="utf-8")
            yield file

    found = legation.ledgers(paths())
    first = next(found)
    assert isinstance(first, legation.Ledger)
    assert not (tmp_path / "2.txt").exists()


def test_a_day_that_is_no_date_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match=r"datetime\.date"):
        legation.ledgers(["a.txt"], published="2024-10-07")  # type: ignore[arg-type]


def test_no_path_is_no_document() -> None:
    assert list(legation.ledgers([])) == []


def test_a_folder_of_series_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(legation.StatisticsError, match="none"):
        legation.check(TRUE, series=[tmp_path / "none"])
