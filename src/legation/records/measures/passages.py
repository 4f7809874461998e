"""A sentence with everything that was found in it: what the figure and assertion rules look at."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import word_set
from legation.model import Actor, Date, Mention, Quantity, Reading, Sentence, Span, Token, sentence
from legation.records.measures.regions import MEMBERS, UNNAMED, regions

M = TypeVar("M", Quantity, Date, Actor)
REPORTING = ("JRN", "MED")
"""Sectors whose bodies tell of trade and have none: "told Reuters the imports …"."""
BODIES = {"IGO", "UNO", "NGO", "MNC", "NON", "IMG", "ISM"}
"""Codes that stand for kinds of bodies, not for parties that trade."""
BLOCS = word_set("measures", "passages.blocs")
"""Bodies whose members' trade is told as one."""


SHORTEST, LONGEST = 4, 160
"""Words that the first piece of a torn sentence must have (fewer are a heading), and both together
may have.
"""


class Passage(Struct, frozen=True):
    """One sentence; mentions are those that lie in it, in order. ``standing`` maps a token to the
    actor it stands for.
    """

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    actors: tuple[Actor, ...]
    standing: dict[int, Actor]
    paired: bool = False
    """Whether a pair is under discussion where it stands, by the background."""

    def actor(self, token: Token) -> Actor | None:
        """The actor whose mention covers this word."""
        return self.standing.get(token.i)

    def party(self, token: Token) -> str | None:
        """The code of the trading party that this word stands for."""
        found = self.standing.get(token.i)
        return code(found) if found else None

    def parties(self, tokens: list[Token]) -> list[str]:
        """The trading parties under some words, in order, each once; a group counts as its
        members.
        """
        found: dict[str, None] = {}
        for token in tokens:
            actor = self.standing.get(token.i)
            if actor is not None:
                found |= dict.fromkeys(codes(actor))
        return list(found)

    def between(self, start: int, end: int) -> list[Token]:
        """The words that lie wholly within ``[start, end)``."""
        tokens = self.sentence.tokens
        first = bisect_left(tokens, start, key=lambda token: token.start)
        return list(takewhile(lambda token: token.end <= end, islice(tokens, first, None)))


def code(actor: Actor) -> str | None:
    """The code of a country, the European Union or the world; bodies of the Union stand for it;
    persons for nobody.
    """
    if actor.actor is None or actor.form in ("person", "title") or actor.sector in REPORTING:
        return None
    if actor.actor in BLOCS or actor.actor.startswith(UNNAMED):
        return actor.actor
    stem = actor.actor.partition(":")[0]
    return stem if len(stem) == 3 and stem not in BODIES else None


def codes(actor: Actor) -> tuple[str, ...]:
    """The same for groups ("both sides"), which stand for several."""
    one = code(actor)
    return (one,) if one else tuple(m for m in actor.members if len(m) == 3)


def passages(reading: Reading, *, with_regions: bool = False) -> Iterator[Passage]:
    """The sentences of a reading that have words, each with its mentions; those torn by a blank
    line as one. ``with_regions`` makes parties of the regions that have no code.
    """
    found = Found(reading, with_regions)
    held: Sentence | None = None
    for following in reading.sentences:
        if not following.tokens:
            continue
        if held is not None and _goes_on(held, following):
            held = sentence(held.index, held.paragraph, (*held.tokens, *following.tokens))
            continue
        if held is not None:
            yield found.passage(held)
        held = following
    if held is not None:
        yield found.passage(held)


class Found:
    """The mentions of a reading by their place, so that a sentence finds its own without a look at
    all others.
    """

    def __init__(self, reading: Reading, with_regions: bool = False) -> None:
        self.with_regions = with_regions
        self.quantities = sorted(reading.quantities, key=_place)
        self.dates = sorted(reading.dates, key=_place)
        self.actors = sorted(reading.actors, key=_place)
        self.background = reading.background

    def passage(self, held: Sentence) -> Passage:
        """One sentence with its mentions; a word under two actors stands for the one with the
        longer words.
        """
        actors = tuple(_lying(self.actors, held.span))
        standing: dict[int, Actor] = {}
        for actor in sorted(actors, key=lambda a: a.span.end - a.span.start):
            standing |= {
                t.i: actor for t in held.within(actor.span) if not _is_left_out(held, actor.span)
            }
        if self.with_regions:
            standing = {i: _as_region(a) for i, a in standing.items()}
            standing |= dict(regions(held, standing))
        return Passage(
            sentence=held,
            quantities=tuple(_lying(self.quantities, held.span)),
            dates=tuple(_lying(self.dates, held.span)),
            actors=actors,
            standing=standing,
            paired=self.background.pair_at(held.index) is not None,
        )


def _as_region(actor: Actor) -> Actor:
    """A group of many as one party without a code."""
    is_many = actor.form == "group" and len(actor.members) > MEMBERS
    return replace(actor, actor=f"{UNNAMED}{actor.entity}", members=()) if is_many else actor


def _is_left_out(held: Sentence, span: Span) -> bool:
    """Whether a party is named to leave it out: "non-EU exports"."""
    before = "".join(
        t.lower for t in held.tokens if span.start - 5 <= t.start and t.end <= span.start
    )
    return before.endswith(("non", "non-", "non–", "non‑"))


def _place(mention: Mention) -> Span:
    return mention.span


def _lying(mentions: Sequence[M], span: Span) -> Sequence[M]:
    """The mentions that begin within a span; a mention never runs from one sentence into the
    next.
    """
    low = bisect_left(mentions, Span(span.start, 0), key=_place)
    return mentions[low : bisect_left(mentions, Span(span.end, 0), key=_place)]


def _goes_on(held: Sentence, following: Sentence) -> bool:
    """Whether a paragraph breaks off in the middle of a sentence that the next one ends, as
    scanned releases do.
    """
    last, first = held.tokens[-1], following.tokens[0]
    if (
        held.paragraph == following.paragraph
        or last.i + 1 != first.i
        or len(held.tokens) + len(following.tokens) > LONGEST
    ):
        return False
    broken_off = last.tag in ("IN", "TO", "DT", "PRP$", "CC", "MD") or last.text == ","
    return broken_off or (
        last.text[-1:].isalnum() and first.text.islower() and len(held.tokens) >= SHORTEST
    )
