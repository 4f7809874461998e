"""Which measure word a number belongs to."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from legation.lexicon import word_set
from legation.model import Quantity, Sentence, Token
from legation.records.figures.candidates.partner_lists import role
from legation.records.measures import (
    JOINED_BY,
    Anchor,
    Passage,
    cues,
    direction,
    lemma,
    place,
    words,
)

How = Literal["grammar", "order", "far", "converted", "list", "context", "none"]
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OPENERS = word_set("figures", "attachment.openers") | set(",;(–—-")
"""What a part of a sentence begins with."""
SIGNS = ("$", "€", "£", "¥", "us$", "eur", "usd")
REACH_LEFT, REACH_RIGHT, NEAR = 30, 5, 6
"""How many words away a measure word may stand when grammar does not tie it to the number, and
what is still beside it.
"""
ON_THE_RIGHT = ("trade_total", "exports", "imports", "balance", "investment")
"""Measures that may follow their number across other words; a price or a loan after it is another
matter.
"""


class Governor(Struct, frozen=True):
    """The measure word of a number and how it was found."""

    anchor: Anchor | None
    how: How


def governor(passage: Passage, quantity: Quantity, found: Sequence[Anchor]) -> Governor:
    """The measure word that governs ``quantity``: by grammar, else by the order of words."""
    partners = role(passage, quantity)
    if partners is not None:
        return Governor(partners, "list")
    outside = [a for a in found if not quantity.digits.overlaps(a.token.span)]
    if not outside:
        return Governor(None, "none")
    led = _leading(passage, quantity)
    if led is not None:
        return governor(passage, led, found)
    counted = _of_balance(passage, quantity, outside)
    if counted is not None:
        return Governor(counted, "grammar")
    listed = place(passage, quantity)
    anchor = (
        listed.pick([a for a in outside if a.token.end <= _first_number(passage)])
        if listed
        else None
    )
    if anchor is not None:
        return Governor(anchor, "list")
    gapped = _gapped(passage, quantity, outside)
    if gapped is not None:
        return Governor(gapped, "grammar")
    byword = {a.token.i: a for a in outside}
    top = passage.sentence.apex(quantity.span)
    anchor = (_attached(passage, quantity, byword) or _climb(passage, top, byword)) if top else None
    if anchor is not None:
        return Governor(anchor, "grammar")
    near = _nearest(passage, quantity, outside)
    return Governor(near, _distance(passage, quantity, near) if near else "none")


def _distance(passage: Passage, quantity: Quantity, anchor: Anchor) -> How:
    """Whether a measure word that grammar does not tie to the number stands beside it or far
    away.
    """
    place = min((t.i for t in passage.sentence.within(quantity.span)), default=0)
    return "order" if abs(place - anchor.token.i) <= NEAR else "far"


def _of_balance(passage: Passage, quantity: Quantity, found: Sequence[Anchor]) -> Anchor | None:
    """The surplus or deficit that a number is "of": "a deficit of €2 billion in trade with A" is
    no number of all the trade."""
    before = [a for a in found if a.token.end <= quantity.digits.start]
    if not before or before[-1].measure != "balance":
        return None
    between = [t.lower for t in passage.between(before[-1].token.end, quantity.digits.start)]
    plain = all(word in cues().degrees or word in SIGNS for word in between)
    return before[-1] if between[:1] == ["of"] and plain else None


def _leading(passage: Passage, quantity: Quantity) -> Quantity | None:
    """The number right before one that a change began with: "fell to 37 billion from 54 billion"
    is of one thing.
    """
    before = [
        q for q in passage.quantities if q.span.end <= quantity.span.start and q.unit != "count"
    ]
    if not before:
        return None
    between = [t.lower for t in passage.between(before[-1].span.end, quantity.digits.start)]
    return (
        before[-1]
        if "from" in between and len(between) <= JOINED_BY and before[-1].unit == quantity.unit
        else None
    )


def _gapped(passage: Passage, quantity: Quantity, found: Sequence[Anchor]) -> Anchor | None:
    """The measure noun that opens the part of the sentence after the number before, its verb left
    out: "exports came to 6 billion and imports from B to 3 billion". Parsers take such a noun for a
    second subject of the first verb."""
    before = [
        q for q in passage.quantities if q.span.end <= quantity.span.start and q.unit != "count"
    ]
    if not before:
        return None
    inside = [
        a
        for a in found
        if a.token.start >= before[-1].span.end and a.token.end <= quantity.span.start
    ]
    if not inside or inside[-1].word.pos != "noun" or not _opens(passage, inside[-1]):
        return None
    between = passage.between(inside[-1].token.end, quantity.digits.start)
    return (
        None
        if any(t.tag.startswith(("VB", "MD", "W")) or t.text in (",", ";") for t in between)
        else inside[-1]
    )


def _opens(passage: Passage, anchor: Anchor) -> bool:
    """Whether a noun with its owners stands right after "and", a comma or "while"; not the second
    of "exports and imports".
    """
    start = min((t.i for t in anchor.before), default=anchor.token.i)
    leading = [t for t in passage.sentence.tokens if t.i < start][-3:]
    if not leading or leading[-1].lower not in OPENERS:
        return False
    return not any((lemma(t), "noun") in words() for t in leading[:-1])


def _apart(passage: Passage, place: int, anchor: Anchor) -> bool:
    """Whether a verb or "by" stands between a number and a measure word after it."""
    between = [t for t in passage.sentence.tokens if place < t.i < anchor.token.i]
    return any(t.tag.startswith(("VB", "MD")) or t.lower == "by" for t in between)


def _first_number(passage: Passage) -> int:
    return min(q.span.start for q in passage.quantities if q.unit != "count")


def _attached(passage: Passage, quantity: Quantity, byword: dict[int, Anchor]) -> Anchor | None:
    """The noun right beside the number: "$5bn of exports", "a 5.5 billion dlr deficit", "10 bn
    worth of U.S. goods trade".
    """
    last = max((t.i for t in passage.sentence.within(quantity.span)), default=-1)
    following = [t for t in passage.sentence.tokens if last < t.i <= last + 10]
    opened = False
    for n, token in enumerate(following):
        if token.i in byword and (opened or n <= 3):
            return byword[token.i]
        if token.lower in ("of", "in", "worth"):
            opened = True
        elif any(d.span.overlaps(token.span) for d in passage.dates):
            return None
        elif opened and token.lower in (",", "and"):
            continue
        elif not token.tag.startswith(
            ("JJ", "NN", "POS", "PRP$", "DT", "HYPH", "VBG")
        ) or token.entity in ("DATE", "TIME"):
            return None
    return None


def _climb(passage: Passage, top: Token, byword: dict[int, Anchor]) -> Anchor | None:
    """Up the tree from the number: a measure word itself, or the object or subject of a verb on
    the way.
    """
    sentence, below = passage.sentence, top
    for node in (top, *sentence.ancestors(top)):
        if node.i in byword:
            return byword[node.i]
        if node.tag.startswith("NN") and direction(node) in (
            "up",
            "down",
        ):  # "a decline in exports to 37 billion"
            found = next(
                (
                    f
                    for t in sentence.children(node, "prep")
                    if (f := _shallowest(sentence, t, byword))
                ),
                None,
            )
            if found is not None:
                return found
        numbered = any(
            q.span.overlaps(node.span) for q in passage.quantities
        )  # "5 million dollars, which is twice as much"
        if below.dep in ("acl", "relcl") and below.tag.startswith("VB") and not numbered:
            return _shallowest(
                sentence, node, byword
            )  # "resources worth 5 billion" are not what is invested in them
        for relation in (("dobj",), SUBJECTS):
            for child in sentence.children(node, *relation):
                if child.i != below.i:
                    found = _shallowest(sentence, child, byword)
                    if found is not None:
                        return found
        below = node
    return None


def _shallowest(sentence: Sentence, top: Token, byword: dict[int, Anchor]) -> Anchor | None:
    level = [top]
    while level:
        hit = next((byword[t.i] for t in level if t.i in byword), None)
        if hit is not None:
            return hit
        level = [
            c for t in level for c in sentence.children(t) if c.dep not in ("relcl", "acl", "advcl")
        ]
    return None


def _nearest(passage: Passage, quantity: Quantity, found: Sequence[Anchor]) -> Anchor | None:
    place = min((t.i for t in passage.sentence.within(quantity.span)), default=0)
    left = [a for a in found if 0 < place - a.token.i <= REACH_LEFT]
    right = [
        a
        for a in found
        if 0 < a.token.i - place <= REACH_RIGHT
        and a.measure in ON_THE_RIGHT
        and not _apart(passage, place, a)
    ]
    return left[-1] if left else (right[0] if right else None)


def both_flows(passage: Passage, quantity: Quantity, anchor: Anchor) -> bool:
    """Whether a number is of exports and imports together: "A's imports from and exports to B
    added up to 5 billion".
    """
    if (
        anchor.measure not in ("exports", "imports")
        or anchor.word.pos != "noun"
        or anchor.token.start > quantity.span.start
    ):
        return False
    other = ("import", "imports") if anchor.measure == "exports" else ("export", "exports")
    near = [t for t in passage.sentence.tokens if 0 < abs(t.i - anchor.token.i) <= 3]
    mates = [t for t in near if t.lower in other and t.end <= quantity.span.start]
    if not mates or any(t.lower == "respectively" for t in passage.sentence.tokens):
        return False
    low, high = sorted((mates[0].i, anchor.token.i))
    between = [t.lower for t in passage.sentence.tokens if low < t.i < high]
    numbers = [
        q for q in passage.quantities if q.span.start > mates[0].start and q.unit == quantity.unit
    ]
    return bool({"and", "plus", "&"} & set(between)) and numbers[:1] == [quantity]
