"""Parts of a flow named before their number: "of which fuels 620 million and food 190 million",
"salmon worth 2 billion".
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from legation.model import Product, Quantity, Token
from legation.records.measures import Anchor, Passage, cues, lemma, products, words

LONGEST = 4
"""How many words the name of a part may have."""


def part(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> Product | None:
    """The goods named right before a number as a part of the flow that its measure word tells; null
    where there are none.

    Goods that no list of ours knows keep their words as a name without a code: the number is then
    not the whole flow's.
    """
    gap = _gap(passage, quantity, anchor)
    if not gap:
        return None
    if gap[-1].lower == "worth":
        return _named(passage, gap[:-1])
    if _opened(gap) or _goes_on(passage, quantity, anchor):
        return _named(passage, _without_verb(gap))
    return None


def is_unnamed(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> bool:
    """Whether a number is said to be a part ("of which 4 billion went to the coast")."""
    return _opened(_gap(passage, quantity, anchor)) or _goes_on(passage, quantity, anchor)


def _gap(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> list[Token]:
    """The words from the number before, or else from the measure word, to this number."""
    start = max((q.span.end for q in _before(passage, quantity)), default=0)
    found = passage.between(
        max(start, anchor.token.end) if anchor else start, quantity.digits.start
    )
    while found and (
        found[-1].tag in ("$", "SYM")
        or found[-1].lower in cues().degrees
        or found[-1].span.overlaps(quantity.span)
    ):
        found.pop()
    return found


def _before(passage: Passage, quantity: Quantity) -> list[Quantity]:
    return [
        q for q in passage.quantities if q.span.end <= quantity.digits.start and q.unit != "count"
    ]


def _opened(gap: Sequence[Token]) -> bool:
    lowered = [t.lower for t in gap]
    return "including" in lowered or any(
        pair in (("of", "which"), ("among", "them")) for pair in pairwise(lowered)
    )


def _goes_on(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> bool:
    """Whether "and food" goes on with the parts of one flow: the number before was a part too."""
    before = _before(passage, quantity)
    gap = _gap(passage, quantity, anchor)
    if not before or not gap or gap[0].lower not in ("and", ",") or len(gap) > LONGEST + 2:
        return False
    opening = passage.between(anchor.token.end if anchor else 0, before[-1].digits.start)
    return _opened(opening) and not any(t.tag.startswith(("VB", "MD")) for t in gap)


def _without_verb(gap: Sequence[Token]) -> list[Token]:
    """A part's name, the verb between it and its number left out: "machinery made up", "wine
    accounted for".
    """
    verb = next(
        (
            n
            for n in range(len(gap) - 1, -1, -1)
            if gap[n].tag.startswith("VB") and _is_linking(gap[n])
        ),
        None,
    )
    linked = verb is not None and all(t.tag in ("IN", "RP", "TO", "RB") for t in gap[verb + 1 :])
    return list(gap[:verb] if linked else gap)


def _is_linking(token: Token) -> bool:
    return token.lemma in cues().part_verbs | {"be", "amount", "total", "reach", "come"}


def _named(passage: Passage, phrase: Sequence[Token]) -> Product | None:
    held: list[Token] = []
    for token in reversed(phrase[-LONGEST:]):
        plural = not held and token.tag == "VBZ"  # a parser's slip: "of which fuels 620 million"
        if not (token.tag.startswith(("NN", "JJ", "HYPH")) or plural) or _is_other(passage, token):
            break
        held.insert(0, replace(token, tag="NNS") if plural else token)
    if not held or not held[-1].tag.startswith("NN"):
        return None
    known = {p.name: p for p, _ in products.in_words(held)}
    if len(known) == 1:
        return next(iter(known.values()))
    return Product(scheme="name", code="", name=" ".join(t.lower for t in held))


def _is_other(passage: Passage, token: Token) -> bool:
    """Whether a noun is no goods: a measure, a party, a date, the whole itself."""
    dated = any(d.span.overlaps(token.span) for d in passage.dates)
    measure = (lemma(token), "noun") in words() or token.lemma in cues().carriers
    return dated or measure or token.i in passage.standing or token.lemma in cues().everything
