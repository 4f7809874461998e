"""Quotations in a text."""

from collections.abc import Iterator, Sequence

from legation.model import Document, Quotation, Sentence


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Quotation]:
    """To be written."""
    yield from ()
