"""With whom, where a figure does not say it: a group of countries that its words name, or nobody,
which is everybody.

Both are read off the figure's own sentence alone. The group must stand right after "exports to",
"trade with", and nobody may be named, hinted at or left out where the whole world is meant. Neither
reading may ever call a figure different.
"""

import re
from functools import cache

from msgspec import Struct

from legation.checks import licences, places
from legation.checks.changes import FLOW_WORDS
from legation.lexicon import table
from legation.model import Figure, Reading

WORLD = "WLD"
LEVELS = frozenset({"exports", "imports", "trade_total", "balance"})
TOWARDS = re.compile(r"^(?:\s+of\s+goods)?\s+(?:to|from|with)\s+(?:the\s+)?", re.IGNORECASE)
TAIL = re.compile(r"^\s*(?:countries|states|members|nations|bloc)?\b(?!['’-])", re.IGNORECASE)
ASIDE = re.compile(
    r"\b(?:to|from|with|between|via|through|within|inside|outside|among|against|into|for|by)\b",
    re.IGNORECASE,
)
"""Between the flow and its number: somebody or something else is meant."""
LESS = re.compile(
    r"\b(?:its|their|our|this|these|those|non|excluding|except|only|monthly|daily|such)\b|-",
    re.IGNORECASE,
)


class Group(Struct, frozen=True, kw_only=True):
    """A row of ``country_groups.csv``."""

    group: str
    name: str
    aliases: tuple[str, ...] = ()


@cache
def _groups() -> dict[str, str]:
    """Codes of groups by their names and codes, in lower case, without an article."""
    return {
        name.lower().removeprefix("the "): row.group
        for row in table("country_groups", Group)
        for name in (row.name, row.group, *row.aliases)
    }


def named(words: str) -> str | None:
    """The group of countries of that name, without an article."""
    return _groups().get(words.lower().removeprefix("the "))


def group(reading: Reading, figure: Figure) -> str | None:
    """The group of countries that stands where the partner would."""
    if not _may_lack(figure):
        return None
    for _, after in _flows(reading, figure):
        towards = TOWARDS.match(after)
        rest = after[towards.end() :].lower() if towards else ""
        found = (name for name in _groups() if rest.startswith(name))
        name = max(found, key=len, default=None)
        if name is not None and TAIL.match(rest[len(name) :]):
            return _groups()[name]
    return None


def is_all(reading: Reading, figure: Figure) -> bool:
    """Whether the words leave nobody but all the world for a partner."""
    if not _may_lack(figure) or figure.product is not None or figure.measure == "balance":
        return False
    number = places.number(reading, figure)
    for start, after in _flows(reading, figure):
        between = after[: max(0, number.start - start)]
        if ASIDE.search(between) or LESS.search(_front(reading, figure, start)):
            return False
    return bool(_flows(reading, figure)) and not _others(reading, figure)


def _may_lack(figure: Figure) -> bool:
    return figure.partner is None and figure.reporter is not None and figure.measure in LEVELS


def _flows(reading: Reading, figure: Figure) -> list[tuple[int, str]]:
    """Where a word of the figure's flow ends in its sentence, and what follows it there."""
    own = (pattern for flow, pattern in FLOW_WORDS.items() if flow == figure.measure)
    pattern = next(own, FLOW_WORDS["trade_total"])
    held = []
    for span in licences.sentences_of(reading, figure):
        text = reading.text(span)
        held += [(span.start + m.end(), text[m.end() :]) for m in pattern.finditer(text)]
    return held


def _front(reading: Reading, figure: Figure, end: int) -> str:
    """The two words before the flow's own."""
    words = reading.document.text[max(0, end - 60) : end].split()
    return " ".join(words[-3:-1])


def _others(reading: Reading, figure: Figure) -> bool:
    """Whether the sentence names another party than the reporter."""
    return any(
        span.holds(a.span) and a.actor != figure.reporter and (a.actor or a.members)
        for span in licences.sentences_of(reading, figure)
        for a in reading.actors
        if a.form not in ("person", "title")
    )
