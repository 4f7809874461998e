"""A sentence with everything that was found in it: what the figure and assertion rules look at."""

from collections.abc import Iterator

from msgspec import Struct

from legation.model import Actor, Date, Quantity, Reading, Sentence, Span, Token, sentence

BODIES = {"IGO", "UNO", "NGO", "MNC", "NON"}
"""Codes that stand for kinds of bodies, not for parties that trade."""


SHORTEST, LONGEST = 4, 160
"""Words that the first piece of a torn sentence must have (fewer are a heading), and both together may have."""


class Passage(Struct, frozen=True):
    """One sentence; mentions are those that lie in it, in order. ``standing`` maps a token to the actor it stands for."""

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    actors: tuple[Actor, ...]
    standing: dict[int, Actor]

    def actor(self, token: Token) -> Actor | None:
        """The actor whose mention covers this word."""
        return self.standing.get(token.i)

    def party(self, token: Token) -> str | None:
        """The code of the trading party that this word stands for."""
        found = self.standing.get(token.i)
        return code(found) if found else None

    def parties(self, tokens: list[Token]) -> list[str]:
        """The trading parties under some words, in order, each once; a group counts as its members."""
        found: dict[str, None] = {}
        for token in tokens:
            actor = self.standing.get(token.i)
            if actor is not None:
                found |= dict.fromkeys(codes(actor))
        return list(found)

    def between(self, start: int, end: int) -> list[Token]:
        """The words that lie wholly within ``[start, end)``."""
        return [t for t in self.sentence.tokens if start <= t.start and t.end <= end]


def code(actor: Actor) -> str | None:
    """The code of a country, the European Union or the world; bodies of the Union stand for it; persons for nobody."""
    if actor.actor is None or actor.form in ("person", "title"):
        return None
    stem = actor.actor.partition(":")[0]
    return stem if len(stem) == 3 and stem not in BODIES else None


def codes(actor: Actor) -> tuple[str, ...]:
    """The same for groups ("both sides"), which stand for several."""
    one = code(actor)
    return (one,) if one else tuple(m for m in actor.members if len(m) == 3)


def passages(reading: Reading) -> Iterator[Passage]:
    """The sentences of a reading that have words, each with its mentions; those torn by a blank line as one."""
    held: Sentence | None = None
    for following in reading.sentences:
        if not following.tokens:
            continue
        if held is not None and _goes_on(held, following):
            held = sentence(held.index, held.paragraph, (*held.tokens, *following.tokens))
            continue
        if held is not None:
            yield passage(reading, held)
        held = following
    if held is not None:
        yield passage(reading, held)


def _goes_on(held: Sentence, following: Sentence) -> bool:
    """Whether a paragraph breaks off in the middle of a sentence that the next one ends, as scanned releases do."""
    last, first = held.tokens[-1], following.tokens[0]
    if held.paragraph == following.paragraph or last.i + 1 != first.i or len(held.tokens) + len(following.tokens) > LONGEST:
        return False
    broken_off = last.tag in ("IN", "TO", "DT", "PRP$", "CC", "MD") or last.text == ","
    return broken_off or (last.text[-1:].isalnum() and first.text.islower() and len(held.tokens) >= SHORTEST)


def passage(reading: Reading, held: Sentence) -> Passage:
    """One sentence with its mentions; a word under two actors stands for the one with the longer words."""
    actors = tuple(a for a in reading.actors if held.span.overlaps(a.span))
    standing: dict[int, Actor] = {}
    for actor in sorted(actors, key=lambda a: _length(a.span)):
        standing |= {t.i: actor for t in held.within(actor.span)}
    return Passage(
        sentence=held,
        quantities=tuple(q for q in reading.quantities if held.span.overlaps(q.span)),
        dates=tuple(d for d in reading.dates if held.span.overlaps(d.span)),
        actors=actors,
        standing=standing,
    )


def _length(span: Span) -> int:
    return span.end - span.start
