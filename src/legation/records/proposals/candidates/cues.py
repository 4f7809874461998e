"""What marks an offer, plan, request or recommendation: the file ``proposal_cues.toml``."""

from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import nested

Kind = Literal["offer", "plan", "request", "recommendation", "condition"]
Complement = Literal["infinitive", "person", "clause", "object", "gerund", "topic", "told"]


class VerbCue(Struct, frozen=True):
    """Verbs that take such a complement and mark such a proposal."""

    proposal: Kind
    complement: Complement
    lemmas: tuple[str, ...]
    confidence: float


class WordCue(Struct, frozen=True):
    """Adjectives ("ready to V") or nouns ("scope to V") that mark a proposal."""

    proposal: Kind
    lemmas: frozenset[str]
    confidence: float


class ModalCue(Struct, frozen=True):
    """Modal verbs that mark a proposal when their subject can act."""

    proposal: Kind
    forms: frozenset[str]
    confidence: float


class Words(Struct, frozen=True):
    """Word lists that narrow the cues."""

    helping: frozenset[str]
    aid: frozenset[str]
    deeds: frozenset[str]
    invited: frozenset[str]
    agents: frozenset[str]
    exchange: frozenset[str]
    empty: frozenset[str]
    sought: frozenset[str]
    idle: frozenset[str]


class Cues(Struct, frozen=True):
    """The whole file."""

    verbs: tuple[VerbCue, ...]
    adjectives: tuple[WordCue, ...]
    nouns: tuple[WordCue, ...]
    nominal: tuple[WordCue, ...]
    modals: tuple[ModalCue, ...]
    impersonal: tuple[WordCue, ...]
    words: Words


@cache
def cues() -> Cues:
    """The cues as people edit them."""
    known: Cues = nested("proposal_cues", Cues)
    return known


@cache
def verb_cues() -> dict[str, tuple[VerbCue, ...]]:
    """The verb cues by lemma, phrasal ones with their preposition."""
    held: dict[str, list[VerbCue]] = {}
    for row in cues().verbs:
        for lemma in row.lemmas:
            held.setdefault(lemma, []).append(row)
    return {lemma: tuple(rows) for lemma, rows in held.items()}
