"""From a noun in a sentence to the public actors that it stands for."""

from bisect import bisect_right
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Actor, Party, Reading, Sentence, Span, Token, party
from legation.records.events.clauses import conjuncts, content

MODIFIERS = ("poss", "compound", "amod", "nmod", "nummod", "appos")
LINKS = frozenset({"of", "from", "in", "for", "at", "by", "to", "throughout", "across"})
"""Prepositions behind which a noun's country stands: "troops loyal to" and "a bombing by" too."""
NAMED = frozenset({"GPE", "NORP", "PERSON", "ORG", "LOC"})


class PublicNoun(Struct, frozen=True, kw_only=True):
    """A row of ``public_nouns.csv``: a common noun for people or bodies with a public role, and their PLOVER sector."""

    lemma: str
    sector: str = ""
    owned: bool = False
    """Whether it acts only for someone named beside it: "Chadian missiles", "the president's office"."""


@cache
def public_nouns() -> dict[str, PublicNoun]:
    """Public nouns by lemma."""
    return {row.lemma: row for row in table("public_nouns", PublicNoun)}


def public(token: Token) -> PublicNoun | None:
    """The public noun that a token is, if it is one."""
    return public_nouns().get(token.lemma) or public_nouns().get(token.lemma.removesuffix("s"))


class Cast:
    """The actors of a document, found by the words that name them."""

    def __init__(self, reading: Reading) -> None:
        self.actors = reading.actors
        self.starts = [actor.span.start for actor in reading.actors]
        self.places = reading.places
        self.place_starts = [place.span.start for place in reading.places]
        self.text = reading.document.text

    def at(self, token: Token) -> Actor | None:
        """The actor mention that covers a token."""
        number = bisect_right(self.starts, token.start) - 1
        for actor in reversed(self.actors[max(0, number - 4) : number + 1]):
            if actor.span.start <= token.start and token.end <= actor.span.end:
                return actor
        return None

    def country(self, token: Token) -> Party | None:
        """The country of the place that covers a token."""
        number = bisect_right(self.place_starts, token.start) - 1
        place = self.places[number] if number >= 0 else None
        if place is None or place.country is None or token.end > place.span.end:
            return None
        return Party(mention=place.span, actor=place.country, name=place.name or place.span.of(self.text))

    def parties(self, sentence: Sentence, head: Token, *, acting: bool = True) -> list[Party]:
        """The parties under a noun and those joined to it.

        ``acting``: as the one who acts only people and bodies count; as the one who is acted upon anything of a
        country stands for that country ("Ukrainian ports").
        """
        found: list[Party] = []
        for token in conjuncts(sentence, content(sentence, head)):
            for each in self._single(sentence, content(sentence, token), acting):
                if not any((each.actor, each.name, each.person) == (p.actor, p.name, p.person) for p in found):
                    found.append(each)
        return found

    def one(self, sentence: Sentence, head: Token, *, acting: bool = False) -> list[Party]:
        """The parties under a noun alone, without those joined to it."""
        return self._single(sentence, content(sentence, head), acting)

    def is_actor(self, sentence: Sentence, head: Token) -> bool:
        """Whether a noun stands for a public actor."""
        return bool(self.parties(sentence, head))

    def _single(self, sentence: Sentence, head: Token, acting: bool) -> list[Party]:
        actor = self.at(head)
        if actor is not None and (actor.actor is not None or actor.members or public(head) is None):
            return _expanded(actor)
        place = None if acting else self.country(head)
        if place is not None:
            return [place]
        noun = public(head)
        if noun is not None or not acting or head.entity == "PERSON":
            through = self._through(sentence, head)
            if through:
                return through
        if actor is not None:
            return _expanded(actor)
        if noun is not None and not noun.owned:
            return [self._nameless(sentence, head, noun)]
        if head.entity in NAMED and head.tag in {"NNP", "NNPS", "JJ"}:
            return [Party(mention=_name(sentence, head), actor=None, name=_name(sentence, head).of(self.text))]
        return []

    def _through(self, sentence: Sentence, head: Token) -> list[Party]:
        """The country in "Kazakh officials", "the president of France", "troops from Chad"."""
        for below in sentence.children(head, *MODIFIERS):
            actor = self.at(below) or self._modifier(sentence, below)
            if actor is not None:
                return [self._of(sentence, head, found) for found in _expanded(actor)]
        for prep in sentence.children(head, "prep"):
            for noun in sentence.children(prep, "pobj") if prep.lower in LINKS else ():
                actor = self.at(noun) or self._modifier(sentence, noun)
                there = _expanded(actor) if actor is not None else [p for p in [self.country(noun)] if p is not None]
                if there:
                    return [self._of(sentence, head, found) for found in there]
        return []

    def _modifier(self, sentence: Sentence, noun: Token) -> Actor | None:
        return next((a for c in sentence.children(noun, *MODIFIERS) if (a := self.at(c))), None)

    def _of(self, sentence: Sentence, head: Token, owner: Party) -> Party:
        words = _name(sentence, head)
        noun = public(head)
        sector = noun.sector if noun is not None and noun.sector else owner.sector
        return Party(mention=words, actor=owner.actor, name=words.of(self.text), sector=sector)

    def _nameless(self, sentence: Sentence, head: Token, noun: PublicNoun) -> Party:
        words = _name(sentence, head)
        return Party(mention=words, actor=None, name=words.of(self.text), sector=noun.sector or None)


def _expanded(actor: Actor) -> list[Party]:
    if actor.form == "group" and len(actor.members) > 1:
        return [Party(mention=actor.span, actor=code, name=actor.name) for code in actor.members]
    return [party(actor)]


def _name(sentence: Sentence, head: Token) -> Span:
    """The noun with what stands before it, without its article."""
    before = [t for t in sentence.children(head, "compound", "amod", "poss", "nmod") if t.i < head.i]
    return Span(min([head.start, *(t.start for t in before)]), head.end)
