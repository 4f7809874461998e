"""Between whom an instrument is: those named in it, those that sign it, and those of the
register.
"""

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.grammar.clauses import clause
from legation.lexicon import table, word_set
from legation.model import Party, Reading, party
from legation.records.instruments.candidates.names import Named
from legation.records.instruments.slots.status import Standing
from legation.records.predicates import Cast

HYPHENED = re.compile(r"(?<=[\w.])\s?[-–]\s?([A-Z][\w.]+)")
OF_PARTIES = word_set("instruments", "parties.steps")
"""Steps that a party takes; what one country alone builds, proposes or plans may be others'."""
BETWEEN = word_set("instruments", "parties.between")


def of(reading: Reading, named: Named, state: Standing) -> tuple[tuple[Party, ...], bool]:
    """The parties of an instrument, and whether the register alone knows them."""
    if named.row is not None and named.row.parties:
        return _registered(reading, named), True
    cast = Cast(reading)
    inside = [
        a
        for a in reading.actors
        if a.actor and named.span.overlaps(a.span) and not a.span.holds(named.span)
    ]
    found = [party(actor) for actor in inside] + _hyphened(reading, named)
    found += _around(named, cast, state)
    return tuple(_once(found)), False


def _hyphened(reading: Reading, named: Named) -> list[Party]:
    """The second country of "the U.S.–Chad Agreement", where the mentions know only the first."""
    known = _names()
    found = []
    for match in HYPHENED.finditer(named.name.replace("\n", " ")):
        code = known.get(match.group(1).casefold())
        if code is not None:
            found.append(Party(mention=named.span, actor=code, name=match.group(1)))
    return found


class Country(Struct, frozen=True):
    """A row of ``countries.csv``."""

    code: str
    name: str


class Alias(Struct, frozen=True):
    """A row of ``country_aliases.csv``."""

    code: str
    aliases: tuple[str, ...] = ()


@cache
def _names() -> dict[str, str]:
    """Codes by country name."""
    held = {row.name.casefold(): row.code for row in table("countries", Country)}
    return held | {
        alias.casefold(): row.code
        for row in table("country_aliases", Alias)
        for alias in row.aliases
    }


def _registered(reading: Reading, named: Named) -> tuple[Party, ...]:
    """The register's parties, each with its nearest mention in the sentence where there is one."""
    row = named.row
    held = []
    for code in row.parties if row is not None else ():
        near = next(
            (a for a in reading.actors if a.actor == code and named.sentence.span.holds(a.span)),
            None,
        )
        held.append(party(near) if near is not None else Party(mention=None, actor=code))
    return tuple(held)


def _around(named: Named, cast: Cast, state: Standing) -> list[Party]:
    sentence = named.sentence
    apex = sentence.apex(named.span)
    if apex is None:
        return []
    found: list[Party] = []
    for token in sentence.children(apex, "poss"):
        found += cast.parties(sentence, token)
    holders = [apex, *([state.verb] if state.verb is not None else [])]
    for holder in holders:
        for prep in sentence.children(holder, "prep"):
            for noun in sentence.children(prep, "pobj") if prep.lower in BETWEEN else ():
                found += cast.parties(sentence, noun)
    subject = clause(sentence, state.verb).subject if state.verb is not None else None
    if subject is not None and subject.i != apex.i:
        doers = cast.parties(sentence, subject)
        found += doers if state.status in OF_PARTIES or len(doers) > 1 else []
    return found


def _once(found: list[Party]) -> list[Party]:
    """Each country or body once; whoever signs does so for a country."""
    kept: list[Party] = []
    for one in (
        replace(p, name=None, person=None, role=None, sector=None) if p.person else p for p in found
    ):
        if one.actor is not None and all(one.actor != k.actor for k in kept):
            kept.append(one)
    return kept
