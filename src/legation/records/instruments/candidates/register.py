"""The register of known instruments: names, parties and dated status, as ``instruments.csv`` has
them.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table, word_set
from legation.model import Span, month_end

Kind = Literal["agreement", "project", "format", "summit", "law", "fund"]
Status = Literal[
    "proposed",
    "planned",
    "negotiated",
    "signed",
    "ratified",
    "in_force",
    "under_construction",
    "operating",
    "suspended",
    "ended",
    "unknown",
]
WORD = re.compile(r"\w+|[^\w\s]")
HELD = "held"
"""How the register writes that a summit took place; in a record such a summit is ``ended``."""
ALIKE = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'"})
CLASS_ACRONYMS = word_set("instruments", "register.class_acronyms")
GENERIC = word_set("instruments", "register.generic")


class Row(Struct, frozen=True, kw_only=True):
    """A row of ``instruments.csv``. ``history`` holds items such as ``in_force 2020-03-01``
    (or ``2020``), or ``held 2025-04-03 Samarkand``."""

    name: str
    aliases: tuple[str, ...] = ()
    acronym: tuple[str, ...] = ()
    kind: Kind
    parties: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    source: str | None = None


class Stage(Struct, frozen=True):
    """What an instrument became, and when: a day, a month or a year; and in which town, where that
    is known.
    """

    status: str
    since: str
    town: str | None = None

    @property
    def first_day(self) -> date:
        """The earliest day that the register's date can mean."""
        year, month, day = ([int(part) for part in self.since.split("-")] + [1, 1])[:3]
        return date(year, month, day)

    @property
    def last_day(self) -> date:
        """The latest day that it can mean."""
        parts = [int(part) for part in self.since.split("-")]
        if len(parts) == 3:
            return date(*parts)
        return month_end(parts[0], parts[1]) if len(parts) == 2 else date(parts[0], 12, 31)

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.since.count("-") == 2


class Name(Struct, frozen=True):
    """A written name of the register: its words in lower case, and the rows that bear it."""

    words: tuple[str, ...]
    rows: tuple[Row, ...]
    exact: str | None
    """For acronyms and single words, the form that alone counts ("TAP", never "tap")."""


def stages(row: Row) -> tuple[Stage, ...]:
    """The history of an instrument, oldest first."""
    return tuple(Stage(*item.split(maxsplit=2)) for item in row.history)


@cache
def rows() -> tuple[Row, ...]:
    """The whole register."""
    return table("instruments", Row)


def words(text: str) -> tuple[str, ...]:
    """A name as the register compares it."""
    return tuple(WORD.findall(text.translate(ALIKE).lower()))


@cache
def index() -> dict[str, tuple[Name, ...]]:
    """Names by their first word, the longest first."""
    bearers: dict[tuple[tuple[str, ...], str | None], list[Row]] = defaultdict(list)
    for row in rows():
        for name in {row.name, *row.aliases, *row.acronym}:
            single = len(words(name)) == 1 or name in row.acronym
            same = bearers[words(name), name if single else None]
            if row not in same:
                same.append(row)
    held: dict[str, list[Name]] = defaultdict(list)
    for (parts, exact), found in bearers.items():
        held[parts[0]].append(Name(parts, tuple(found), exact))
    return {
        first: tuple(sorted(names, key=lambda n: -len(n.words))) for first, names in held.items()
    }


def find(text: str) -> Iterator[tuple[Span, Name]]:
    """The names of the register in a text, the longest at each place."""
    found, names = Words(text), index()
    at = 0
    while at < len(found.low):
        name = next((n for n in names.get(found.low[at], ()) if _stands(n, found, at)), None)
        if name is None:
            at += 1
            continue
        yield found.span(at, len(name.words)), name
        at += len(name.words)


class Words:
    """The words and signs of a text, small: a text may be two million signs and nothing else."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends = array("q"), array("q")
        shared: dict[str, str] = {}
        self.low: list[str] = []
        for match in WORD.finditer(text):
            word = match.group().translate(ALIKE).lower()
            self.low.append(shared.setdefault(word, word))
            self.starts.append(match.start())
            self.ends.append(match.end())

    def span(self, at: int, number: int) -> Span:
        """Where some words stand."""
        return Span(self.starts[at], self.ends[at + number - 1])


def _stands(name: Name, found: Words, at: int) -> bool:
    if tuple(found.low[at : at + len(name.words)]) != name.words:
        return False
    written = found.span(at, len(name.words)).of(found.text)
    return written == name.exact if name.exact is not None else any(c.isupper() for c in written)


def generic(name: Name) -> bool:
    """Whether a name needs its parties beside it before it means one instrument."""
    short = name.exact is not None and name.exact.isupper() and len(name.exact) <= 3
    return short or name.exact in CLASS_ACRONYMS or len(name.rows) > 1 or set(name.words) <= GENERIC
