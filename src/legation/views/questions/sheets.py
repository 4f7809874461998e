"""More view models: what a story's copies made of it, places, pairs side by side, what is new."""

from datetime import date

from msgspec import Struct

from legation.views.questions.entries import Entry, Source
from legation.views.questions.pages import (
    Change,
    Counted,
    Disagreement,
    Line,
    Month,
    Promised,
    Side,
)
from legation.views.questions.scopes import Head, Paging


class Telling(Struct, frozen=True, kw_only=True):
    """A document of a story. ``part``: ``first source``, ``copy``, ``altered copy``, ``version``,
    ``superseded``, ``withdrawn``. ``words``: how many it has.
    """

    source: Source
    part: str
    words: int
    because: str = ""
    score: float | None = None


class Story(Struct, frozen=True, kw_only=True):
    """A text and its copies; entries count once and carry the first source."""

    head: Head
    id: str
    tellings: tuple[Telling, ...]
    altered: tuple[Change, ...]
    entries: tuple[Entry, ...]


class Spot(Struct, frozen=True, kw_only=True):
    """A place with what happened there. Without coordinates ``lat`` and ``lon`` are null."""

    name: str
    country: str
    lat: float | None
    lon: float | None
    entries: tuple[Entry, ...]


class Journey(Struct, frozen=True, kw_only=True):
    """Somebody of one country in another, from a story."""

    origin: Side
    to: Side
    place: str | None
    entry: Entry


class Map(Struct, frozen=True, kw_only=True):
    """Meetings and visits with a place."""

    head: Head
    spots: tuple[Spot, ...]
    journeys: tuple[Journey, ...]
    elsewhere: int | None
    """Meetings and visits that name no place; null where there are too many to count."""


class Column(Struct, frozen=True, kw_only=True):
    """One pair of a comparison."""

    a: Side
    b: Side
    stories: int
    documents: int
    counts: tuple[Counted, ...]
    months: tuple[Month, ...]
    latest: tuple[Entry, ...]


class Compared(Struct, frozen=True, kw_only=True):
    """Two to four pairs side by side, over the same months."""

    head: Head
    columns: tuple[Column, ...]


class Claims(Struct, frozen=True, kw_only=True):
    """A pair's trade figures, as stories claim them, by period; the official series stands in the
    trade account of the statistics. ``beside``: dated sure events, to lay along a line.
    """

    head: Head
    a: Side
    b: Side
    figures: tuple[Entry, ...]
    beside: tuple[Entry, ...]


class Pair(Struct, frozen=True, kw_only=True):
    """A pair in the list of the first page."""

    a: Side
    b: Side
    stories: tuple[tuple[str, int], ...]
    """Months and their distinct stories."""
    affairs: int
    last: Entry | None
    doubts: int


class News(Struct, frozen=True, kw_only=True):
    """The first page: what this account learned since a day, the pairs, what is in doubt or due."""

    head: Head
    since: date | None
    lead: tuple[Line, ...]
    entries: tuple[Entry, ...]
    pairs: tuple[Pair, ...]
    conflicts: tuple[Disagreement, ...]
    promises: tuple[Promised, ...]
    documents: int
    empty: bool


class Aside(Struct, frozen=True, kw_only=True):
    """A document that stands in no count, and why."""

    source: Source
    because: str


class LeftOut(Struct, frozen=True, kw_only=True):
    """What the counts leave out: copies, earlier versions, withdrawn texts; and struck entries."""

    head: Head
    documents: tuple[Aside, ...]
    struck: tuple[Entry, ...]
    paging: Paging
