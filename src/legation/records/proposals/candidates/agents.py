"""Who can be asked to act: countries, bodies and those who speak for them. Prices, ties and ages
cannot.
"""

from bisect import bisect_left

from legation.lexicon import word_set
from legation.model import Actor, Reading, Sentence, Token
from legation.records.proposals.candidates.cues import cues

REACH = 200
"""Characters; no actor mention is longer."""
PRONOUNS = word_set("proposals", "agents.pronouns")


def can_act(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Whether a subject stands for a country, a body, an office-holder or a group of them."""
    if token.tag == "CD":
        return False
    known = cues().words.agents
    if token.tag.startswith(("PRP", "WP", "WDT", "DT")):
        return (
            token.lower in {"we", "both"}
            or public(reading, token)
            or _reporter(reading, sentence, token)
        )
    if token.lemma in known or token.lower in known:
        return True
    if actor_at(reading, token) is not None:
        return True
    return token.entity in {"GPE", "NORP", "ORG"} and token.tag.startswith("NNP")


def _reporter(reading: Reading, sentence: Sentence, pronoun: Token) -> bool:
    """ "Tokyo said it was ready": the pronoun goes back to whoever speaks."""
    if pronoun.lower not in PRONOUNS:
        return False
    verb = sentence.head(pronoun)
    if verb.dep != "ccomp" or verb.head == verb.i:
        return False
    speakers = sentence.children(sentence.head(verb), "nsubj")
    return (
        bool(speakers)
        and not speakers[0].tag.startswith("PRP")
        and can_act(reading, sentence, speakers[0])
    )


def public(reading: Reading, token: Token) -> bool:
    """Whether a pronoun goes back to a country, a body or somebody in office."""
    actor = actor_at(reading, token)
    return actor is not None and (
        actor.actor is not None or actor.person is not None or bool(actor.members)
    )


def actor_at(reading: Reading, token: Token) -> Actor | None:
    """The actor whose mention ends with or holds a word."""
    first = bisect_left(reading.actors, token.start - REACH, key=lambda a: a.span.start)
    for index in range(first, len(reading.actors)):
        actor = reading.actors[index]
        if actor.span.start > token.start:
            return None
        if actor.span.holds(token.span):
            return actor
    return None
