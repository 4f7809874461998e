"""A proposal in the making, and the grammar that all kinds share."""

from msgspec import Struct

from legation.model import Sentence, Token
from legation.records.proposals.candidates.cues import Kind


class Found(Struct, frozen=True, kw_only=True):
    """A proposal in the making: who proposes, to whom, and the words of it."""

    proposal: Kind
    confidence: float
    by: Token | None
    to: Token | None
    tokens: tuple[Token, ...]
    own: bool = False
    """Whether ``by`` is the one who acts in the sentence; otherwise the speaker of it proposes."""


def recipient(sentence: Sentence, verb: Token) -> Token | None:
    """ "provide oil to the EU": the indirect object, or what "to" heads."""
    for child in sentence.children(verb, "dative", "prep"):
        if child.dep == "dative" and child.tag.startswith(("NN", "PRP")):
            return child
        if child.lower == "to":
            return next(iter(sentence.children(child, "pobj")), None)
    return None


def trimmed(sentence: Sentence, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without what is only added behind a comma: ", of whom there are many", ", a world
    first".
    """
    for place, comma in enumerate(tokens[:-1]):
        if comma.text == "," and place > 1 and _added(sentence, tokens, place + 1):
            return tokens[:place]
    return tokens


def _added(sentence: Sentence, tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the words from a place to the end are one relative clause, apposition or
    insertion.
    """
    first, last = tokens[place], tokens[-1]
    above = [first, *sentence.ancestors(first)]
    for token in above:
        whole = sentence.subtree(token)
        if whole[0].i < first.i:
            return False
        if token.dep in ADDED and whole[-1].i >= last.i:
            return True
    return False


ADDED = frozenset({"relcl", "appos", "parataxis", "acl"})
