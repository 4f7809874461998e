"""SQL that somebody typed, answered without harm: only reading, only known functions, nothing
attached, little time, few rows.

Measured on SQLite's Python module: ``mode=ro`` with ``query_only`` alone still attaches other files
(and makes new ones), and answers a recursion over twenty million rows.
"""

import sqlite3
import time
from pathlib import Path
from typing import Any

from msgspec import Struct

from legation.model.errors import Refused
from legation.store import opening

ROWS = 1_000
SECONDS = 1.0
STEPS = 10_000
"""Steps of the engine between two looks at the clock: some ten microseconds each thousand."""
READS = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
}
FUNCTIONS = {
    "count", "sum", "min", "max", "avg", "total", "group_concat", "length", "lower", "upper",
    "substr", "instr", "coalesce", "ifnull", "nullif", "round", "abs", "date", "strftime",
    "julianday", "snippet", "bm25", "like", "glob", "json_extract", "printf", "match", "hex",
    "typeof", "row_number", "rank", "dense_rank", "lag", "lead",
}  # fmt: skip
FTS_ASKS = "data_version"
"""The one pragma that each question to the index of words needs."""


class Answer(Struct, frozen=True, kw_only=True):
    """Names of columns, rows, and whether there were more than are given."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False


def ask(
    path: Path, question: str, values: tuple[object, ...] = (), seconds: float = SECONDS
) -> Answer:
    """Answer one question, on a connection of its own.

    Args:
        question: one SELECT (or WITH … SELECT).
        seconds: after which it is broken off.

    Raises:
        Refused: it wants more than reading, takes too long, or is no SQL; the message says which.
        LedgerError: there is no ledger, or none that can be read.
    """
    connection = opening.reader(path)
    try:
        guard(connection, seconds)
        return _answer(connection, question, values)
    except sqlite3.Warning as error:
        raise Refused("one statement at a time: ask without a semicolon in between") from error
    except sqlite3.Error as error:
        raise Refused(_why(error, seconds)) from error
    finally:
        connection.close()


def guard(connection: sqlite3.Connection, seconds: float) -> None:
    """Nothing but reading from now on, until the time is over."""
    connection.execute(
        "SELECT rowid FROM words WHERE words MATCH 'a' LIMIT 1"
    ).fetchone()  # connects the virtual table
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    connection.set_authorizer(_allowed)


def _allowed(
    action: int, first: str | None, second: str | None, database: str | None, trigger: str | None
) -> int:
    if action == sqlite3.SQLITE_PRAGMA:
        return sqlite3.SQLITE_OK if first == FTS_ASKS and second is None else sqlite3.SQLITE_DENY
    known = action != sqlite3.SQLITE_FUNCTION or (second or "").lower() in FUNCTIONS
    return sqlite3.SQLITE_OK if action in READS and known else sqlite3.SQLITE_DENY


def _answer(connection: sqlite3.Connection, question: str, values: tuple[object, ...]) -> Answer:
    cursor = connection.execute(question, values)
    if cursor.description is None:
        raise Refused("that answers nothing; write a SELECT")
    rows = cursor.fetchmany(ROWS + 1)
    return Answer(
        columns=tuple(column[0] for column in cursor.description),
        rows=tuple(rows[:ROWS]),
        more=len(rows) > ROWS,
    )


def _why(error: sqlite3.Error, seconds: float) -> str:
    words = str(error)
    if "interrupted" in words:
        return f"the question took longer than {seconds:g} s and was broken off; ask for less"
    if "not authorized" in words or "prohibited" in words:
        return f"only reading is allowed here, with the usual functions ({words})"
    if "too big" in words:
        return "a value of the answer is too big; ask for a part of it"
    return f"SQLite says: {words}"
