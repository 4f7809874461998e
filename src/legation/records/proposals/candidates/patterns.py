"""Every proposal in the grammar of a sentence."""

from collections.abc import Iterator

from legation.grammar.factuality import factuality
from legation.grammar.governors import is_plan
from legation.grammar.outcomes import overall
from legation.model import Reading, Sentence, Token
from legation.records.proposals.candidates import conditions, modal, verbal
from legation.records.proposals.candidates.found import Found


def find(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Every proposal of a sentence, in order of its cues. Questions propose nothing, and neither
    does what somebody denies, doubts or leaves unsaid.
    """
    if sentence.tokens[-1].text == "?" or any(t.text == "?" for t in sentence.tokens[-3:]):
        return
    for token in sentence.tokens:
        found = list(_at(reading, sentence, token))
        if found and _stands(sentence, token):
            yield from found


def _stands(sentence: Sentence, cue: Token) -> bool:
    """Whether nobody disputes the clause of a cue."""
    verb = sentence.head(cue) if cue.tag == "MD" else cue
    told = factuality(sentence, verb)
    denied = not told.affirmed and (cue.tag[:2] == "VB" or is_plan(cue))
    return not denied and overall(told) == "affirms"


def _at(reading: Reading, sentence: Sentence, token: Token) -> Iterator[Found]:
    """The proposals whose cue a word is."""
    yield from conditions.find(reading, sentence, token)
    if token.tag.startswith("VB"):
        yield from verbal.find(reading, sentence, token)
        yield from modal.imperative(sentence, token)
    if token.tag == "MD":
        yield from modal.modal(reading, sentence, token)
    elif token.tag.startswith("JJ") or token.tag == "VBN":
        yield from modal.adjective(reading, sentence, token)
    elif token.tag in {"NN", "NNS"}:
        yield from modal.noun(reading, sentence, token)
