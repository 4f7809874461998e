"""What is told of the clause in which any word stands: of a number, a name, a noun."""

from msgspec.structs import replace

from legation.grammar import moods
from legation.grammar.factuality import Factuality, factuality
from legation.grammar.voice import is_finite
from legation.model import Sentence, Span, Token

LONGEST = 30
"""Words between a word and its verb; a longer way is a table's."""


def told_at(sentence: Sentence, word: Token) -> Factuality:
    """What is told of the clause around a word: of the nearest verb above it with a tense or a
    governor of its own, with what denies the nouns on the way ("no exports worth 3 billion").
    """
    node, none = word, None
    for _ in range(LONGEST):
        if node.tag[:1] == "N" and none is None:
            none = moods.empty(sentence, node)
        if node.tag[:1] in "VM" and not _only_describes(sentence, node):
            break
        if node.head == node.i:
            break
        node = sentence.head(node)
    told = factuality(sentence, node)
    if none is not None and told.affirmed:
        return replace(told, affirmed=False, polarity_cue=none)
    return told


def told_of(sentence: Sentence, span: Span) -> Factuality:
    """What is told of the clause in which some words stand."""
    apex = sentence.apex(span)
    return told_at(sentence, apex if apex is not None else sentence.root())


def _only_describes(sentence: Sentence, verb: Token) -> bool:
    """A participle that only describes its noun: "goods valued at 3 billion"."""
    return verb.dep in {"acl", "amod"} and not is_finite(sentence, verb) and verb.tag[:1] == "V"
