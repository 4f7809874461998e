"""The words by which countries and bodies are called: two texts that both say "Brazilian" have no
word in common, for that they speak of Brazil is known.
"""

from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.reconciliation.across.words import stems


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
