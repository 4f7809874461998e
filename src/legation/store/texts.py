"""A document of the account as it is handed to the rules and shown."""

import sqlite3

from legation.model import Document
from legation.store import bodies, days


def document(connection: sqlite3.Connection, number: int, given: bool = False) -> Document:
    """The document by its number, with its text; under its id here, or under the one ``given`` by
    its input line (empty where it had none).
    """
    name, line, title, published, publisher, url, language = connection.execute(
        "SELECT d.name, d.given, d.title, d.published, p.name, d.url, d.language "
        "FROM document AS d LEFT JOIN publisher AS p ON p.id = d.publisher WHERE d.id = ?",
        (number,),
    ).fetchone()
    return Document(
        id=(line or "") if given else name,
        title=title,
        published=days.day(published) if published is not None else None,
        publisher=publisher,
        url=url,
        language=language,
        text=bodies.text_of(connection, number),
    )
