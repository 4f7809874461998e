"""How far the words of one claim reach: a subject, its verb, and what hangs from it."""

from collections.abc import Sequence

from legation.model import Sentence, Span, Token
from legation.records.measures import Passage

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
APART = (
    "advcl",
    "conj",
    "cc",
    "ccomp",
    "parataxis",
    "mark",
    "punct",
    "relcl",
    "acl",
    "appos",
    "meta",
)
WIDEST = 200
LARGE = 1000
"""A bare number from here on is a figure whose unit was not understood, not a count of things."""


def phrase(sentence: Sentence, head: Token) -> list[Token]:
    """A noun with what belongs to it, without the clause that describes it."""
    held = {head.i}
    for child in sentence.children(head):
        if child.dep not in APART or (
            child.dep in ("cc", "conj") and child.tag.startswith(("NN", "CC", "JJ"))
        ):
            held |= (
                {t.i for t in phrase(sentence, child)}
                if child.dep in ("conj", "prep", "pobj")
                else _whole(sentence, child)
            )
    return [sentence.token(i) for i in sorted(held)]


def _whole(sentence: Sentence, token: Token) -> set[int]:
    return {t.i for t in sentence.subtree(token)}


def span(sentence: Sentence, verb: Token, head: Token | None) -> Span:
    """From the subject to the end of what the verb itself governs; without joined and subordinate
    extents.
    """
    held = [verb]
    if head is not None and head.i < verb.i:
        held += phrase(sentence, head)
    for child in sentence.children(verb):
        if child.dep not in APART and child.dep not in SUBJECTS and child.tag != "WRB":
            held += _kept(sentence, child)
    start, end = min(t.start for t in held), max(t.end for t in held)
    return (
        Span(start, end)
        if end - start <= WIDEST
        else Span(max(start, verb.start - WIDEST // 2), min(end, verb.end + WIDEST // 2))
    )


def _kept(sentence: Sentence, top: Token) -> list[Token]:
    found = [top]
    for child in sentence.children(top):
        loose = child.dep == "acl" and sentence.token(max(child.i - 1, sentence.first)).text == ","
        if child.dep not in ("advcl", "relcl", "parataxis", "punct", "ccomp") and not loose:
            found += _kept(sentence, child)
    return found


def has_number(passage: Passage, held: Span) -> bool:
    """Whether a number with a unit stands in some words: then it is a figure, not an assertion."""
    return any(
        (q.unit != "count" or q.interval.high >= LARGE) and held.overlaps(q.digits)
        for q in passage.quantities
    )


def text_span(tokens: Sequence[Token]) -> Span:
    """From the first to the last of some words."""
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))
