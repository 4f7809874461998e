"""What a format's reader hands over, before it has been judged fit to be a document."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import BinaryIO

from msgspec import Struct

from legation.model import Unreadable


class Find(Struct, frozen=True, kw_only=True):
    """A text and what its file says of it. ``place`` names it in messages ("wire.jsonl, line 3");
    ``id`` is null where the file gives none: then it is the location."""

    place: str
    text: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    """What a reader should know of how it was read; see :class:`legation.model.Document`."""
    stated: bool = False
    """True of facts that the caller wrote beside the text himself (JSON lines): they win over
    those of the source.
    """


Reader = Callable[[BinaryIO, str], Iterator[Find | Unreadable]]
"""Reads an open file of one format; the text names it in messages. Raises
:class:`legation.model.UnreadableDocument` for trouble with the whole file, yields an
:class:`Unreadable` for trouble with one entry of it."""
