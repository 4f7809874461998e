"""Noun phrases: what carries the meaning, who owns it, what is joined to it, how far it reaches."""

from collections.abc import Iterator

from msgspec import Struct

from legation.grammar.words import words
from legation.model import Sentence, Span, Token

LONGEST_LIST = 40
"""Nouns of a list that are followed; longer ones are tables."""
APART = frozenset({"relcl", "acl", "appos", "parataxis", "ccomp", "advcl", "punct"})
"""What only adds to a noun phrase, behind a comma or as a clause."""
TIMES = frozenset({"DATE", "TIME"})


class NounPhrase(Struct, frozen=True):
    """A noun with its parts. ``content`` is the noun that carries the meaning: "talks" of "a round
    of talks"; ``after`` are prepositions with the nouns behind them; ``span`` is the whole.
    """

    head: Token
    content: Token
    determiner: Token | None
    possessor: Token | None
    modifiers: tuple[Token, ...]
    after: tuple[tuple[str, Token], ...]
    apposition: Token | None
    span: Span


def noun_phrase(sentence: Sentence, head: Token) -> NounPhrase:
    """The noun phrase around a noun."""
    determiners = sentence.children(head, "det")
    possessors = sentence.children(head, "poss")
    apposed = sentence.children(head, "appos")
    return NounPhrase(
        head=head,
        content=content(sentence, head),
        determiner=determiners[0] if determiners else None,
        possessor=possessors[0] if possessors else None,
        modifiers=tuple(sentence.children(head, "amod", "compound", "nmod", "nummod")),
        after=tuple(prepositions(sentence, head)),
        apposition=apposed[0] if apposed else None,
        span=extent(sentence, head),
    )


def content(sentence: Sentence, noun: Token) -> Token:
    """The noun that carries the meaning: "talks" of "a round of talks"."""
    seen = noun
    for _ in range(LONGEST_LIST):
        if seen.lemma not in words().containers and seen.tag != "CD":
            return seen
        below = after(sentence, seen, "of")
        if not below:
            return seen
        seen = below[0]
    return seen


def conjuncts(sentence: Sentence, head: Token) -> list[Token]:
    """A noun and those joined to it: "A, B and C"."""
    held = [head]
    for token in held:
        held.extend(t for t in sentence.children(token, "conj") if t.tag[:1] in "NPCJ")
        if len(held) > LONGEST_LIST:
            break
    return held


def first_of(sentence: Sentence, noun: Token) -> Token:
    """The first of the list that a noun stands in: the one on which the whole list hangs."""
    seen = noun
    while seen.dep == "conj" and seen.head != seen.i and sentence.head(seen).tag[:1] in "NPC":
        seen = sentence.head(seen)
    return seen


def after(sentence: Sentence, word: Token, *names: str) -> list[Token]:
    """The nouns behind these prepositions of a word."""
    return [noun for name, noun in prepositions(sentence, word) if name in names]


def prepositions(sentence: Sentence, word: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions that hang from a word, each with the nouns behind it; "away from X" is
    "from".
    """
    for prep in sentence.children(word, "prep", "dative", "agent"):
        for noun in sentence.children(prep, "pobj"):
            yield prep.lower, noun
        for inner in sentence.children(prep, "prep"):
            for noun in sentence.children(inner, "pobj"):
                yield inner.lower, noun


def owner(sentence: Sentence, noun: Token) -> Token | None:
    """Whose it is: a possessor ("Chad's"), the name of a people or place before it ("Chadian"), or
    the noun after "by", "of" or "from".
    """
    possessors = sentence.children(noun, "poss")
    if possessors:
        return possessors[0]
    named = sentence.children(noun, "amod", "compound", "nmod")
    names = [t for t in named if t.entity in words().owners or t.tag == "NNP"]
    if names:
        return names[0]
    held = after(sentence, noun, "by", "from")
    return held[0] if held else None


def extent(sentence: Sentence, head: Token) -> Span:
    """From the first to the last word of a noun phrase, without clauses and appositions that are
    only added to it.
    """
    held, waiting = [head], [head]
    while waiting:
        for child in sentence.children(waiting.pop()):
            if child.dep not in APART:
                held.append(child)
                waiting.append(child)
    kept = sorted((t for t in held if t.text.strip(",;:")), key=lambda t: t.i)
    return Span(kept[0].start, kept[-1].end)


def tells_time(noun: Token) -> bool:
    """Whether a noun tells a time; of names only those of the calendar do, whatever the model
    takes them for.
    """
    named = noun.tag[:3] == "NNP"
    return noun.entity in TIMES and (not named or noun.lower.rstrip(".") in words().calendar)
