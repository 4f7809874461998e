"""Who held which office when: for a name that the text leaves without a country, on the date of
the document.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.mentions.actors.words import Gazetteer, pieces


class Holder(Struct, frozen=True):
    """A row of office_holders.csv or office_holders_own.csv; ``end`` empty: still in office when
    the list was made.
    """

    person: str
    code: str
    role: str
    start: date
    end: date | None = None
    wikidata: str | None = None


class Owner(Struct, frozen=True):
    """A row of role_owners.csv: a title that, said without a country, is of one state or body.

    ``wide``: also before "for" and a department; ``rivals``: states that have the title too.
    """

    role: str
    code: str
    wide: bool = False
    rivals: tuple[str, ...] = ()


SHARED = frozenset({"AND"})
"""States whose head is another's, too: the French president is co-prince of Andorra."""


@cache
def holders() -> dict[tuple[str, ...], tuple[Holder, ...]]:
    """Holders of offices by the words of their names, and by surname with the first name's initial
    left out.
    """
    found: dict[tuple[str, ...], list[Holder]] = {}
    for row in _rows():
        key = tuple(p.lower() for p in pieces(row.person))
        found.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def full_names() -> Gazetteer[Holder]:
    """The full names of office-holders, to be found where the parser takes them for something
    else.
    """
    rows = {row.person: row for row in _rows() if len(pieces(row.person)) > 1}
    return Gazetteer(rows.items())


@cache
def owners() -> dict[str, Owner]:
    """The state or body of titles that only one has, by title."""
    return {row.role: row for row in lexicon.table("role_owners", Owner)}


@cache
def surnames() -> dict[str, tuple[Holder, ...]]:
    """Holders by the last word of their names."""
    found: dict[str, list[Holder]] = {}
    for key, rows in holders().items():
        for word in {key[-1], *(key[:1] if rows[0].code in {"CHN", "KOR", "PRK", "VNM"} else ())}:
            found.setdefault(word, []).extend(rows)
    return {word: tuple(rows) for word, rows in found.items()}


def _rows() -> Iterator[Holder]:
    yield from lexicon.table("office_holders_own", Holder)
    yield from lexicon.table("office_holders_past", Holder)
    yield from lexicon.table("office_holders", Holder)


def known(words: tuple[str, ...], when: date | None) -> Holder | None:
    """The office-holder of a full name; of several offices the one held on the day, else the
    nearest before it.
    """
    rows = holders().get(words)
    if rows is None and len(words) == 3 and len(words[1]) == 1:
        rows = holders().get((words[0], words[2]))
    if rows is None and len(words) > 2:
        rows = holders().get((words[0], words[-1]))
    return _on(rows, when) if rows else None


def known_by_surname(surname: str, when: date | None) -> Holder | None:
    """The one holder of an office on that day who bears a surname; none if there are several."""
    rows = [
        row
        for row in surnames().get(surname, ())
        if when is not None and holds(row, when) and row.code not in SHARED
    ]
    return rows[0] if len({row.code for row in rows}) == 1 else None


def holds(row: Holder, when: date) -> bool:
    """Whether an office was held on a day."""
    return row.start <= when and (row.end is None or when <= row.end)


def _on(rows: tuple[Holder, ...], when: date | None) -> Holder | None:
    day = when or date.max
    current = max((row for row in rows if holds(row, day)), key=lambda row: row.start, default=None)
    if current is not None or len({row.code for row in rows}) > 1:
        return current
    return max(
        (row for row in rows if row.start <= day), key=lambda row: row.start, default=rows[0]
    )
