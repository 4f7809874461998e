"""The words of one claim: a subject, its verb, and what hangs from it."""

from collections.abc import Sequence

from legation.lexicon import word_set
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
HEDGES = word_set("assertions", "clauses.hedges")
WIDEST = 200
LARGE = 1000
"""A bare number from here on is a figure whose unit was not understood, not a count of things."""


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun that its
    clause describes.
    """
    node = verb
    for _ in range(4):
        own = sentence.children(node, *SUBJECTS)
        if own:
            described = own[0].tag in ("WDT", "WP") and node.dep == "relcl"
            return sentence.head(node) if described else own[0]
        if node.dep in ("relcl", "acl"):
            return sentence.head(node)
        if node.dep == "ROOT":
            return _parted(sentence, node)
        if node.dep not in ("conj", "xcomp", "aux", "auxpass") or node.head == node.i:
            return None
        node = sentence.head(node)
    return None


def _parted(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that an insertion tore from its verb: "X, a region that Y has long ignored, are
    increasing".
    """
    first = min([verb.i, *(t.i for t in sentence.children(verb, "aux", "advmod"))])
    inserted = [t for t in sentence.children(verb, "ccomp") if t.i < verb.i]
    comma = first > sentence.first and sentence.token(first - 1).text == ","
    subjects = sentence.children(inserted[0], *SUBJECTS) if inserted and comma else []
    return subjects[0] if subjects and subjects[0].tag.startswith("NN") else None


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
    clauses.
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


def hedged(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause says what may, should or will be, or denies: no claim that a series could
    settle today.
    """
    around = [verb, *sentence.children(verb, "aux", "neg", "mark", "advmod")]
    head = sentence.head(verb)
    if verb.dep in ("xcomp", "conj") and head.tag.startswith("VB"):
        around += sentence.children(head, "aux", "neg", "mark") if verb.dep == "xcomp" else []
        around += [head] if verb.dep == "xcomp" else []
    lowered = {t.lower for t in around} | {t.lemma for t in around}
    if lowered & {
        "will",
        "'ll",
        "’ll",
        "shall",
        "not",
        "n't",
        "n’t",
        "never",
        "expect",
        "hope",
        "want",
        "plan",
        "seek",
        "aim",
    }:
        return True
    return bool(lowered & HEDGES) or (
        verb.tag == "VB" and verb.dep in ("xcomp", "advcl", "acl", "ROOT", "ccomp")
    )


def has_number(passage: Passage, held: Span) -> bool:
    """Whether a number with a unit stands in some words: then it is a figure, not an assertion."""
    return any(
        (q.unit != "count" or q.interval.high >= LARGE) and held.overlaps(q.digits)
        for q in passage.quantities
    )


def text_span(tokens: Sequence[Token]) -> Span:
    """From the first to the last of some words."""
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))
