"""Verbs that report words, thoughts, attitudes and plans, and what hinders one from reporting."""

from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table, word_set
from legation.model import Sentence, Token

Act = Literal["speech", "thought", "attitude", "plan"]
Pattern = Literal["clause", "quote", "infinitive", "person", "object", "gerund", "naming"]
UNREAL_MODALS = word_set("statements", "verbs.unreal_modals")
NEGATIONS = word_set("statements", "verbs.negations")
CONDITIONS = word_set("statements", "verbs.conditions")
SILENT = word_set("statements", "verbs.silent")
TELLING = word_set("statements", "verbs.telling")


class SpeechVerb(Struct, frozen=True):
    """A row of ``speech_verbs.csv``."""

    lemma: str
    act: Act
    patterns: tuple[Pattern, ...] = ()
    prepositions: tuple[str, ...] = ()
    notes: str = ""


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Speech verbs by lemma, phrasal ones with their particle ("point out")."""
    return {row.lemma: row for row in table("speech_verbs", SpeechVerb)}


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


def unreal(sentence: Sentence, verb: Token) -> bool:
    """Whether nothing was said: negated, conditional, under a modal, commanded or asked."""
    if (
        _asked(sentence, verb)
        or (verb.dep == "xcomp" and silent(sentence.head(verb), verb))
        or (verb.dep == "pcomp" and sentence.head(verb).lower == "without")
    ):
        return True
    for child in sentence.children(verb):
        if child.lower in NEGATIONS and child.dep in {
            "neg",
            "det",
            "nsubj",
            "nsubjpass",
            "preconj",
        }:
            return True
        if child.dep == "mark" and child.lower in CONDITIONS:
            return True
        if child.dep == "aux" and child.lower in UNREAL_MODALS:
            return True
        if child.dep in {"nsubj", "nsubjpass"} and _empty(sentence, child):
            return True
    return False


def silent(governor: Token, verb: Token) -> bool:
    """ "declined to say", "refused to comment": nothing was told."""
    return governor.lemma in SILENT and verb.lemma in TELLING


def _asked(sentence: Sentence, verb: Token) -> bool:
    """ "Did X say …?", and "asked whether …" of one who was asked."""
    below = sentence.children(verb)
    subject = next((c for c in below if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return (
            verb.tag in {"VBN", "VBD"}
            and verb.dep == "advcl"
            and not any(c.dep in {"aux", "agent"} for c in below)
        )
    turned = any(c.dep == "aux" and c.i < subject.i and c.tag != "TO" for c in below)
    return turned and sentence.tokens[-1].text == "?"


def _empty(sentence: Sentence, subject: Token) -> bool:
    return any(child.lower == "no" for child in sentence.children(subject, "det"))
