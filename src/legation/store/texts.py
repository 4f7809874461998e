"""A document of the account as it is handed to the rules and shown."""

from legation.model import Document
from legation.store import bodies, days
from legation.store.session import Session


def document(session: Session, number: int) -> Document:
    """The document by its number, with its text."""
    name, title, published, publisher, url, language = session.connection.execute(
        "SELECT d.name, d.title, d.published, p.name, d.url, d.language FROM document AS d "
        "LEFT JOIN publisher AS p ON p.id = d.publisher WHERE d.id = ?",
        (number,),
    ).fetchone()
    return Document(
        id=name,
        title=title,
        published=days.day(published) if published is not None else None,
        publisher=publisher,
        url=url,
        language=language,
        text=bodies.text_of(session.connection, number),
    )
