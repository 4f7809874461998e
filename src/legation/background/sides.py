"""Which countries and bodies a sentence names, and who of them it is about."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from legation.lexicon import word_set
from legation.model import Actor, Reading, Sentence, Token

KINDS = frozenset({"IGO", "UNO", "NGO", "MNC", "NON", "IMG", "ISM", "WLD"})
"""Codes that stand for kinds of bodies, and the world: no side of a pair."""
PRESS = frozenset({"JRN", "MED"})
ADDED = frozenset({"pronoun", "group"})
WITH = word_set("background", "sides.with")
OWNERS = frozenset({"poss", "compound", "amod", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def side(actor: Actor) -> str | None:
    """The country, or the Union, that an actor stands for; none for the press and for kinds of
    bodies.
    """
    if actor.actor is None or actor.sector in PRESS:
        return None
    stem = actor.actor.partition(":")[0]
    return stem if len(stem) == 3 and stem not in KINDS else None


class Sides:
    """The actors of a document by sentence, looked up in the order of the text."""

    def __init__(self, reading: Reading, actors: Sequence[Actor] | None = None) -> None:
        self.actors = sorted(actors if actors is not None else reading.actors, key=_place)
        self._starts = [a.span.start for a in self.actors]

    def within(self, sentence: Sentence) -> list[Actor]:
        """The actors that begin in a sentence."""
        first = bisect_left(self._starts, sentence.span.start)
        return self.actors[first : bisect_left(self._starts, sentence.span.end)]

    def named(self, sentence: Sentence) -> list[str]:
        """The sides that a sentence names by a word of their own, in order, each once."""
        found = [side(a) for a in self.within(sentence) if a.form not in ADDED]
        return list(dict.fromkeys(code for code in found if code))

    def leads(self, sentence: Sentence) -> list[str]:
        """The sides that a sentence is told of: its subject, or the owner of its subject."""
        found = [
            code
            for a in self.within(sentence)
            if a.form not in ADDED and (code := side(a)) and _leads(sentence, a)
        ]
        return list(dict.fromkeys(found))

    def between(self, sentence: Sentence) -> tuple[str, str] | None:
        """The two that a sentence joins as sides: "between A and B", "A and B", "A's … with B"."""
        actors = [a for a in self.within(sentence) if a.form not in ADDED and side(a)]
        for one, other in pairwise(actors):
            first, second = side(one), side(other)
            if first and second and first != second and _joined(sentence, one, other):
                return first, second
        return None


def _place(actor: Actor) -> tuple[int, int]:
    return actor.span


def _leads(sentence: Sentence, actor: Actor) -> bool:
    """Whether an actor is the subject of the main clause or owns it; what stands behind a
    preposition ("imports from A") does not.
    """
    token = sentence.apex(actor.span)
    while token is not None:
        if token.dep in SUBJECTS:
            return _is_main(sentence, sentence.head(token))
        if token.dep not in (*OWNERS, "conj") or token.head == token.i:
            return token.dep == "ROOT" and token.tag.startswith("N")
        token = sentence.head(token)
    return False


def _is_main(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is the sentence's own, or what somebody says in it."""
    return verb.head == verb.i or verb.dep in ("ccomp", "conj", "parataxis")


def _joined(sentence: Sentence, one: Actor, other: Actor) -> bool:
    between = [t for t in sentence.tokens if one.span.end <= t.start and t.end <= other.span.start]
    words = [t.lower for t in between]
    return len(between) <= 8 and bool(WITH & set(words)) and ";" not in words
