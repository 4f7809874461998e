"""The table of scores: rows that exist, pages with a place for it."""

from pathlib import Path

from scoring.bench import FILES, Scores, value
from scoring.table import corpus_table, gold_table, rows, short_table, written

ROOT = Path(__file__).parents[2]
QUOTES = {"overlap50": {"f1": 68.4, "p": 85.0, "r": 57.2}, "content_and_source": {"f1": 64.0}}
FOUND: dict[str, Scores] = {"quotes": QUOTES, "probes": {"met": 27, "of": 27}}


def test_every_row_is_of_a_task() -> None:
    assert {row.task for row in rows()} == set(FILES)


def test_a_measure_is_told_with_what_belongs_to_it() -> None:
    lines = list(gold_table(FOUND))
    assert any("68.4 (p 85.0, r 57.2) | a CRF" in line for line in lines)
    assert any("27 of 27" in line for line in lines)
    assert len(list(short_table(FOUND))) < len(lines) + 1


def test_what_the_scorer_does_not_say_is_not_measured() -> None:
    assert value({"a": {"b": "x"}}, "a.b") is None
    assert any("not measured" in line for line in gold_table({"timex": {}}))


def test_a_table_goes_between_its_marks_and_nowhere_else() -> None:
    page = (
        "<!-- gold: made by make scores -->\nstale\n<!-- end -->\n<!-- corpus: made by make "
        "scores -->\nkept\n<!-- end -->"
    )
    made = written(page, {"gold": ["new"]})
    assert "stale" not in made
    assert "new" in made
    assert "kept" in made
    assert written(made, {"gold": ["new"]}) == made


def test_the_pages_have_a_place_for_their_tables() -> None:
    pages = {
        name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/quality.md")
    }
    assert "<!-- short: made by make scores -->" in pages["README.md"]
    assert all(
        f"<!-- {name}: made by make scores -->" in pages["docs/quality.md"]
        for name in ("gold", "corpus")
    )


def test_a_kind_has_a_row() -> None:
    names = ("gold", "f1", "p", "r", "right", "sure", "sure_right")
    assert len(list(corpus_table({"event": dict.fromkeys(names, 1.0)}))) == 3
