"""Statements told by a noun: "the ministry's claim that S", "his expectations are for Y"."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Sentence, Token
from legation.records.phrases import phrase, runs
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.candidates.verbs import Act, Pattern


class SpeechNoun(Struct, frozen=True):
    """A row of ``speech_nouns.csv``."""

    lemma: str
    act: Act
    patterns: tuple[Pattern, ...] = ()
    prepositions: tuple[str, ...] = ()


@cache
def speech_nouns() -> dict[str, SpeechNoun]:
    """Speech nouns by lemma."""
    return {row.lemma: row for row in table("speech_nouns", SpeechNoun)}


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """Every statement that a noun of the sentence reports and whose speaker stands by it."""
    for token in sentence.tokens:
        row = speech_nouns().get(token.lemma) if token.tag in {"NN", "NNS"} else None
        if row is None:
            continue
        speaker = _speaker(sentence, token)
        held = _content(sentence, token, row)
        if held is not None and speaker is not None:
            pattern, tokens = held
            content = runs(sentence, tokens)
            if content:
                yield Draft(
                    pattern=pattern,
                    act=row.act,
                    sentence=sentence.index,
                    cue=(token.span,),
                    content=content,
                    speaker=phrase(sentence, speaker, frozenset(t.i for t in tokens) | {token.i}),
                    head=speaker.span,
                )


def _speaker(sentence: Sentence, noun: Token) -> Token | None:
    """Whose claim it is: a possessor, "by X", or the subject of a light verb ("issued a warning
    that").
    """
    owner = next(iter(sentence.children(noun, "poss")), None)
    if owner is not None:
        return owner
    name = next(
        (c for c in sentence.children(noun, "compound", "nmod") if c.tag.startswith("NNP")), None
    )
    if name is not None:
        return name
    for preposition in sentence.children(noun, "prep"):
        if preposition.lower in {"by", "from"}:
            return next(iter(sentence.children(preposition, "pobj")), None)
    if noun.dep == "dobj":
        return next(iter(sentence.children(sentence.head(noun), "nsubj")), None)
    return None


def _content(sentence: Sentence, noun: Token, row: SpeechNoun) -> tuple[str, list[Token]] | None:
    if "clause" in row.patterns:
        clause = next(
            (c for c in sentence.children(noun, "acl", "ccomp", "relcl") if _that(sentence, c)),
            None,
        )
        if clause is not None:
            return "noun clause", sentence.subtree(clause)
    if "infinitive" in row.patterns:
        inner = next((c for c in sentence.children(noun, "acl") if c.tag == "VB"), None)
        if inner is not None:
            return "noun infinitive", sentence.subtree(inner)
    return _headed(sentence, noun, row)


def _that(sentence: Sentence, clause: Token) -> bool:
    """ "that" as a conjunction, not as the subject or object of a relative clause."""
    return any(c.lower == "that" and c.dep == "mark" for c in sentence.children(clause))


def _headed(sentence: Sentence, noun: Token, row: SpeechNoun) -> tuple[str, list[Token]] | None:
    """ "hopes for Y", or "expectations are for Y"."""
    copula = (
        [sentence.head(noun)] if noun.dep == "nsubj" and sentence.head(noun).lemma == "be" else []
    )
    for head in [noun, *copula]:
        for preposition in sentence.children(head, "prep"):
            if preposition.i > noun.i and preposition.lower in row.prepositions:
                inside = [t for t in sentence.subtree(preposition) if t.i != preposition.i]
                return ("noun preposition", inside) if inside else None
    return None
