"""The words by which countries and bodies are called: two texts that both say "Brazilian" have no
word in common, for that they speak of Brazil is known; and a sentence that says "Brazilian" and
"Angola" speaks of the two, though no record of it names them.
"""

import re
from functools import cache, lru_cache

from msgspec import Struct

from legation.lexicon import table
from legation.reconciliation.across.sides import root
from legation.reconciliation.across.words import stems

NAME = re.compile(r"[^\W\d_](?:[\w.-]*\w)?")
LONGEST = 6
"""Words of the longest name that is looked for."""


class _Country(Struct, frozen=True):
    code: str
    alpha2: str
    name: str
    official: tuple[str, ...] = ()
    wikidata: str | None = None


class _Naming(Struct, frozen=True):
    code: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class _Body(Struct, frozen=True):
    code: str
    name: str
    aliases: tuple[str, ...] = ()
    sector: str | None = None
    wikidata: str | None = None


class _Phrase(Struct, frozen=True):
    phrase: str


class _Group(Struct, frozen=True):
    phrase: str
    kind: str
    members: tuple[str, ...] = ()
    actor: str | None = None
    fallback: bool = False


@cache
def _called() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for country in table("countries", _Country):
        found[country.code] = (country.name,)
    for naming in table("country_aliases", _Naming):
        more = (*naming.aliases, *naming.adjectives, *naming.people)
        found[naming.code] = (*found.get(naming.code, ()), *more)
    for body in table("bodies", _Body):
        found[body.code] = (*found.get(body.code, ()), body.name, *body.aliases)
    return found


@cache
def stems_of(code: str) -> frozenset[str]:
    """Stems of the names, adjectives and peoples of a code; of a body also of the whole of which it
    is a part. "United" and "Republic" are among them: they tell nobody apart either.
    """
    head = code.partition(":")[0]
    names = [*_called().get(code, ()), *(_called().get(head, ()) if head != code else ())]
    return stems(" ".join(names).replace("-", " ")) | _short(names)


def _short(names: list[str]) -> frozenset[str]:
    """Names of two letters ("EU", "US"), which are no words otherwise."""
    words = (word for name in names for word in name.replace(".", "").split())
    return frozenset(word.casefold() for word in words if len(word) == 2)


@lru_cache(maxsize=4_096)
def named(text: str) -> frozenset[frozenset[str]]:
    """Who is named in some words: each country or body alone, by its root; the countries of a
    region ("Central Asia") together. Names are written with capitals.
    """
    words = [(match.start(), match.end()) for match in NAME.finditer(text)]
    found, at = set(), 0
    while at < len(words):
        length, codes = _longest(text, words, at)
        if codes:
            found.add(codes)
        at += length
    whole = frozenset().union(*(one for one in found if len(one) == 1))
    return frozenset(one for one in found if len(one) == 1 or not one & whole)


def _longest(text: str, words: list[tuple[int, int]], at: int) -> tuple[int, frozenset[str] | None]:
    """The longest name that begins at a word: how many words it has, and whose it is."""
    start = words[at][0]
    if text[start].isupper():
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            name = text[start : words[at + length - 1][1]]
            codes = _whose().get(name.casefold())
            if codes is not None and (len(name) > 2 or name.isupper()):
                return length, codes
    return 1, None


@cache
def _whose() -> dict[str, frozenset[str]]:
    """Countries and bodies by their names in small letters; what is no actor by no one's."""
    held: dict[str, frozenset[str]] = {}
    for group in table("groups", _Group):
        if group.kind == "fixed" and group.members and group.actor is None:
            held[group.phrase.casefold()] = frozenset(map(root, group.members))
    for code, names in _called().items():
        for name in names:
            held[name.casefold()] = frozenset((root(code),))
    held |= {row.phrase.casefold(): frozenset() for row in table("not_actors", _Phrase)}
    return held
