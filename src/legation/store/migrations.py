"""The numbered steps from an older ledger to today's, each in one transaction.

Version 1 is ``schema.sql``. A change of the tables adds a file ``migrations/0002.sql`` (and so on)
beside the change in ``schema.sql``; a test holds that both ways give the same tables. What is only
derived may be dropped and left to ``legation doctor --rebuild``.
"""

import sqlite3
from pathlib import Path

from legation.model.errors import TooNew, Unwritable

HERE = Path(__file__).parent
STEPS: dict[int, str] = {
    int(file.stem): file.read_text(encoding="utf-8")
    for file in sorted((HERE / "migrations").glob("[0-9]*.sql"))
}
"""For each version the statements that lead to it from the one before."""
NEWEST = max(STEPS, default=1)


def create(connection: sqlite3.Connection, application: int) -> None:
    """The tables of today in an empty file."""
    schema = (HERE / "schema.sql").read_text(encoding="utf-8")
    connection.executescript(
        f"BEGIN; PRAGMA application_id = {application}; PRAGMA user_version = {NEWEST};"
        f"{schema}; COMMIT;"
    )


def version(connection: sqlite3.Connection) -> int:
    """The version of a file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def known(connection: sqlite3.Connection, path: Path, exact: bool = False) -> int:
    """The version of a file, if we can work with it.

    Raises:
        TooNew: it is of a newer Legation. Unwritable: ``exact``, and it is to be migrated first.
    """
    held = version(connection)
    if held > NEWEST:
        raise TooNew(too_new(path, held))
    if exact and held < NEWEST:
        raise Unwritable(
            f"{path}: is of an older Legation (version {held}, now {NEWEST}); bring it up to date "
            "with: legation doctor --migrate"
        )
    return held


def too_new(path: Path, held: int) -> str:
    """Why a newer file is refused."""
    return (
        f"{path}: was made by a newer Legation (version {held}; this one knows up to {NEWEST}); it "
        "was not touched. Install the newer Legation, or give another file with --ledger"
    )


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an older file up to date: all steps in one transaction, or none."""
    if known(connection, path) == NEWEST:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in range(known(connection, path) + 1, NEWEST + 1):
            for statement in statements(STEPS[step]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def statements(script: str) -> list[str]:
    """The statements of a script, one by one: ``executescript`` would commit before it begins."""
    made, held = [], ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            made.append(held)
            held = ""
    return made
