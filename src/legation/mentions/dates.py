"""Dates and periods in a text."""

from collections.abc import Iterator, Sequence

from legation.model import Date, Document, Sentence


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Date]:
    """To be written."""
    yield from ()
