"""Adding ledgers made by hand, and what an account then holds."""

from collections.abc import Iterable
from pathlib import Path

from made_ledgers import Simple

from legation import store
from legation.model import Ledger
from legation.store import canonical

ROLLED_UP = ("dyad_month", "dyad_facet", "dyad_total", "dyad_story", "dyad_month_stories")


def add(path: Path, held: Iterable[Ledger]) -> None:
    with store.writing(path, Simple()) as account:
        for one in held:
            account.save(one)


def export(path: Path) -> list[bytes]:
    with store.reading(path) as held:
        return list(canonical.lines(held))


def counts(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The counts of dyads, with codes and names in the place of this file's numbers."""
    names = "(SELECT code FROM actor WHERE id = a), (SELECT code FROM actor WHERE id = b)"
    with store.reading(path) as held:
        made = {}
        for table in ROLLED_UP:
            columns = [row[1] for row in held.rows(f"PRAGMA table_info({table})")][2:]
            shown = [
                f"(SELECT name FROM document WHERE id = {table}.story)" if c == "story" else c
                for c in columns
            ]
            rows = held.rows(f"SELECT {names}, {', '.join(shown)} FROM {table}")
            made[table] = sorted(rows)
        return made
