"""Verbs and nouns of saying, thinking and planning, as the lexicon has them."""

from functools import cache
from typing import Literal

from msgspec import Struct

from legation.grammar.words import words
from legation.lexicon import table
from legation.model import Sentence, Token

Act = Literal["speech", "thought", "attitude", "plan"]
Pattern = Literal["clause", "quote", "infinitive", "person", "object", "gerund", "naming"]


class SpeechVerb(Struct, frozen=True):
    """A row of ``speech_verbs.csv``."""

    lemma: str
    act: Act
    patterns: tuple[Pattern, ...] = ()
    prepositions: tuple[str, ...] = ()
    notes: str = ""


class SpeechNoun(Struct, frozen=True):
    """A row of ``speech_nouns.csv``."""

    lemma: str
    act: Act
    patterns: tuple[Pattern, ...] = ()
    prepositions: tuple[str, ...] = ()


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Speech verbs by lemma, phrasal ones with their particle ("point out")."""
    return {row.lemma: row for row in table("speech_verbs", SpeechVerb)}


@cache
def speech_nouns() -> dict[str, SpeechNoun]:
    """Speech nouns by lemma."""
    return {row.lemma: row for row in table("speech_nouns", SpeechNoun)}


def reporting(sentence: Sentence, token: Token) -> SpeechVerb | None:
    """The row of a verb that reports here, whatever its mood; None for every other word."""
    if not token.tag.startswith("VB"):
        return None
    known = speech_verbs()
    if token.lemma not in _firsts():
        return None
    for child in sentence.children(token, "prt", "prep"):
        phrase = f"{token.lemma} {child.lower}"
        if phrase in known:
            return known[phrase]
    return known.get(token.lemma)


@cache
def _firsts() -> frozenset[str]:
    """The verbs that speech verbs begin with; most words are none, and are known by that at
    once.
    """
    return frozenset(lemma.partition(" ")[0] for lemma in speech_verbs())


def is_report(noun: Token) -> bool:
    """Whether a noun names what somebody says: "claim", "rumour", "suggestion"."""
    # the tagger takes "contradicted reports" for a verb; its place tells
    named = noun.tag[:1] == "N" or noun.dep in {"dobj", "pobj", "nsubj", "nsubjpass"}
    return named and noun.lemma in words().reports


def outermost(sentence: Sentence, verb: Token) -> Token:
    """The verb that reports the clause in which ``verb`` stands: whoever says goes on ", adding
    that".
    """
    held = verb
    while (
        held.dep == "ccomp"
        and held.head != held.i
        and reporting(sentence, sentence.head(held)) is not None
    ):
        held = sentence.head(held)
    return held
