"""Places in a text."""

from collections.abc import Iterator, Sequence

from legation.model import Document, Place, Sentence


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Place]:
    """To be written."""
    yield from ()
