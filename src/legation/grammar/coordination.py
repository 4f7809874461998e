"""What is joined, and what belongs to what in it: "respectively", and parts told in step."""

from collections.abc import Iterator

from legation.grammar.phrases import conjuncts
from legation.lexicon import word_set
from legation.model import Sentence, Token

IN_STEP = frozenset({"respectively"})
SHORTEST = 2
JOINTS = frozenset({",", "and", "&"})
UNITS = word_set("grammar", "coordination.units") | {"%"}


def in_step(sentence: Sentence) -> list[tuple[Token, ...]]:
    """What belongs together where a sentence says "respectively" or "in that order".

    Returns:
        One tuple for each place of the lists: of "exports to Chad and Niger rose 5 and 7 percent
        respectively" (Chad, 5) and (Niger, 7); empty where nothing is in step or the lists are of
        different lengths.
    """
    if not says_in_step(sentence):
        return []
    held = list(lists(sentence))
    if len(held) < SHORTEST:
        return []
    size = len(held[-1])
    even = [found for found in held if len(found) == size]
    return list(zip(*even, strict=True)) if len(even) >= SHORTEST else []


def says_in_step(sentence: Sentence) -> bool:
    """Whether the sentence says that its lists belong together place by place."""
    lowered = [t.lower for t in sentence.tokens]
    if IN_STEP & set(lowered):
        return True
    return any(
        lowered[n : n + 3] == ["in", "that", "order"] for n in range(max(0, len(lowered) - 2))
    )


def lists(sentence: Sentence) -> Iterator[list[Token]]:
    """The lists of names or nouns of a sentence from left to right, then those of its numbers."""
    for token in sentence.tokens:
        if token.dep == "conj" or token.tag[:1] != "N" or token.lemma in UNITS:
            continue
        joined = [t for t in conjuncts(sentence, token) if t.tag[:1] == "N"]
        if len(joined) >= SHORTEST:
            yield sorted(joined, key=lambda t: t.i)
    yield from _numbers(sentence)


def _numbers(sentence: Sentence) -> Iterator[list[Token]]:
    """Numbers with only units, commas and "and" between them; read off the words, for the parser
    joins them in many ways.
    """
    held: list[Token] = []
    for token in sentence.tokens:
        if token.tag == "CD" and token.text[:1].isdigit():
            held.append(token)
        elif held and not (
            token.text in JOINTS or token.lemma in UNITS or token.tag in {"CD", "$"}
        ):
            if len(held) >= SHORTEST:
                yield held
            held = []


def subject_of_rest(sentence: Sentence, verb: Token) -> list[Token]:
    """The verbs that share a verb's subject: joined to it without one of their own."""
    return [
        t
        for t in sentence.children(verb, "conj")
        if t.tag[:1] == "V" and not sentence.children(t, "nsubj", "nsubjpass")
    ]
