"""The view model of a digest: sixty documents on one page, each line with its words."""

from datetime import date

from msgspec import Struct

from legation.views.questions.entries import Source
from legation.views.questions.pages import Line
from legation.views.questions.scopes import Head


class Row(Struct, frozen=True, kw_only=True):
    """A line of a digest's table: ``marks`` are the numbers of its documents, ``id`` the affair's,
    conflict's or promise's; ``certain`` false puts a question mark behind it.
    """

    id: str
    when: str
    what: str
    status: str
    told: str
    changed: str
    certain: bool
    marks: tuple[int, ...]
    sources: tuple[Source, ...]


class Numbered(Struct, frozen=True, kw_only=True):
    """A document of the digest under its number; ``beside`` says "copy of 3, altered"."""

    number: int
    source: Source
    beside: str = ""


class Digest(Struct, frozen=True, kw_only=True):
    """In short; what happened or is set; what changed status; what was asked and promised; figures
    that disagree; what to doubt; the rivals; the next dates; the documents.
    """

    head: Head
    since: date | None
    until: date | None
    by: str
    """``published``, or ``learned``: by when this account learned of it."""
    short: tuple[Line, ...]
    happened: tuple[Row, ...]
    changed: tuple[Row, ...]
    promised: tuple[Row, ...]
    disagreeing: tuple[Row, ...]
    doubts: tuple[Line, ...]
    rivals: tuple[Line, ...]
    dates: tuple[Row, ...]
    more: tuple[str, ...]
    """What was left off to keep to one page, counted."""
    documents: tuple[Numbered, ...]
