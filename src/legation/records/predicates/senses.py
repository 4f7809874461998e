"""Senses of words that tell events: what the lexicon says of a verb or noun, and when it applies.

A frame is written for people: ``call,+off obj:%meeting`` is "call" with the particle "off" and an
object of the group ``meeting``. Its parts:

    +off              the particle stands there obj               there is an object; ``obj:@actor``
    one that is a public actor, ``obj:@person`` one by name; ``obj:ship,%attack`` one of these nouns
    -obj              there is no object
    for  for:%aid     a preposition, and what stands after it
    inf  inf:attack   an infinitive, and its verb
    that  ing  ing:…  a clause or gerund, and its verb
    who:@actor        the subject of that clause
    acomp:ready       an adjective after "be"
    passive  active   the voice
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from legation.lexicon import table, word_set
from legation.model import Sentence, Token

SHELLS = word_set("predicates", "senses.shells")
CLAUSES = frozenset({"inf", "that", "ing"})


class Condition(Struct, frozen=True):
    """One part of a frame: ``slot`` and the words allowed in it (none: any)."""

    slot: str
    words: frozenset[str]


class VerbRow(Struct, frozen=True, kw_only=True):
    """A row of ``event_verbs.csv``: one sense of one verb."""

    lemma: str
    frame: str = ""
    type: str
    mode: str | None = None
    role: str = "act"
    """``act`` the subject acts on the rest; ``host`` the object is the visitor; ``mutual`` all take
    part; ``victim`` the subject suffers; ``noun`` the event noun in its object says the rest."""
    recipient: tuple[str, ...] = ()
    confidence: float = 0.8
    example: str = ""


class NounRow(Struct, frozen=True, kw_only=True):
    """A row of ``event_nouns.csv``: a noun that names an event; ``of`` says who stands after
    "of".
    """

    lemma: str
    group: str
    type: str
    mode: str | None = None
    role: str = "act"
    of: str = "actor"
    recipient: tuple[str, ...] = ()
    alone: bool = False
    """Whether it tells an event without a verb: "Russia's invasion of Ukraine"."""
    confidence: float = 0.7
    example: str = ""


class Sense(Struct, frozen=True):
    """A verb row with its frame read."""

    row: VerbRow
    conditions: tuple[Condition, ...]

    @property
    def weight(self) -> int:
        """How much a sense asks for: of two that fit, the one that asks for more is meant."""
        return sum(1 + bool(c.words) + (c.slot[0] == "+") for c in self.conditions)


def conditions(frame: str) -> tuple[Condition, ...]:
    """A written frame as conditions."""
    parts = (item.partition(":") for item in frame.split())
    return tuple(Condition(slot, frozenset(words.split(",")) - {""}) for slot, _, words in parts)


@cache
def verbs() -> Mapping[str, tuple[Sense, ...]]:
    """Verb senses by lemma, the most demanding first; of two that demand the same, the one that
    tells of nothing.
    """
    held: dict[str, list[Sense]] = defaultdict(list)
    for row in table("event_verbs", VerbRow):
        held[row.lemma].append(Sense(row, conditions(row.frame)))
    return {
        lemma: tuple(sorted(senses, key=lambda s: (-s.weight, s.row.type != "NONE")))
        for lemma, senses in held.items()
    }


@cache
def nouns() -> Mapping[str, NounRow]:
    """Event nouns by lemma."""
    return {row.lemma: row for row in table("event_nouns", NounRow)}


def noun_row(lemma: str) -> NounRow | None:
    """The row of an event noun; plurals that no table knows lose their s."""
    return nouns().get(lemma) or nouns().get(lemma.removesuffix("s"))


def event_noun(sentence: Sentence, noun: Token) -> NounRow | None:
    """The row of a noun in its sentence: a "hunger strike" is not a strike."""
    for before in sentence.children(noun, "compound", "amod"):
        row = noun_row(f"{before.lemma}-{noun.lemma}")
        if row is not None:
            return row
    shell = noun.lemma in SHELLS and next(
        (r for t in sentence.children(noun, "compound") if (r := noun_row(t.lemma))), None
    )
    return shell or noun_row(noun.lemma)


class LightRow(Struct, frozen=True, kw_only=True):
    """A row of ``light_verbs.csv``: a verb that leaves the meaning to the event noun in its
    object.
    """

    lemma: str
    groups: tuple[str, ...] = ()
    example: str = ""


@cache
def light_verbs() -> Mapping[str, frozenset[str]]:
    """The groups of event nouns that each light verb carries."""
    return {row.lemma: frozenset(row.groups) for row in table("light_verbs", LightRow)}
