"""Actors in a text."""

from collections.abc import Iterator, Sequence

from legation.model import Actor, Document, Sentence


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Actor]:
    """To be written."""
    yield from ()
