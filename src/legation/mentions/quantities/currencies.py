"""Whose crowns, pesos and dollars: what a text says of them tells, where the noun alone is several
countries' money.
"""

import re
from functools import cache

from msgspec.structs import replace

from legation.language.paragraphs import Paragraph
from legation.lexicon import word_set
from legation.mentions.quantities import money, pounds, publisher
from legation.mentions.quantities.candidates import Candidate
from legation.model import Document

SHARED = word_set("quantities", "currencies.shared")
POUNDS = {"uk", "eg", "lb", "sy"}
"""Where a bare pound is the money of the place, by the domain of a publisher."""


@cache
def _owners() -> dict[str, dict[str, re.Pattern[str]]]:
    """By noun: the currencies of that name, each with the pattern of the adjectives before it."""
    adjectives: dict[str, dict[str, set[str]]] = {noun: {} for noun in SHARED}
    for row in money.currencies().values():
        for name in row.names:
            adjective, _, noun = name.rpartition(" ")
            if noun in SHARED:
                adjectives[noun].setdefault(row.code, set()).add(adjective)
    return {
        noun: {code: _either(words) for code, words in held.items()}
        for noun, held in adjectives.items()
    }


def _either(words: set[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in sorted(words)) + r")\b")


def meant(candidate: Candidate, text: str) -> tuple[Candidate, bool]:
    """The candidate with bare crowns read as those of the one country whose adjective the text has,
    and whether that changed anything. Where the standard owner's adjective stands in it too, or
    several do, nothing changes.

    Args:
        candidate: a number with its unit.
        text: the document in lower case.
    """
    unit = candidate.unit
    noun = (unit.bare or "").removesuffix("s") if unit else ""
    if unit is None or noun not in SHARED:
        return candidate, False
    named = [code for code, pattern in _owners()[noun].items() if pattern.search(text)]
    if len(named) != 1 or named[0] == unit.code:
        return candidate, False
    return replace(candidate, unit=replace(unit, code=named[0])), True


class Purse:
    """The money of a document: what its bare signs and nouns stand for."""

    def __init__(self, document: Document, home: str | None) -> None:
        self._text = document.text.lower()
        self._home = home
        self._dollars = Dollars()
        self._pounds = home in POUNDS or pounds.speaks_of_home(self._text)

    def meant(self, paragraph: Paragraph, candidate: Candidate) -> tuple[Candidate, bool]:
        """The candidate with its currency made out, and whether the text around it or the
        publisher had to say which.
        """
        candidate = pounds.meant(paragraph, candidate, self._pounds)
        made, moved = publisher.at_home(candidate, self._home)
        if not moved and self._home is None:
            made, moved = meant(candidate, self._text)
        if not moved:
            made, moved = self._dollars.meant(made)
        return made, moved


class Dollars:
    """The dollars of a text in their order: once one is named in full and no bare one stood
    before, bare ones are the same.
    """

    def __init__(self) -> None:
        self._named: set[str] = set()
        self._bare_first = False

    def meant(self, candidate: Candidate) -> tuple[Candidate, bool]:
        """The candidate with a bare dollar read as the one that the text named before, and whether
        that changed anything.
        """
        unit = candidate.unit
        if (
            unit is None
            or not unit.money
            or (unit.bare not in ("dollar", "dlr", "$") and unit.code not in _dollars())
        ):
            return candidate, False
        if unit.bare is None:
            self._named.add(unit.code)
            return candidate, False
        self._bare_first = self._bare_first or not self._named
        if self._bare_first or len(self._named) != 1 or unit.code in self._named or candidate.per:
            return candidate, False
        return replace(candidate, unit=replace(unit, code=next(iter(self._named)))), True


@cache
def _dollars() -> frozenset[str]:
    return frozenset(
        row.code
        for row in money.currencies().values()
        if any(name.endswith(" dollar") for name in row.names)
    )
