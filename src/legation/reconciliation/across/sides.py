"""Who: countries and bodies by their roots, and persons by name, office and country."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from legation.lexicon import word_set
from legation.model import Assertion, Event, Figure, Instrument, Party, Proposal, Record, Statement
from legation.reconciliation.writing import plain

WORLD = "WLD"
INSTITUTIONS = frozenset({"EUR"})
"""Unions whose institutions act for the whole: the Commission's pledge is the Union's. Agencies of
the United Nations act for themselves."""


class Person(NamedTuple):
    """A person as linking compares them; ``name`` in small letters, empty where only the office is
    told.
    """

    code: str
    name: str
    role: str

    def packed(self) -> str:
        """As one string; :func:`person` reads it."""
        return "|".join(self)


def root(code: str) -> str:
    """The country or body for which a code stands."""
    head = code.partition(":")[0]
    return head if head in INSTITUTIONS else code


def roots(parties: Iterable[Party]) -> frozenset[str]:
    """The countries and bodies of some parties."""
    return frozenset(root(p.actor) for p in parties if p.actor and p.actor != WORLD)


def parties(record: Record) -> tuple[Party, ...]:
    """All parties of a record."""
    match record:
        case Event():
            return (*record.actors, *record.recipients)
        case Instrument():
            return record.parties
        case Proposal():
            return (*((record.by,) if record.by else ()), *record.to)
        case Statement():
            return tuple(p for p in (record.speaker, record.addressee) if p)
        case Figure() | Assertion():
            return ()


def persons(some: Iterable[Party]) -> tuple[str, ...]:
    """The persons among some parties, packed."""
    held = (
        Person(root(p.actor or ""), plain(p.person or ""), plain(p.role or ""))
        for p in some
        if (p.actor and (p.person or p.role)) or whole_name(p)
    )
    return tuple(dict.fromkeys(one.packed() for one in held))


def person(packed: str) -> Person:
    """A person read back."""
    code, name, role = packed.split("|", 2)
    return Person(code, name, role)


def met(one: Sequence[str], other: Sequence[str]) -> str | None:
    """The name (or office) of a person whom both name."""
    for left in map(person, one):
        for right in map(person, other):
            if same_person(left, right):
                return left.name or right.name or f"the {left.role} of {left.code}"
    return None


def same_person(one: Person, other: Person) -> bool:
    """Whether two are one: the same country or body, and the same name, or the same office where
    one has no name.
    """
    if one.name and other.name and not (one.code and other.code):
        return one.name == other.name
    if one.code != other.code:
        return False
    if one.name and other.name:
        return same_name(one.name, other.name)
    return bool(one.role) and one.role == other.role


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same surname, and no two different first names.
    "K. Aramaki" and "Aramaki" are "Keiko Aramaki"; "Lucia Villafuerte" is not "Ramon".
    """
    mine, yours = _parts(one), _parts(other)
    if not mine or not yours or mine[-1] != yours[-1]:
        return False
    if len(mine) == 1 or len(yours) == 1:
        return True
    left, right = mine[0], yours[0]
    return left == right or (min(len(left), len(right)) == 1 and left[0] == right[0])


def others(one: Collection[str], other: Collection[str]) -> bool:
    """Whether one side is stood for by different persons here and there."""
    left, right = map(person, one), [person(packed) for packed in other]
    return any(
        mine.name
        and yours.name
        and mine.code == yours.code
        and not same_name(mine.name, yours.name)
        for mine in left
        for yours in right
    )


@lru_cache(maxsize=50_000)
def _parts(name: str) -> tuple[str, ...]:
    small = word_set("account", "sides.particles")
    return tuple(part.strip(".") for part in name.split() if part.strip(".") not in small)


def identity(party: Party) -> str | None:
    """By what a party is known: the root of its code, else a person's whole name; ``None`` for a
    surname or an office alone, which is many people's.
    """
    if party.actor and party.actor != WORLD:
        return root(party.actor)
    return whole_name(party)


def whole_name(party: Party) -> str | None:
    """A person's name of at least two words, marked as one."""
    name = plain(party.person or "")
    return f"@{name}" if len(_parts(name)) > 1 else None


def match(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether each party of either side has its like on the other: the same country or body, or
    the same person where a text does not say whose he is.
    """
    here = all(any(_like(one, other) for other in others) for one in some)
    return here and all(any(_like(one, other) for other in some) for one in others)


def _like(one: Party, other: Party) -> bool:
    if one.actor and other.actor:
        return root(one.actor) == root(other.actor)
    mine, yours = whole_name(one), whole_name(other)
    return mine is not None and mine == yours
