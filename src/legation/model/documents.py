"""A text with its source."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from legation.model.periods import Period
from legation.model.spans import Span


class Stretch(Struct, frozen=True, kw_only=True):
    """A part of a file of JSON lines: the bytes ``[start, end)``, which begin and end with whole
    lines, and the number of the first line, from 1.
    """

    start: int
    end: int
    first_line: int


class Source(Struct, frozen=True, kw_only=True):
    """Where a document is to be had: a path, ``-``, an ``http(s)`` address, or text already in
    hand.

    Facts that the caller knows (``published``, ``publisher`` …) win over those found in the file.
    With a ``stretch`` only that part of the file is meant.
    """

    location: str
    stretch: Stretch | None = None
    text: str | None = None
    id: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


class Repaired(Struct, frozen=True):
    """A text made readable for a parser, with the way back.

    ``origin[i]`` is the position in the original text of character ``i`` of ``text``; it has one
    more entry than ``text``, for its end, and never falls.
    """

    text: str
    origin: Sequence[int]
    notes: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The original span under ``[start, end)`` of the repaired text."""
        if end <= start:
            return Span(self.origin[start], self.origin[start])
        return Span(self.origin[start], self.origin[end - 1] + 1)


class Dateline(Struct, frozen=True, kw_only=True):
    """Where, when and for whom a text says that it was written ("NAIROBI, 3 May (Agency) – ").

    ``span`` is where it stands: it belongs to no sentence. ``date`` is as told: ``XXXX-05-03``
    where the year is missing, ``2021-XX-XX`` where the order of day and month is open.
    """

    span: Span
    place: str | None = None
    date: Period | None = None
    agency: str | None = None


class Document(Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A text with its source, as the contract prints it."""

    id: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    text: str
    dateline: Dateline | None = None
    notes: tuple[str, ...] = ()
    """What a reader should know of how it was read: a doubt, or what was left out."""


class Unreadable(Struct, frozen=True, kw_only=True):
    """What stands in the place of a document that could not be read: the run goes on, the caller
    is told.
    """

    id: str
    error: str
