"""Every proposal in the grammar of a sentence."""

from collections.abc import Iterator

from legation.model import Reading, Sentence
from legation.records.proposals.candidates import conditions, modal, verbal
from legation.records.proposals.candidates.found import Found


def find(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Every proposal of a sentence, in order of its cues. Questions propose nothing."""
    if sentence.tokens[-1].text == "?" or any(t.text == "?" for t in sentence.tokens[-3:]):
        return
    for token in sentence.tokens:
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
