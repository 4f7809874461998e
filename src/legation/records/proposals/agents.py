"""Who can be asked to act: countries, bodies and those who speak for them. Prices, ties and ages cannot."""

from bisect import bisect_left

from legation.model import Actor, Reading, Sentence, Token
from legation.records.proposals.cues import cues

REACH = 200
"""Characters; no actor mention is longer."""


def can_act(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Whether a subject stands for a country, a body, an office-holder or a group of them."""
    if token.tag == "CD":
        return False
    known = cues().words.agents
    if token.lower in {"we", "they", "both", "all", "he", "she", "it"} and token.tag.startswith(("PRP", "DT")):
        return token.lower in {"we", "both"}
    if token.lemma in known or token.lower in known:
        return True
    if actor_at(reading, token) is not None:
        return True
    return token.entity in {"GPE", "NORP", "ORG"} and token.tag.startswith("NNP")


def actor_at(reading: Reading, token: Token) -> Actor | None:
    """The actor whose mention ends with or holds a word."""
    first = bisect_left(reading.actors, token.start - REACH, key=lambda a: a.span.start)
    for actor in reading.actors[first:]:
        if actor.span.start > token.start:
            return None
        if actor.span.holds(token.span):
            return actor
    return None
