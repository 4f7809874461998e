"""Shares and what they are shares of."""

from collections.abc import Sequence

from legation.lexicon import word_list, word_set
from legation.model import Quantity, Span, Token
from legation.records.measures import Passage, cues, words

PARTS = word_list("figures", "shares.parts")
FILLED = word_list("figures", "shares.filled")
ENDS_A_WHOLE = word_set("figures", "shares.ends_a_whole") | {"(", ")"}


def is_share(passage: Passage, quantity: Quantity) -> bool:
    """Whether a percentage is a part of a whole: "13% of …", "accounts for 13 %", "a 20 percent
    stake".
    """
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:3]
    if following and following[0].lower in ("of", "share", "stake", "interest"):
        return not (len(following) > 1 and following[1].tag == "CD")
    if any(t.lemma in cues().part_nouns for t in following[:2]) and following[0].lower != "as":
        return True
    before = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start]
    if _of_which(before) or _is_filled(following) or _do_something(passage, quantity):
        return True
    return makes_up(passage, quantity) or any(
        t.lemma in PARTS and t.tag.startswith("NN") for t in before
    )


def _of_which(before: Sequence[Token]) -> bool:
    """ "1.05 million tonnes, of which 21% …", "3,000 firms, of whom nearly 13 %", "a turnout of 61
    %".
    """
    words = [t.lower for t in before if t.lower not in cues().degrees - {"of", "average"}][-2:]
    return words in (["of", "which"], ["of", "whom"], ["turnout", "of"])


def _is_filled(following: Sequence[Token]) -> bool:
    """ "storage 71 % full", "the bridge was 62 percent complete"."""
    return bool(following) and following[0].lower in FILLED


def _do_something(passage: Passage, quantity: Quantity) -> bool:
    """Whether a bare percentage is who does something: "41 per cent thought that …", "of 214
    events 61 % concerned wages".
    """
    top = passage.sentence.apex(quantity.span)
    if (
        top is None
        or top.dep not in ("nsubj", "nsubjpass")
        or not passage.sentence.within(quantity.span)
    ):
        return False
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:1]
    return (
        bool(following) and following[0].tag in ("VBD", "VBP", "VBZ") and following[0].i == top.head
    )


def makes_up(passage: Passage, quantity: Quantity) -> bool:
    """Whether a verb of making up leads to the number: "accounted for", "makes up",
    "represented".
    """
    before = [t for t in passage.sentence.tokens if t.end <= quantity.digits.start][-7:]
    verbs = [t for t in before if t.lemma in cues().part_verbs and t.tag.startswith("VB")]
    bare = any(t.lemma in ("represent", "constitute") for t in verbs)
    return bare or (bool(verbs) and any(t.lower in ("for", "up") for t in before))


def whole(passage: Passage, quantity: Quantity) -> tuple[str, Span] | None:
    """What a share is a share of, in the words of the text: "of the EU's oil imports" → "the EU's
    oil imports".
    """
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end]
    held = (
        _after_of(passage, following)
        if following and following[0].lower in ("of", "share", "stake")
        else []
    )
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
        if (
            token.tag.startswith(("VB", "MD", "W", ".", ":", ",", "-")) and token.tag != "VBN"
        ) or token.i in dated:
            break
        if any(q.digits.overlaps(token.span) for q in passage.quantities if q.unit != "count"):
            break
        if token.dep in ("nsubj", "nsubjpass"):  # "of the exports | China applied for"
            break
        if token.lower == "with" and not any((t.lemma, "noun") in words() for t in held):
            break
        if token.lower in ENDS_A_WHOLE or _new_part(passage, token):
            break
        held.append(token)
    while held and held[-1].tag in ("IN", "TO", "DT", "CC"):
        held.pop()
    return held


def _new_part(passage: Passage, token: Token) -> bool:
    """Whether "and" begins something new; in "oil and petroleum imports" it joins two goods of one
    whole.
    """
    if token.lower != "and":
        return False
    following = [t for t in passage.sentence.tokens if token.i < t.i <= token.i + 4]
    return not any((t.lemma, "noun") in words() for t in following)
