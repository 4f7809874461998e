"""Rising, growing, weakening: a direction without a number."""

from collections.abc import Iterator

from legation.grammar.outcomes import is_open
from legation.grammar.subjects import surface_subject
from legation.lexicon import word_list, word_set
from legation.model import Token
from legation.records.assertions.candidates import extents
from legation.records.assertions.candidates.claims import Claim, Direction
from legation.records.assertions.candidates.topics import described, topic
from legation.records.measures import Passage, direction

TRANSITIVE_ONLY = word_set("assertions", "trends.transitive_only")

RISING = word_list("assertions", "trends.rising")
FALLING = word_list("assertions", "trends.falling")
ATTRIBUTES = frozenset((*RISING, *FALLING))


def find(passage: Passage, text: str) -> Iterator[Claim]:
    """Claims of a trend in a passage."""
    for token in passage.sentence.tokens:
        if token.tag.startswith("VB") and token.dep not in ("amod", "compound"):
            yield from _predicate(passage, text, token)
        if token.tag in ("VBG", "JJ") and token.dep == "amod":
            yield from _attribute(passage, text, token)


def _predicate(passage: Passage, text: str, verb: Token) -> Iterator[Claim]:
    """ "EU stakes in the region are increasing", "its influence has weakened"."""
    sentence = passage.sentence
    moved = direction(verb)
    head = surface_subject(sentence, verb)
    if not moved or moved == "none" or head is None or verb.lemma in TRANSITIVE_ONLY:
        return
    if (
        sentence.children(verb, "dobj")
        or sentence.children(verb, "auxpass")
        or is_open(sentence, verb)
    ):
        return
    about = topic(passage, head) if verb.dep not in ("acl",) else None
    evidence = extents.span(sentence, verb, head)
    if about is None or extents.has_number(
        passage, sentence.span if _numbered(passage, verb) else evidence
    ):
        return
    whose = about.sides.reporter or about.sides.partner or passage.parties(list(about.tokens))
    yield Claim(
        kind="trend",
        pattern="predicate" if whose else "bare",
        evidence=evidence,
        subject=described(text, about.tokens),
        object=None,
        measure=about.measure,
        sides=about.sides,
        direction=_plain(moved),
    )


def _numbered(passage: Passage, verb: Token) -> bool:
    below = {t.i for t in passage.sentence.subtree(verb)}
    return any(
        t.i in below
        for q in passage.quantities
        if q.unit != "count"
        for t in passage.sentence.within(q.digits)
    )


def _attribute(passage: Passage, text: str, word: Token) -> Iterator[Claim]:
    """ "the growing influence of …", "an increasing number of projects with …"."""
    sentence = passage.sentence
    if word.lemma not in ATTRIBUTES:
        return
    head = sentence.head(word)
    if head.lemma == "number":
        of = next((c for c in sentence.children(head, "prep") if c.lower == "of"), None)
        head = next(iter(sentence.children(of, "pobj")), head) if of else head
    about = topic(passage, head)
    if about is None or (about.settled and not about.sides.reporter):
        return
    start = sentence.head(word)
    held = [*extents.phrase(sentence, start), *about.tokens]
    evidence = extents.text_span(held)
    if extents.has_number(passage, evidence):
        return
    yield Claim(
        kind="trend",
        pattern="attribute",
        evidence=evidence,
        subject=described(text, held),
        object=None,
        measure=about.measure,
        sides=about.sides,
        direction="down" if word.lemma in FALLING else "up",
    )


def _plain(moved: str) -> Direction:
    return "up" if moved == "up" else "down" if moved == "down" else "flat"
