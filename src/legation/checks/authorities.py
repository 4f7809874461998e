"""Whose number it is: the authority that the text names decides which series is asked.

"EU exports to Kazakhstan, Kazakhstan's customs service said" is Kazakhstan's number of its own
imports.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.checks import members
from legation.lexicon import table
from legation.model import Figure, Party

Side = Literal["none", "reporter", "partner", "other"]


class Authority(Struct, frozen=True, kw_only=True):
    """A row of ``check_authorities.csv``: an office that publishes statistics, and whose they
    are.
    """

    pattern: str
    reporter: str
    name: str


class Whose(Struct, frozen=True, kw_only=True):
    """``side`` says which party of the dyad the named authority counts for; ``name`` is it in
    words.
    """

    side: Side
    name: str = ""


@cache
def _offices() -> tuple[tuple[re.Pattern[str], Authority], ...]:
    return tuple(
        (re.compile(row.pattern, re.IGNORECASE), row)
        for row in table("check_authorities", Authority)
    )


def whose(figure: Figure) -> Whose:
    """Whose number a figure is by the text. ``none`` where the text names no authority, or its own
    voice tells it.

    A person who speaks for no country or body publishes no statistics: the claim is held against
    the reporter's series.
    """
    party = figure.attributed_to
    if party is None:
        return Whose(side="none")
    code, name = _code(party), party.name or party.person or party.role or party.actor or "a source"
    if code is None:
        return Whose(side="none" if party.person else "other", name=name)
    return Whose(side=_side(figure, code), name=name)


def _code(party: Party) -> str | None:
    """The country or body whose statistics the party gives; offices by name first, as some resolve
    to no code.
    """
    words = " ".join(part for part in (party.name, party.role) if part)
    office = next((row.reporter for pattern, row in _offices() if pattern.search(words)), None)
    if office or not party.actor:
        return office
    return party.actor.split(":")[0]


def _side(figure: Figure, code: str) -> Side:
    """Eurostat's word counts for each member: the members' own series are its."""
    if _counts_for(code, figure.reporter):
        return "reporter"
    return "partner" if _counts_for(code, figure.partner) else "other"


def _counts_for(code: str, party: str | None) -> bool:
    return code == party or (code == "EUR" and party in members.of_today())
