"""The sources of a ledger, and how much of them is still to be added."""

from legation.model.watching import Watched
from legation.store.questions.asked import Asked
from legation.store.sources import COLUMNS, source


def sources(ledger: Asked) -> list[tuple[Watched, int]]:
    """Every source, with how many of its items wait."""
    rows = ledger.rows(
        f"SELECT id, {COLUMNS}, (SELECT count(*) FROM source_waiting AS w WHERE w.source = s.id) "
        "FROM source AS s ORDER BY id",
        [],
    )
    return [(source(row[:-1]), int(row[-1])) for row in rows]
