""" "More than", "outpaced", "overtook": one beside another."""

from collections.abc import Iterator

from legation.grammar.outcomes import is_open
from legation.grammar.subjects import surface_subject
from legation.lexicon import word_set
from legation.model import Token
from legation.records.assertions.candidates import extents
from legation.records.assertions.candidates.claims import Claim, cues
from legation.records.assertions.candidates.topics import described, topic
from legation.records.measures import Passage, Sides

GREATER = word_set("assertions", "comparisons.greater")
SMALLER = word_set("assertions", "comparisons.smaller")


def find(passage: Passage, text: str) -> Iterator[Claim]:
    """Claims of comparison in a passage."""
    for token in passage.sentence.tokens:
        if token.lemma in cues("compares") and token.tag.startswith("VB"):
            yield from _verb(passage, text, token)
        elif token.lower in GREATER | SMALLER and token.dep in ("acomp", "advmod", "attr"):
            yield from _than(passage, text, token)


def _verb(passage: Passage, text: str, verb: Token) -> Iterator[Claim]:
    """ "China has overtaken Russia as …", "imports outpaced exports": both sides must be of one
    kind.
    """
    sentence = passage.sentence
    head = surface_subject(sentence, verb)
    other = next(iter(sentence.children(verb, "dobj")), None)
    if (
        head is None
        or other is None
        or is_open(sentence, verb)
        or sentence.children(verb, "auxpass")
    ):
        return
    about, beside = topic(passage, head), topic(passage, other)
    parties = passage.parties([head]), passage.parties([other])
    evidence = extents.span(sentence, verb, head)
    if not ((about and beside) or (parties[0] and parties[1])) or extents.has_number(
        passage, evidence
    ):
        return
    yield Claim(
        kind="comparison",
        pattern="verb",
        evidence=evidence,
        subject=described(text, about.tokens) if about else parties[0][0],
        object=described(text, beside.tokens) if beside else parties[1][0],
        measure=about.measure if about else None,
        sides=about.sides if about else Sides(),
        direction="down" if cues("compares")[verb.lemma].direction == "down" else "up",
    )


def _than(passage: Passage, text: str, word: Token) -> Iterator[Claim]:
    """ "EU exports to X are larger than those to Y"."""
    sentence = passage.sentence
    verb = sentence.head(word)
    head = surface_subject(sentence, verb) if verb.tag.startswith("VB") else None
    about = topic(passage, head) if head is not None else None
    than = next((t for t in sentence.tokens if t.lower == "than" and 0 < t.i - word.i <= 6), None)
    if about is None or than is None or is_open(sentence, verb):
        return
    evidence = extents.span(sentence, verb, head)
    after = sentence.children(than, "pobj", "nsubj") or [
        t for t in sentence.tokens if t.i == than.i + 1
    ]
    if extents.has_number(passage, evidence) or not after:
        return
    tokens = extents.phrase(sentence, after[0])
    if not (
        after[0].tag.startswith(("NN", "CD"))
        or after[0].lower in ("those", "that")
        or passage.party(after[0])
    ):
        return
    if after[0].tag.startswith("PRP"):
        return
    dated = any(d.span.overlaps(extents.text_span(tokens)) for d in passage.dates)
    yield Claim(
        kind="trend" if dated else "comparison",
        pattern="than",
        evidence=evidence,
        subject=described(text, about.tokens),
        object=None if dated else described(text, tokens),
        measure=about.measure,
        sides=about.sides,
        direction="up" if word.lower in GREATER else "down",
    )
