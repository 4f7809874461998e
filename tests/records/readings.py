"""A text becomes a reading, as the pipeline makes it. Shared by the tests of this room."""

from datetime import date

from legation import documents, mentions
from legation.model import Document, Reading


def read(text: str) -> Reading:
    """The reading of a text that was published on 7 October 2024."""
    document = Document(id="test", text=text, published=date(2024, 10, 7))
    return mentions.find(document, documents.repair(text))
