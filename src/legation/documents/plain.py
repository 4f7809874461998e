"""Plain text and Markdown: the document's text is the file's, to the character."""

from collections.abc import Iterator
from typing import BinaryIO

from msgspec import structs

from legation.documents import encodings, headers, limits
from legation.documents.finds import Find


def read(stream: BinaryIO, place: str) -> Iterator[Find]:
    """The one text of a file."""
    text, note = encodings.read(limits.whole(stream))
    found = pasted(text, place)
    yield structs.replace(found, notes=(note,)) if note else found


def pasted(text: str, place: str) -> Find:
    """A text in hand, with what its first and last lines say of it."""
    header = headers.find(text)
    return Find(
        place=place,
        text=text,
        title=header.title,
        published=header.published,
        publisher=header.publisher,
        url=header.url,
        language=header.language,
    )
