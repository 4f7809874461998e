"""One claim without a number made by many texts: the same subject, object, measure and period."""

from collections.abc import Iterator

from legation.model import Assertion
from legation.model.links import Block, Card, Link
from legation.reconciliation.across.words import alike
from legation.reconciliation.writing import plain

LIKE = 0.25
"""Share of the words: "largest" and "third largest" have one key in many readings."""


def blocks(card: Card) -> Iterator[Block]:
    """An assertion stands by what it says of whom; without a subject or object it is its own."""
    key = _key(_assertion(card))
    if key is not None:
        yield Block(key=f"claim {key}")


def link(one: Card, other: Card) -> Link | None:
    """Why two assertions are one claim."""
    mine, yours = _assertion(one), _assertion(other)
    if _key(mine) is None or _key(mine) != _key(yours):
        return None
    like = alike(one.words, other.words)
    if like < LIKE:
        return None
    return Link(
        one=one.key,
        other=other.key,
        relation="same",
        score=round(0.7 + 0.3 * min(1.0, like), 3),
        because=f"the same claim of the same two; {like:.0%} of the words",
        rule="claim-key",
    )


def _key(claim: Assertion) -> str | None:
    sides = tuple(plain(name or "") for name in (claim.subject, claim.object))
    parties = (claim.reporter or "", claim.partner or "")
    if not any(sides) or not (all(sides) or any(parties)):
        return None
    product = claim.product.code or plain(claim.product.name) if claim.product else ""
    when = claim.period.edtf if claim.period else ""
    parts = (claim.assertion, *sides, plain(claim.measure or ""), product, *parties, when)
    return "|".join((*parts, claim.direction or ""))


def _assertion(card: Card) -> Assertion:
    assert isinstance(card.record, Assertion)
    return card.record
