""" "Dominated by", "mainly consists of", "the bulk of … is": one part outweighs the others."""

from collections.abc import Iterator

from legation.grammar.outcomes import is_open
from legation.grammar.subjects import surface_subject
from legation.lexicon import word_list, word_set
from legation.model import Product, Token
from legation.records.assertions.candidates import extents
from legation.records.assertions.candidates.claims import Claim, cues, nouns
from legation.records.assertions.candidates.topics import described, sides_of
from legation.records.measures import Passage, Sides, in_words

GOING = word_list("assertions", "dominance.going")
GENERIC = word_set("assertions", "dominance.generic")


def find(passage: Passage, text: str) -> Iterator[Claim]:
    """Claims of dominance in a passage."""
    for token in passage.sentence.tokens:
        if token.lemma in cues("dominates") and token.tag.startswith("VB"):
            yield from _dominated(passage, text, token)
        elif token.lemma in cues("consists") and token.tag.startswith("VB"):
            yield from _consists(passage, text, token)
        elif token.lemma in cues("most") or token.lower == "most":
            yield from _most(passage, text, token)


def _dominated(passage: Passage, text: str, verb: Token) -> Iterator[Claim]:
    sentence = passage.sentence
    agent = _agent(passage, verb)
    passive = agent is not None and verb.tag in ("VBN", "VBD")
    subject = surface_subject(sentence, verb)
    whole = subject if passive else next(iter(sentence.children(verb, "dobj")), None)
    part = agent if passive else subject
    if whole is None or part is None or is_open(sentence, verb):
        return
    if verb.lemma == "control" and whole.lemma not in nouns():
        return
    yield from _claim(passage, text, verb, whole, part, "passive" if passive else "active")


def _agent(passage: Passage, verb: Token) -> Token | None:
    for by in passage.sentence.children(verb, "agent", "prep"):
        if by.lower == "by":
            return next(iter(passage.sentence.children(by, "pobj")), None)
    return None


def _consists(passage: Passage, text: str, verb: Token) -> Iterator[Claim]:
    """ "consists mainly of oil", "made up mostly of fuels": only with the word that makes it a
    claim.
    """
    sentence = passage.sentence
    below = sentence.subtree(verb)
    near = [t for t in below if abs(t.i - verb.i) <= 4]
    if not any(t.lower in cues("mainly") for t in near) or is_open(sentence, verb):
        return
    of = next((t for t in below if t.lower == "of" and 0 < t.i - verb.i <= 5), None)
    part = (
        next(iter(sentence.children(of, "pobj")), None)
        if of
        else next(iter(sentence.children(verb, "dobj")), None)
    )
    whole = surface_subject(sentence, verb)
    if part is not None and whole is not None and (of is not None or verb.lemma == "comprise"):
        yield from _claim(passage, text, verb, whole, part, "consists")


def _most(passage: Passage, text: str, word: Token) -> Iterator[Claim]:
    """ "Most of A's exports go to B", "the bulk of its imports comes from C"."""
    sentence = passage.sentence
    of = next((c for c in sentence.children(word, "prep") if c.lower == "of"), None)
    whole = next(iter(sentence.children(of, "pobj")), None) if of else None
    verb = sentence.head(word)
    if (
        whole is None
        or word.dep not in extents.SUBJECTS
        or verb.lemma not in GOING
        or is_open(sentence, verb)
    ):
        return
    preps = [c for c in sentence.children(verb, "prep") if c.lower in ("to", "from")]
    part = next((p for c in preps for p in sentence.children(c, "pobj")), None) or next(
        iter(sentence.children(verb, "attr")), None
    )
    if part is not None and whole.lemma in nouns():
        yield from _claim(passage, text, verb, whole, part, "most")


def _claim(
    passage: Passage, text: str, verb: Token, whole: Token, part: Token, pattern: str
) -> Iterator[Claim]:
    sentence = passage.sentence
    held = extents.phrase(sentence, whole)
    row = nouns().get(whole.lemma)
    about = _named_before(passage, whole) if whole.lemma in GENERIC else []
    goods = in_words([*about, *held])
    if row is None and not goods:
        return
    parts = extents.phrase(sentence, part)
    evidence = extents.span(sentence, verb, whole if whole.i < verb.i else part)
    if extents.has_number(passage, evidence):
        return
    party = passage.parties([part]) or passage.parties(parts)
    yield Claim(
        kind="dominance",
        pattern=pattern,
        evidence=evidence,
        subject=described(text, [*about, *held]) if about or held else None,
        object=party[0] if party else described(text, parts),
        measure=row.measure if row else "supply",
        sides=sides_of(passage, whole, held) if row and row.measure != "supply" else Sides(),
        product=_only(goods or in_words(sentence.within(evidence)))
        if party
        else _only(in_words(parts)),
    )


def _named_before(passage: Passage, whole: Token) -> list[Token]:
    """The goods that a general word stands for: "critical raw materials, a market dominated by
    …".
    """
    words = [t for t in passage.sentence.tokens if whole.i - 10 <= t.i < whole.i]
    comma = next((n for n in range(len(words) - 1, -1, -1) if words[n].text == ","), None)
    if comma is None or comma < len(words) - 4:
        return []
    named = in_words(words[:comma])
    return list(named[-1][1]) if named and named[-1][1][-1].i == words[comma].i - 1 else []


def _only(goods: list[tuple[Product, tuple[Token, ...]]]) -> Product | None:
    """One product, or several of one code under their joined names."""
    kinds = {p.name: p for p, _ in goods}
    if len({(p.scheme, p.code) for p in kinds.values()}) != 1:
        return None
    first = next(iter(kinds.values()))
    return (
        first
        if len(kinds) == 1
        else Product(scheme=first.scheme, code=first.code, name=", ".join(kinds))
    )
