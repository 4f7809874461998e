"""Proposals with a string attached: "only if", "provided that", "on condition that"."""

from collections.abc import Iterator

from legation.grammar.subjects import surface_subject
from legation.model import Reading, Sentence, Token
from legation.records.proposals.candidates.agents import can_act
from legation.records.proposals.candidates.found import Found

STATED = 0.7
PROVIDED = frozenset({"provided", "providing"})


def find(reading: Reading, sentence: Sentence, token: Token) -> Iterator[Found]:
    """The condition that this word opens: its clause, and who sets it, the subject of what depends
    on it.
    """
    clause = _clause(sentence, token)
    if clause is None:
        return
    main = sentence.head(clause) if clause.dep == "advcl" else _main(sentence, token)
    subject = (
        surface_subject(sentence, main) if main is not None and main.tag.startswith("VB") else None
    )
    able = subject is not None and can_act(reading, sentence, subject)
    if main is None or not (able or _promised(sentence, main)):
        return
    words = tuple(t for t in sentence.subtree(clause) if t.i >= token.i)
    yield Found(
        proposal="condition",
        confidence=STATED,
        by=subject if able else None,
        to=None,
        tokens=words,
        own=able,
    )


def _promised(sentence: Sentence, main: Token) -> bool:
    """ "payment will be made", "the tranche would be withheld": what somebody holds back, whoever
    that is.
    """
    return any(c.lower in {"will", "would", "shall"} for c in sentence.children(main, "aux"))


def _clause(sentence: Sentence, token: Token) -> Token | None:
    """The verb or noun of the condition."""
    before = sentence.token(token.i - 1).lower if token.i > sentence.first else ""
    after = sentence.token(token.i + 1).lower if token.i < sentence.tokens[-1].i else ""
    above = sentence.head(token)
    if token.dep == "mark" and above.dep == "advcl" and above.i > token.i:
        opened = token.lower == "unless" or (token.lower in {"if", "once"} and before == "only")
        return above if opened and _promised(sentence, sentence.head(above)) else None
    if token.lower in PROVIDED and after == "that":
        return token if token.dep in {"prep", "advcl"} else above
    if token.lower == "condition" and before == "on" and after == "that":
        return token
    return None


def _main(sentence: Sentence, token: Token) -> Token | None:
    """The verb of what is conditional."""
    return next(
        (t for t in sentence.ancestors(token) if t.tag.startswith("VB") and t.i != token.i), None
    )
