"""Countries in names: "The Kathmandu Post", "Ministry of Foreign Affairs of Norway", a host's
ending.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from legation.lexicon import table, word_list
from legation.lexicon.countries import Country, Naming

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
LONGEST = 5
"""Words of the longest name looked for."""


class City(Struct, frozen=True):
    """A row of ``cities.csv``."""

    name: str
    country: str
    acts: bool = False
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    aliases: tuple[str, ...] = ()


class Breakaway(Struct, frozen=True):
    """A row of ``breakaway_lands.csv``."""

    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@cache
def lands() -> re.Pattern[str]:
    """The names of breakaway lands and of their people."""
    rows = table("breakaway_lands", Breakaway)
    names = [name for row in rows for name in (row.name, *row.aliases, *row.people)]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


UNION = word_list("background", "names.union")


@cache
def countries() -> dict[str, str]:
    """Codes by the names, adjectives and peoples of countries, in lower case."""
    found = {name.casefold(): "EUR" for name in UNION}
    for row in table("countries", Country):
        found |= {name.casefold(): row.code for name in (row.name, *row.official)}
    for row in table("country_aliases", Naming):
        names = (*row.aliases, *row.adjectives, *row.people)
        found |= {name.removeprefix("the ").casefold(): row.code for name in names}
    return found


@cache
def towns() -> dict[str, str]:
    """Codes by the names of cities, in lower case."""
    return {
        name.casefold(): row.country
        for row in table("cities", City)
        for name in (row.name, *row.aliases)
    }


@cache
def endings() -> dict[str, str]:
    """Codes by the last label of a host."""
    held = {row.alpha2.lower(): row.code for row in table("countries", Country) if row.alpha2}
    return held | {"uk": "GBR", "eu": "EUR"}


def named_in(words: str) -> tuple[str, ...]:
    """The countries that some words name, capitals of states that act counted, in order, each
    once.
    """
    return tuple(dict.fromkeys(_found(words)))


def _found(words: str) -> Iterator[str]:
    pieces = [re.sub(r"['’]s$|['’]$", "", word) for word in WORD.findall(words)]
    at = 0
    while at < len(pieces):
        size, code = _longest(pieces, at)
        if code is not None:
            yield code
        at += max(size, 1)


def _longest(pieces: list[str], at: int) -> tuple[int, str | None]:
    for size in range(min(LONGEST, len(pieces) - at), 0, -1):
        if not pieces[at][:1].isupper():
            return 1, None
        name = " ".join(pieces[at : at + size]).casefold()
        code = countries().get(name) or towns().get(name)
        if code is not None:
            return size, code
    return 1, None
