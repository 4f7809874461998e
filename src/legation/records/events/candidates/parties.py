"""Who may be a side of an event: whom the rules took, whoever is named in the sentence, who stands
where a side should, and the pair under discussion.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from legation.grammar.clauses import clause
from legation.grammar.phrases import conjuncts
from legation.model import Actor, Party, Reading, Sentence, Token
from legation.records.events.candidates.drafts import Draft
from legation.records.predicates import Cast, public

Source = Literal["actors", "recipients", "named", "words", "pair"]
UNDER = frozenset({"compound", "amod", "nmod"})
"""Where a name only tells whose something is: "Kazakh officials"."""
NAMES = frozenset({"PERSON", "ORG", "NORP"})


class Candidate(Struct, frozen=True):
    """A party that may be a side of a draft, the word on which it hangs, and where it came
    from.
    """

    party: Party
    head: Token | None
    source: Source


def candidates(draft: Draft, cast: Cast, reading: Reading) -> list[Candidate]:
    """Everybody who may be a side of a draft, each once, in a fixed order."""
    found: list[Candidate] = []
    for each in _gathered(draft, cast, reading):
        if not any(_same(each, other) for other in found):
            found.append(each)
    return found


def _gathered(draft: Draft, cast: Cast, reading: Reading) -> Iterator[Candidate]:
    sentence = draft.sentence
    yield from (Candidate(p, _head(sentence, p), "actors") for p in draft.actors)
    yield from (Candidate(p, _head(sentence, p), "recipients") for p in draft.recipients)
    for actor in cast.within(sentence):
        yield from _named(sentence, actor, cast)
    yield from _places(draft, cast)
    yield from _standing(draft, cast)
    pair = reading.background.pair_at(sentence.index)
    for code in pair.codes if pair is not None else ():
        yield Candidate(Party(mention=None, actor=code), None, "pair")


def _head(sentence: Sentence, one: Party) -> Token | None:
    return sentence.apex(one.mention) if one.mention is not None else None


def _named(sentence: Sentence, actor: Actor, cast: Cast) -> Iterator[Candidate]:
    """The actor of a mention; of "Kazakh officials" the officials."""
    head = sentence.apex(actor.span)
    if head is None:
        return
    while head.dep in UNDER and head.head != head.i and sentence.head(head).tag[:1] in "NP":
        head = sentence.head(head)
    codes = set(actor.members) | ({actor.actor} if actor.actor else set())
    whole = [p for p in cast.one(sentence, head) if p.actor in codes] if codes else []
    found = whole or ([cast.party(actor)] if actor.actor is not None or actor.person else [])
    if not found and actor.members:
        found = [Party(mention=actor.span, actor=c, name=actor.name) for c in actor.members]
    yield from (Candidate(p, head, "named") for p in found)


def _places(draft: Draft, cast: Cast) -> Iterator[Candidate]:
    """Places stand for their country: "arrived in Almaty"."""
    for token in draft.sentence.tokens:
        if token.dep == "pobj" and cast.at(token) is None:
            there = cast.country(token)
            if there is not None:
                yield Candidate(there, token, "named")


def _standing(draft: Draft, cast: Cast) -> Iterator[Candidate]:
    """Who stands where a side should, resolved or not, as it is written."""
    sentence = draft.sentence
    for head in _slots(draft):
        for token in conjuncts(sentence, head):
            if cast.at(token) is not None or not _somebody(token):
                continue
            for one in cast.one(sentence, token, acting=True):
                yield Candidate(one, token, "words")


def _somebody(token: Token) -> bool:
    return token.entity in NAMES or token.tag[:3] == "NNP" or public(token) is not None


def _slots(draft: Draft) -> list[Token]:
    if draft.nominal:
        held = draft.sentence.children(draft.trigger, "prep", "agent")
        below = [o for p in held for o in draft.sentence.children(p, "pobj")]
        return [*draft.sentence.children(draft.trigger, "poss"), *below]
    around = clause(draft.sentence, draft.trigger)
    nouns = [around.subject, around.object, around.dative, *(n for _, n in around.preps)]
    return [t for t in nouns if t is not None]


def _same(one: Candidate, other: Candidate) -> bool:
    a, b = one.party, other.party
    if a.mention is not None and b.mention is not None and a.mention.overlaps(b.mention):
        return a.actor == b.actor or a.actor is None
    if one.source == "pair":
        return a.actor == b.actor
    return False
