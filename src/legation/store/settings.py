"""Settings of one ledger: small facts that are kept beside its documents."""

from pathlib import Path

from legation.store import opening
from legation.store.reading import Reading

DIGEST = "digest"
"""When somebody last had a digest of what is new, in seconds since 1970."""

EXAMPLES = "examples"
"""Set where an account holds the package's made-up articles: nothing else comes in."""


def keep(path: Path, name: str, value: str) -> None:
    """Keep a setting.

    Raises:
        LedgerError: the ledger cannot be written, with the reason.
    """
    connection = opening.writer(path)
    try:
        with opening.explained(path), connection:
            connection.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )
            connection.commit()
    finally:
        connection.close()


def held(ledger: Reading, name: str) -> str | None:
    """A setting, if it was ever kept."""
    row = ledger.one("SELECT value FROM setting WHERE name = ?", (name,))
    return str(row[0]) if row else None
