"""What looks like an event and is none, whatever its words: what somebody only calls so, and what
private people and firms do.
"""

from collections.abc import Iterable

from legation.grammar.words import words
from legation.lexicon import word_set
from legation.model import Party, Sentence, Token
from legation.records.events.candidates.drafts import Draft

DESCRIBING = word_set("events", "exclusions.describing")
PRIVATE = word_set("events", "exclusions.private")
LEFT = word_set("events", "exclusions.left")
LEADERS = word_set("events", "exclusions.leaders")
FIRMS = word_set("events", "exclusions.firms")
PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "IGO"})
"""Sectors that act in public, whoever they are."""
NEAR = 2
"""Words before a name in which it may be told that an office was left."""


def is_description(sentence: Sentence, noun: Token) -> bool:
    """Whether somebody only calls a thing so: "called the tariff an assault on its farmers",
    "described it as an attack".
    """
    first = noun
    while first.dep == "conj" and first.head != first.i:
        first = sentence.head(first)
    above = sentence.head(first)
    calling = words().naming | DESCRIBING
    if first.dep in {"oprd", "xcomp", "ccomp"}:
        return above.lemma in calling
    if first.dep != "pobj" or above.lower != "as":
        return False
    return any(t.lemma in calling for t in sentence.ancestors(above) if t.tag[:1] in "VN")


def is_private(draft: Draft) -> bool:
    """Whether those who act have no public role: tourists, somebody long retired, two firms."""
    sides = (*draft.actors, *draft.recipients)
    if draft.type == "CONSULT" and any(_is_of_nobody(draft.sentence, p) for p in sides):
        return True
    unknown = all(p.actor is None and p.sector not in PUBLIC for p in sides)
    return unknown and any(_is_firm(p) for p in sides)


def _is_of_nobody(sentence: Sentence, one: Party) -> bool:
    """A tourist, or somebody who is told to have left an office that was not a land's first."""
    held = sentence.within(one.mention) if one.mention is not None else []
    if not held:
        return False
    apex = sentence.apex(one.mention) if one.mention is not None else None
    if apex is not None and apex.lemma in PRIVATE:
        return True
    first = held[0].i
    before = [t for t in sentence.tokens if first - NEAR <= t.i < first]
    told = _lower((*before, *held))
    said = told | {word for t in held for word in t.lower.split("-")}
    return bool(said & LEFT) and not said & LEADERS


def _lower(tokens: Iterable[Token]) -> set[str]:
    return {t.lower for t in tokens}


def _is_firm(one: Party) -> bool:
    last = (one.name or "").rstrip(".").rsplit(" ", 1)[-1].lower()
    return one.sector == "BUS" or last in FIRMS
