"""The sides of an act that a noun names: "the visit of X to Y", "talks between X and Y", "X–Y
talks", and of the light verb that carries it: "X paid a visit to Y", "the signing took place".
"""

from functools import cache

from msgspec import Struct

from legation.grammar.phrases import content
from legation.grammar.subjects import surface_subject
from legation.grammar.voice import agent, is_passive
from legation.grammar.words import words
from legation.lexicon import table
from legation.model import Sentence, Token

BY = frozenset({"by", "between", "among"})
NEAR = 4
"""Words behind an event noun within which "by" still names who does it: "a visit here this week
by …"."""


class LightVerb(Struct, frozen=True, kw_only=True):
    """A row of ``light_verbs.csv``: a verb that leaves the meaning to the noun in its object."""

    lemma: str
    groups: tuple[str, ...] = ()
    example: str = ""


class Nominal(Struct, frozen=True):
    """An event noun with its sides as tokens.

    ``owners`` stand before it, from left to right; ``sides`` are its prepositions with the nouns
    behind them; ``carrier`` is the light verb or verb of happening that tells it, ``subject`` and
    ``agent`` who does what that verb tells.
    """

    noun: Token
    owners: tuple[Token, ...]
    sides: tuple[tuple[str, Token], ...]
    carrier: Token | None = None
    subject: Token | None = None

    def after(self, *names: str) -> list[Token]:
        """The nouns behind these prepositions."""
        return [noun for name, noun in self.sides if name in names]


def nominal(sentence: Sentence, noun: Token) -> Nominal:
    """The sides of an act that a noun names."""
    verb = carrier(sentence, noun)
    sides = [
        (prep.lower, head)
        for prep in side_prepositions(sentence, noun)
        for head in sentence.children(prep, "pobj")
    ]
    return Nominal(
        noun=noun,
        owners=tuple(owners(sentence, noun, deep=True)),
        sides=tuple(sides),
        carrier=verb,
        subject=_doer(sentence, verb, noun) if verb is not None else None,
    )


def owners(sentence: Sentence, noun: Token, *, deep: bool) -> list[Token]:
    """What stands before an event noun; of "an EU-Central Asia summit" the parser hangs one name
    from the other (``deep``).
    """
    own = sentence.children(noun, "poss", "compound", "amod", "nmod")
    under = [t for token in own for t in sentence.children(token, "compound", "amod", "nmod")]
    return sorted([*own, *(under if deep else [])], key=lambda token: token.i)


def side_prepositions(
    sentence: Sentence, noun: Token, through: frozenset[str] = frozenset({"to", "between", "with"})
) -> list[Token]:
    """The prepositions of an event noun, and those that the parser hangs from what stands between:
    "the visit of the king to Chad", "the signing of a treaty between …".

    Args:
        sentence: where it stands.
        noun: the event noun.
        through: prepositions that are followed through the nouns behind its own; those of an
            office ("the visit of the ambassador to Chad") are its own.
    """
    own = sentence.children(noun, "prep", "agent")
    below = [o for p in own for o in sentence.children(p, "pobj")]
    held = [
        p
        for o in below
        if o.lemma not in words().posted
        for p in sentence.children(o, "prep")
        if p.lower in through
    ]
    return [*own, *held]


def late_agent(sentence: Sentence, noun: Token) -> Token | None:
    """The "by" a few words behind an event noun, with only adverbs and days between: "a visit here
    this week by the king".
    """
    near = [t for t in sentence.tokens if noun.i < t.i <= noun.i + NEAR]
    by = next((t for t in near if t.lower == "by" and t.tag == "IN"), None)
    if by is None:
        return None
    between = [t for t in near if t.i < by.i]
    return by if all(t.tag in {"RB", "DT", "NN", "NNP"} for t in between) else None


def carrier(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that tells the act which a noun names: a light verb over it ("paid a visit"), or a
    verb of happening of which it is the subject ("the signing took place").
    """
    top = _container(sentence, noun)
    above = sentence.head(top)
    if above.tag[:1] != "V" or above.i == top.i:
        return None
    if top.dep in {"dobj", "nsubjpass"} and above.lemma in _light():
        return above
    return above if top.dep == "nsubj" and above.lemma in words().happening else None


def _container(sentence: Sentence, noun: Token) -> Token:
    """ "a round of talks": the noun that stands in the place of the talks."""
    prep = sentence.head(noun)
    over = sentence.head(prep)
    held = noun.dep == "pobj" and prep.lower == "of" and content(sentence, over).i == noun.i
    return over if held else noun


@cache
def _light() -> frozenset[str]:
    return frozenset(row.lemma for row in table("light_verbs", LightVerb))


def _doer(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """Who does what a light verb tells; of a verb of happening nobody."""
    if is_passive(sentence, verb):
        return agent(sentence, verb)
    found = surface_subject(sentence, verb)
    return None if found is None or content(sentence, found).i == noun.i else found
