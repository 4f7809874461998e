"""Shares and what they are shares of."""

from collections.abc import Sequence

from legation.model import Quantity, Span, Token
from legation.records.figures.anchors import words
from legation.records.figures.cues import cues
from legation.records.figures.passages import Passage

PARTS = ("share", "stake", "portion", "proportion")
"""Nouns that make every level in their sentence a share: "the share of … fell from 85 % to 77 %"."""


def is_share(passage: Passage, quantity: Quantity) -> bool:
    """Whether a percentage is a part of a whole: "13% of …", "accounts for 13 %", "a 20 percent stake"."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:3]
    if following and following[0].lower in ("of", "share", "stake", "interest"):
        return not (len(following) > 1 and following[1].tag == "CD")
    if any(t.lemma in cues().part_nouns for t in following[:2]) and following[0].lower != "as":
        return True
    before = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start]
    return makes_up(passage, quantity) or any(t.lemma in PARTS and t.tag.startswith("NN") for t in before)


def makes_up(passage: Passage, quantity: Quantity) -> bool:
    """Whether a verb of making up leads to the number: "accounted for", "makes up", "represented"."""
    before = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start][-7:]
    verbs = [t for t in before if t.lemma in cues().part_verbs and t.tag.startswith("VB")]
    bare = any(t.lemma in ("represent", "constitute") for t in verbs)
    return bare or (bool(verbs) and any(t.lower in ("for", "up") for t in before))


def whole(passage: Passage, quantity: Quantity) -> tuple[str, Span] | None:
    """What a share is a share of, in the words of the text: "of the EU's oil imports" → "the EU's oil imports"."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end]
    held = _after_of(passage, following) if following and following[0].lower in ("of", "share", "stake") else []
    if not held:
        return None
    span = Span(held[0].start, held[-1].end)
    return " ".join(t.text for t in held).replace(" ’s", "’s").replace(" 's", "'s").strip(), span


def _after_of(passage: Passage, following: Sequence[Token]) -> list[Token]:
    opened = next((n for n, t in enumerate(following[:3]) if t.lower in ("of", "in")), None)
    held: list[Token] = []
    if opened is None:
        return held
    dated = {t.i for d in passage.dates for t in passage.sentence.within(d.span)}
    for token in following[opened + 1 : opened + 15]:
        if (token.tag.startswith(("VB", "MD", "W", ".", ":", ",", "-")) and token.tag != "VBN") or token.i in dated:
            break
        if any(q.digits.overlaps(token.span) for q in passage.quantities if q.unit != "count"):
            break
        if token.dep in ("nsubj", "nsubjpass"):  # "of the exports | China applied for"
            break
        if token.lower == "with" and not any((t.lemma, "noun") in words() for t in held):
            break
        if token.lower in ("while", "compared", "as", "from", "than", "(", ")", "but") or _new_part(passage, token):
            break
        held.append(token)
    while held and held[-1].tag in ("IN", "TO", "DT", "CC"):
        held.pop()
    return held


def _new_part(passage: Passage, token: Token) -> bool:
    """Whether "and" begins something new; in "oil and petroleum imports" it joins two goods of one whole."""
    if token.lower != "and":
        return False
    following = [t for t in passage.sentence.tokens if token.i < t.i <= token.i + 4]
    return not any((t.lemma, "noun") in words() for t in following)
