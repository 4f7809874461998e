"""Whose figure a claim is: countries, the world, and the groups it is compared with."""

import re
from functools import cache

from msgspec import Struct

from legation.checks.claims import words
from legation.lexicon import table
from legation.model import Reading, Span
from legation.model.claims import WORLD

NAMED = frozenset({"name", "metonym", "demonym", "group"})
PEOPLES = frozenset({"GPE", "NORP", "LOC"})


class Group(Struct, frozen=True):
    """A row of ``claim_groups.csv``."""

    group: str
    words: tuple[str, ...]
    members: tuple[str, ...] = ()


class Entity(Struct, frozen=True):
    """A country, or the world, and where it is named."""

    code: str
    span: Span


class Grouping(Struct, frozen=True):
    """A group of countries, and where it is named. No members means all countries."""

    group: str
    members: tuple[str, ...]
    span: Span


class Named(Struct, frozen=True):
    """Who is named in a claim. ``unknown`` are places that no series of countries is about."""

    countries: tuple[Entity, ...]
    groups: tuple[Grouping, ...]
    unknown: tuple[Span, ...]


def named(reading: Reading) -> Named:
    """The countries and groups of a claim in order, and the places in it that are neither."""
    text = reading.document.text
    coded = [
        a
        for a in reading.actors
        if a.actor and len(a.actor) == 3 and a.actor.isalpha() and a.form != "pronoun"
    ]
    countries = [
        Entity(a.actor or "", a.span) for a in coded if a.person is None and a.actor != "EUR"
    ]
    groups = [g for g in _groups(text) if not any(g.span.overlaps(c.span) for c in countries)]
    if not countries:  # "during Modi's term" is about India
        countries = list(
            {a.actor: Entity(a.actor or "", a.span) for a in coded if a.person}.values()
        )[:1]
    bodies = [a.span for a in reading.actors if a.actor and ":" in a.actor]
    spans = [Span(*at) for at in words.cues("world", text)]
    worlds = [span for span in spans if not any(span.overlaps(body) for body in bodies)]
    if not countries and worlds:
        countries = [Entity(WORLD, worlds[0])]
    known = [
        *(a.span for a in reading.actors if a.actor),
        *(g.span for g in groups),
        *(c.span for c in countries),
    ]
    tokens = [
        t
        for s in reading.sentences
        for t in s.tokens
        if t.entity in PEOPLES and t.text[:1].isupper()
    ]
    unknown = [t.span for t in tokens if not any(t.span.overlaps(k) for k in known)]
    return Named(tuple(countries), tuple(groups), tuple(unknown))


def _groups(text: str) -> list[Grouping]:
    found: list[Grouping] = []
    for match in _pattern().finditer(text):
        row = _by_words()[match[0].lower()]
        found.append(Grouping(row.group, row.members, Span(*match.span())))
    return found


@cache
def _by_words() -> dict[str, Group]:
    return {phrase: row for row in table("claim_groups", Group) for phrase in row.words}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(map(re.escape, _by_words()), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(longest)})(?![^\W_])", re.IGNORECASE)


def listed(text: str, first: Entity, second: Entity) -> bool:
    """Whether two countries stand in one list ("A, B and C")."""
    between = text[first.span.end : second.span.start]
    return (
        re.fullmatch(
            r"(?:[’']s?)?[\s,\]\[]*(?:(?:and|or|&|as well as|both)\s*)?(?:the\s+|in\s+)?", between
        )
        is not None
    )
