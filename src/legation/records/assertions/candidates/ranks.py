""" "Largest trading partner", "second-biggest supplier", "the closest relations with": a place in
a list.
"""

from collections.abc import Iterator, Sequence

from legation.grammar.outcomes import is_open
from legation.grammar.subjects import surface_subject
from legation.lexicon import word_set
from legation.model import Span, Token
from legation.records.assertions.candidates import extents
from legation.records.assertions.candidates.claims import Claim, RankNoun, cues, ranked
from legation.records.assertions.candidates.topics import described
from legation.records.measures import Passage, Sides, in_words

FLOWS = ("export", "import", "investment")
COPULAS = word_set("assertions", "ranks.copulas")


def find(passage: Passage, text: str) -> Iterator[Claim]:
    """Claims of a rank in a passage."""
    for token in passage.sentence.tokens:
        row = ranked().get(token.lemma)
        if row is None or not token.tag.startswith("NN"):
            continue
        before = _before(passage, token)
        raised = _superlative(before)
        if raised is None or (row.needs and not set(row.needs) & {t.lower for t in before}):
            continue
        yield from _ranked(passage, text, token, row, before)


def _before(passage: Passage, noun: Token) -> list[Token]:
    return [t for t in passage.sentence.subtree(noun) if t.i < noun.i and t.i >= noun.i - 12]


def _superlative(words: Sequence[Token]) -> Token | None:
    for token in words:
        raised = token.tag in ("JJS", "RBS") or token.lower in cues("top")
        if raised and (token.lower not in ("least", "most") or token is not words[-1]):
            return token
        tail = token.lower.rpartition("-")[2]
        if tail in ("largest", "biggest", "most"):
            return token
    return None


def _ranked(
    passage: Passage, text: str, noun: Token, row: RankNoun, before: list[Token]
) -> Iterator[Claim]:
    sentence = passage.sentence
    verb, subject = _holder(passage, noun)
    if subject is None or subject.i == noun.i or (verb is not None and is_open(sentence, verb)):
        return
    if any(
        c.lower == "of" and sentence.token(c.head).lower == "one" for c in sentence.ancestors(noun)
    ):
        return
    who = passage.parties(extents.phrase(sentence, subject))
    if not who:
        return
    whose = [
        p
        for p in passage.parties(before) + passage.parties(_after(passage, noun))
        if p not in who[:1]
    ]
    named = [*before, noun, *_after(passage, noun)]
    goods = in_words([t for t in named if t.i != noun.i])
    kinds = {p.name: p for p, _ in goods}
    other = whose[0] if whose else None
    evidence = _evidence(passage, verb, subject, noun)
    if extents.has_number(passage, evidence):
        return
    yield Claim(
        kind="rank",
        pattern="copula" if verb is not None else "apposition",
        evidence=evidence,
        subject=who[0],
        object=other if row.side == "partner" and other else described(text, named),
        measure=_measure(row, before, _after(passage, noun)),
        sides=Sides(other, who[0]) if row.side == "partner" else Sides(who[0], None),
        product=next(iter(kinds.values())) if len(kinds) == 1 else None,
    )


def _measure(row: RankNoun, before: Sequence[Token], after: Sequence[Token]) -> str:
    """ "Largest export market", "largest source of investment" say which list; a bare market or
    partner has its own.
    """
    lowered = {t.lower for t in before}
    if {"investment", "fdi"} & {t.lower for t in after}:
        return "investment"
    if row.lemma == "partner":
        return next(
            (f"{flow}s" if flow != "investment" else flow for flow in FLOWS if flow in lowered),
            row.measure,
        )
    return "imports" if row.measure == "exports" and "import" in lowered else row.measure


def _holder(passage: Passage, noun: Token) -> tuple[Token | None, Token | None]:
    """The verb and the subject that hold the rank: "X is the largest …", "X has the closest …",
    "X, the largest …".
    """
    sentence = passage.sentence
    if noun.dep == "appos":
        named = sentence.head(noun)
        return None, None if any(c.tag == "POS" for c in sentence.children(named)) else named
    node = noun
    for head in sentence.ancestors(noun):
        if head.tag.startswith("VB"):
            fitting = head.lemma in COPULAS or (
                head.lemma in ("have", "enjoy") and node.dep == "dobj"
            )
            subject = surface_subject(sentence, head)
            return (
                (head, subject)
                if fitting and node.dep in ("attr", "oprd", "dobj", "acomp", "prep")
                else (None, None)
            )
        if head.lower not in ("as", "of") and head.tag not in ("IN", "NN", "NNS"):
            return None, None
        node = head
    return None, None


def _after(passage: Passage, noun: Token) -> list[Token]:
    return [
        t
        for c in passage.sentence.children(noun, "prep")
        for t in extents.phrase(passage.sentence, c)
    ]


def _evidence(passage: Passage, verb: Token | None, subject: Token, noun: Token) -> Span:
    sentence = passage.sentence
    held = extents.phrase(sentence, noun)
    if verb is None:
        inside = {t.i for t in held}
        return extents.text_span(
            [
                t
                for t in (subject, *extents.phrase(sentence, subject), *held)
                if t.i in inside or t.i < noun.i
            ]
        )
    whole = extents.span(sentence, verb, subject)
    return Span(min(whole.start, held[0].start), max(whole.end, held[-1].end))
