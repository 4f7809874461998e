"""Firms, papers, clubs and schools that bear a country's or a city's name and are no state.

"Japan Airlines", "the China Daily", "Real Madrid", "Bank of China": the name is theirs, and the
country neither acts nor is acted upon.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from legation.lexicon import word_set
from legation.model import Actor, Reading, Span

FIRMS_AFTER = word_set("background", "enterprises.firms_after")
PRESS_AFTER = word_set("background", "enterprises.press_after")
CLUBS_AFTER = word_set("background", "enterprises.clubs_after")
SCHOOLS_AFTER = word_set("background", "enterprises.schools_after")
FIRMS_BEFORE = word_set("background", "enterprises.firms_before")
PRESS_BEFORE = word_set("background", "enterprises.press_before")
CLUBS_BEFORE = word_set("background", "enterprises.clubs_before")
SCHOOLS_BEFORE = word_set("background", "enterprises.schools_before")
AFTER = ((FIRMS_AFTER, "BUS"), (PRESS_AFTER, "JRN"), (CLUBS_AFTER, "BUS"), (SCHOOLS_AFTER, "EDU"))
BEFORE = (
    (FIRMS_BEFORE, "BUS"),
    (PRESS_BEFORE, "JRN"),
    (CLUBS_BEFORE, "BUS"),
    (SCHOOLS_BEFORE, "EDU"),
)
FORMS = frozenset({"name", "demonym", "metonym"})


@cache
def _after() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What follows a name with a capital, by the sector that it makes of it."""
    return tuple((_pattern(words, r"\A (", r")(?![\w-])"), sector) for words, sector in AFTER)


@cache
def _before() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What stands before a name with a capital."""
    return tuple((_pattern(words, r"(?<![\w-])(", r") \Z"), sector) for words, sector in BEFORE)


def _pattern(words: frozenset[str], left: str, right: str) -> re.Pattern[str]:
    held = sorted(words, key=len, reverse=True)
    return re.compile(left + "|".join(map(re.escape, held)) + right, re.IGNORECASE)


def renamed(reading: Reading, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors; what is part of an enterprise's name stands for the enterprise alone."""
    for actor in actors:
        found = _enterprise(reading, actor) if actor.form in FORMS else None
        yield actor if found is None else found


def _enterprise(reading: Reading, actor: Actor) -> Actor | None:
    text, span = reading.document.text, actor.span
    following, leading = text[span.end : span.end + 24], text[max(0, span.start - 16) : span.start]
    for pattern, sector in _after():
        match = pattern.match(following)
        if match is not None and match[1][:1].isupper() | match[1][:1].isdigit():
            return _as(reading, actor, Span(span.start, span.end + match.end()), sector)
    for pattern, sector in _before():
        match = pattern.search(leading)
        if match is not None and match[1][:1].isupper():
            start = span.start - len(leading) + match.start(1)
            return _as(reading, actor, Span(start, span.end), sector)
    return None


def _as(reading: Reading, actor: Actor, span: Span, sector: str) -> Actor:
    name = " ".join(reading.text(span).split())
    return replace(
        actor,
        span=span,
        actor=None,
        sector=sector,
        form="body",
        entity=f"enterprise:{name}",
        name=name,
        wikidata=None,
    )
