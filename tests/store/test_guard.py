"""A question that somebody typed can only read, and not for long."""

import time
from pathlib import Path

import pytest
from made_ledgers import Simple, several

from legation import store
from legation.model.errors import LedgerError, NotFound, Refused
from legation.store import guard


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("guard") / "ledger"
    with store.writing(made, Simple()) as account:
        for one in several(8):
            account.save(one)
    return made


@pytest.mark.parametrize(
    "question",
    [
        "SELECT count(*) FROM document",
        "SELECT rowid FROM words WHERE words MATCH 'exports' ORDER BY rank",
        "SELECT bm25(words) FROM words WHERE words MATCH 'exports'",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5) SELECT * FROM n",
        "SELECT kind, count(*), row_number() OVER (ORDER BY kind) FROM affair GROUP BY kind",
    ],
)
def test_reading_is_answered(path: Path, question: str) -> None:
    assert guard.ask(path, question).rows


@pytest.mark.parametrize(
    "question",
    [
        "ATTACH '/etc/passwd' AS other",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only = 0",
        "PRAGMA writable_schema = 1",
        "INSERT INTO setting VALUES ('a', 'b')",
        "DELETE FROM document",
        "CREATE TEMP TABLE t (x)",
        "DROP TABLE document",
        "VACUUM INTO '/tmp/legation-stolen'",
        "SELECT load_extension('x')",
        "SELECT readfile('/etc/passwd')",
        "SELECT randomblob(10)",
        "INSERT INTO words (words) VALUES ('delete-all')",
        "SELECT 1; SELECT 2",
        "SELECT",
        "",
        "nonsense",
        "BEGIN",
    ],
)
def test_all_else_is_refused_and_nothing_changes(path: Path, question: str) -> None:
    before = path.read_bytes()
    with pytest.raises(Refused):
        guard.ask(path, question)
    assert path.read_bytes() == before
    assert not Path("/tmp/legation-stolen").exists()


def test_a_value_that_fills_the_memory_comes_back_empty(path: Path) -> None:
    assert guard.ask(path, "SELECT printf('%.*c', 100000000, 'x')").rows == ((None,),)


@pytest.mark.parametrize(
    "question",
    [
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n",
        "SELECT count(*) FROM record a, record b, record c, record d, record e, record f, record g",
    ],
)
def test_what_takes_long_is_broken_off(path: Path, question: str) -> None:
    began = time.process_time()
    with pytest.raises(Refused, match="longer than"):
        guard.ask(path, question, seconds=0.2)
    assert time.process_time() - began < 2


def test_a_thousand_rows_are_given_and_more_are_told(path: Path) -> None:
    question = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) "
    answer = guard.ask(path, question + "SELECT i FROM n")
    assert (len(answer.rows), answer.more) == (guard.ROWS, True)


def test_no_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        guard.ask(tmp_path / "none", "SELECT 1")
    assert list(tmp_path.iterdir()) == []
    assert issubclass(NotFound, LedgerError)
