"""What people write for a country, and the code that it has here: codes of any list, names,
demonyms, groups.
"""

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.model import UnknownName
from legation.statistics import codes

UNION = ("European Union", "EU27", "EU-27", "European")
WORLD = ("world", "all countries")
NEAR = 3


class Country(Struct, frozen=True):
    """A row of countries.csv."""

    code: str
    name: str
    official: tuple[str, ...] = ()


class Naming(Struct, frozen=True):
    """A row of country_aliases.csv."""

    code: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def resolve(written: str) -> str:
    """The code of a country, of the EU, of the world or of a group of countries, however it is
    written.

    ``EU``, ``European Union``, ``KZ``, ``kaz``, ``Kazakhstan``, ``Kazakh`` and ``Central Asia`` are
    all known.

    Raises:
        UnknownName: nothing here is called so, or two countries are; the message says which are
        meant or near.
    """
    code = codes.ours(_folded(written).upper())
    if code in codes.crosswalk() or code in codes.groups():
        return code
    found = _named().get(_folded(written), ())
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownName(
            f"{written!r} may be {' or '.join(f'{codes.name(c)} ({c})' for c in found)}; "
            "write the code"
        )
    raise UnknownName(f"no country is known as {written!r}{_suggested(written)}")


CLOSE, SHORT = 0.8, 8
"""A slip or two of the pen; "Atlantis" is .75 like "Latvia" and .71 like an old name of Spain.
The first letter of a short name is seldom mistaken."""


def _suggested(written: str) -> str:
    folded = _folded(written)
    near = [
        name
        for name in get_close_matches(folded, _named(), n=NEAR, cutoff=CLOSE)
        if name[:1] == folded[:1] or len(folded) > SHORT
    ]
    meant = dict.fromkeys(code for name in near for code in _named()[name])
    if not meant:
        return "; write its English name or its code of two or three letters"
    return f"; did you mean {' or '.join(f'{codes.name(code)} ({code})' for code in meant)}?"


@cache
def _named() -> dict[str, tuple[str, ...]]:
    """Codes by folded name. A country's own name wins over what its people are called: a Georgian
    is a Georgian.
    """
    held: dict[str, tuple[str, ...]] = {}
    for pairs in (_names(), _peoples()):
        level: dict[str, dict[str, None]] = {}
        for name, code in pairs:
            level.setdefault(_folded(name), {})[code] = None
        held = {**{name: tuple(found) for name, found in level.items()}, **held}
    return held


def _names() -> Iterator[tuple[str, str]]:
    yield from ((name, codes.EU) for name in UNION)
    yield from ((name, codes.WORLD) for name in WORLD)
    yield from ((row.name, row.group) for row in codes.groups().values())
    for row in lexicon.table("countries", Country):
        yield from ((name, row.code) for name in (row.name, *row.official))
    for naming in lexicon.table("country_aliases", Naming):
        yield from ((name, naming.code) for name in naming.aliases)
    yield from ((row.name, row.code) for row in codes.crosswalk().values() if row.kind == "country")


def _peoples() -> Iterator[tuple[str, str]]:
    for naming in lexicon.table("country_aliases", Naming):
        yield from ((name, naming.code) for name in (*naming.adjectives, *naming.people))


def _folded(name: str) -> str:
    """Lower case, without accents, dots and a leading article."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c)
    )
    return " ".join(bare.replace(".", "").replace("’", "'").split()).removeprefix("the ")
