"""Who stands in the ledger: persons and actors by name, and their records, newest first."""

from msgspec import Struct

from legation.store.questions.asked import Asked, Stretch, among

BEGINNING = 3
"""Letters by which a name is near another."""


class Person(Struct, frozen=True):
    """A person of the ledger, with the number of the actor represented (0: of none)."""

    number: int
    name: str
    key: str
    actor: int


class Part(Struct, frozen=True):
    """A record in which somebody stands, in which part."""

    day: int
    record: int
    role: int
    kind: int


def persons(ledger: Asked, key: str, limit: int) -> list[Person]:
    """The persons of a folded name: whole names first, then those that hold it as words."""
    rows = ledger.rows("SELECT id, name, key, actor FROM person WHERE key = ?", [key])
    if not rows:
        pattern = f"% {_literal(key)} %"
        rows = ledger.rows(
            "SELECT id, name, key, actor FROM person "
            "WHERE ' ' || key || ' ' LIKE ? ESCAPE '\\' ORDER BY key LIMIT ?",
            [pattern, limit],
        )
    return [Person(*row) for row in rows]


def alike(ledger: Asked, key: str, limit: int) -> list[str]:
    """Names that begin with the first letters of a word of ``key``: to be offered."""
    found: dict[str, None] = {}
    for word in key.split():
        rows = ledger.rows(
            "SELECT name FROM person WHERE ' ' || key LIKE ? ESCAPE '\\' ORDER BY key LIMIT ?",
            [f"% {_literal(word[:BEGINNING])}%", limit],
        )
        found.update(dict.fromkeys(name for (name,) in rows))
    return list(found)[:limit]


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def of_person(
    ledger: Asked, person: int, on: Stretch, after: tuple[int, ...] | None, limit: int
) -> list[Part]:
    """The records in which a person stands, newest first."""
    return _parts(ledger, "person", person, on, after, limit)


def of_actor(
    ledger: Asked, actor: int, on: Stretch, after: tuple[int, ...] | None, limit: int
) -> list[Part]:
    """The records in which a country or body stands, newest first."""
    return _parts(ledger, "actor", actor, on, after, limit)


def _parts(
    ledger: Asked,
    what: str,
    number: int,
    on: Stretch,
    after: tuple[int, ...] | None,
    limit: int,
) -> list[Part]:
    cut, values = ("AND (day, record) < (?, ?)", after) if after else ("", ())
    rows = ledger.rows(
        f"SELECT day, record, role, kind FROM record_{what} WHERE {what} = ? "
        f"AND day BETWEEN ? AND ? {cut} ORDER BY day DESC, record DESC LIMIT ?",
        [number, on.first, on.last, *values, limit],
    )
    return [Part(*row) for row in rows]


def documents(ledger: Asked, records: list[int]) -> list[tuple[int, int]]:
    """The documents of some records, each once with its story."""
    rows = among(
        ledger,
        "SELECT DISTINCT document.id, document.story FROM record "
        "JOIN document ON document.id = record.document WHERE record.id IN ({})",
        records,
    )
    return [(document, story) for document, story in rows]
