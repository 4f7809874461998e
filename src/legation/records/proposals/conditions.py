"""Proposals with a string attached: "only if", "provided that", "on condition that"."""

from collections.abc import Iterator

from legation.model import Reading, Sentence, Token
from legation.records.proposals.agents import can_act
from legation.records.proposals.found import Found, subject_of

STATED = 0.8
PROVIDED = frozenset({"provided", "providing"})


def find(reading: Reading, sentence: Sentence, token: Token) -> Iterator[Found]:
    """The proposal whose condition this word opens; its words are the whole clause."""
    main = _main(sentence, token)
    if main is None or not main.tag.startswith("VB"):
        return
    subject = subject_of(sentence, main)
    if subject is not None and can_act(reading, sentence, subject):
        tokens = tuple(sentence.subtree(main))
        yield Found(proposal="condition", confidence=STATED, by=subject, to=None, tokens=tokens, own=True)


def _main(sentence: Sentence, token: Token) -> Token | None:
    """The verb of what is conditional."""
    before = sentence.token(token.i - 1).lower if token.i > sentence.first else ""
    after = sentence.token(token.i + 1).lower if token.i < sentence.tokens[-1].i else ""
    clause = sentence.head(token)
    if token.lower == "if" and token.dep == "mark" and before == "only" and clause.dep == "advcl":
        return sentence.head(clause)
    if token.lower in PROVIDED and after == "that":
        return clause if token.dep in {"prep", "advcl"} else None
    if token.lower == "condition" and before == "on" and after == "that":
        return sentence.head(clause)
    return None
