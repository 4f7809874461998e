"""Where a neutral word is none: "stated" changes nothing, "from four states" much.

A word that is neutral by itself makes a trade another one where it stands behind a preposition
("from the largest states", "by post"), where a party owns or names it ("Chile's government"), or
where it describes the trade itself ("value-added exports").
"""

from collections.abc import Sequence

from legation.grammar.speech import reporting
from legation.lexicon import word_set
from legation.model import Sentence, Span, Token

OBJECTS = word_set("checks", "neutrality.objects")
"""What stands behind a preposition and still changes nothing: "in trade", "by value"."""
TRADE = word_set("checks", "neutrality.trade")
"""Nouns of trade and of its size, which a party may own."""
DESCRIBING = word_set("checks", "neutrality.describing")
"""What may describe a trade and still be all of it: "total exports"."""
FLOWS = word_set("checks", "neutrality.flows")
NOUNS = frozenset({"NN", "NNS"})
OWNERS = ("poss", "compound", "nmod", "amod")
ACCORDING = frozenset({"accord", "according"})


def narrows(sentence: Sentence, token: Token, parties: Sequence[Span]) -> bool:
    """Whether a neutral word narrows the trade where it stands.

    Args:
        sentence: the sentence.
        token: a word of it that is neutral by itself.
        parties: where the parties of the record are named.
    """
    if tells(sentence, token):
        return False
    if token.dep == "pobj" and token.tag in NOUNS:
        return token.lemma not in OBJECTS
    if _is_owned(sentence, token, parties):
        return token.lemma not in TRADE | OBJECTS
    describes = token.dep in OWNERS and sentence.head(token).lemma in FLOWS
    return describes and token.lemma not in DESCRIBING


def _is_owned(sentence: Sentence, token: Token, parties: Sequence[Span]) -> bool:
    if token.tag not in NOUNS:
        return False
    owners = sentence.children(token, *OWNERS)
    return any(p.start <= t.start < p.end for t in owners for p in parties)


def tells(sentence: Sentence, token: Token) -> bool:
    """Whether a word belongs to whoever tells it: "the ministry said"."""
    for at in (token, *sentence.ancestors(token)):
        if at.lemma in ACCORDING:
            return True
        if at.dep in ("nsubj", "nsubjpass", "agent") and reporting(sentence, sentence.head(at)):
            return True
        if at.tag.startswith("VB"):
            return False
    return False
