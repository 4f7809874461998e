"""Quantities in a text."""

from collections.abc import Iterator, Sequence

from legation.model import Date, Document, Quantity, Sentence


def find(document: Document, sentences: Sequence[Sentence], dates: Sequence[Date]) -> Iterator[Quantity]:
    """To be written. ``dates`` keep the "2023" of "in 2023" from being read as a count."""
    yield from ()
