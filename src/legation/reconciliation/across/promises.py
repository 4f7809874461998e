"""Requests, offers and pledges followed over time: the events, proposals and figures of each."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from legation.lexicon import word_set
from legation.model import Event, Figure, Proposal, Span
from legation.model.account import PromiseStep
from legation.model.links import Block, Card, Link
from legation.reconciliation.across.surroundings import Ends
from legation.reconciliation.across.tellings import BETWEEN, REFUSALS
from legation.reconciliation.across.words import PLAIN, alike, overlap, rarest, stem, stems, weight

LIKE = 0.25
"""Share of the words, by rarity, that two tellings of one purpose have in common."""
LIKE_WITH_AMOUNT = 0.12
"""The same where both name the same amount."""
NOTHING = 9.0
"""Weight of the words of a purpose, plain ones apart, below which there is none."""
KEYS = 6
"""Rarest words by which a promise is looked up."""


class Amount(NamedTuple):
    """A sum of money as written."""

    low: Decimal
    high: Decimal
    unit: str

    def meets(self, other: "Amount") -> bool:
        """Whether both may be one sum."""
        return self.unit == other.unit and self.low < other.high and other.low < self.high


def blocks(card: Card) -> Iterator[Block]:
    """A record of a promise stands by its two sides and each of its rarest words, and by its two
    sides and its amount.
    """
    pair = ",".join(sorted(_pair(card)))
    if step(card) is None or "," not in pair:
        return
    for word in rarest(purpose(card), KEYS):
        yield Block(key=f"promise {pair} {word}")
    yield from (Block(key=f"next {place}") for place in card.facts.get("next", "").split())
    held = amount(card)
    if held is not None:
        for sides in _couples(card):
            yield Block(key=f"promise {sides} {held.unit} {held.low}")


def _couples(card: Card) -> Iterator[str]:
    """The sides of a promise; of one to a region also its giver with each country of it."""
    by, to = giver(card)
    yield ",".join(sorted(by | to))
    if len(by) == 1 and len(to) > 1:
        yield from (",".join(sorted((*by, one))) for one in sorted(to))


def step(card: Card) -> PromiseStep | None:
    """How far the promise is, by this record alone."""
    return card.facts.get("step")  # type: ignore[return-value]  # the facts are ours


def purpose(card: Card) -> frozenset[str]:
    """The words that tell what it is for; of a refusal those that say what was refused, for its
    sentence may ask for something else.
    """
    told = card.facts.get("purpose")
    words = frozenset(card.words)
    return (words if told is None else words & stems(told)) - _stage()


@cache
def _stage() -> frozenset[str]:
    return frozenset(map(stem, word_set("account", "promises.stage")))


def amount(card: Card) -> Amount | None:
    """The sum that a figure tells."""
    record = card.record
    if not isinstance(record, Figure) or step(card) is None:
        return None
    return Amount(record.value.low, record.value.high, record.unit)


def giver(card: Card) -> Ends:
    """Who gives or is asked to give, and who receives or asks: of two sides that are spoken
    of the other one, where a record names only one.
    """
    by, to = _codes(card.facts.get("by", "")), _codes(card.facts.get("to", ""))
    pair = _codes(card.facts.get("pair", ""))
    if (by and to) or not by | to < pair:
        return by, to
    if not by and not to:
        return frozenset(), pair
    return (by, pair - by) if by else (pair - to, to)


def _codes(packed: str) -> frozenset[str]:
    return frozenset(filter(None, packed.split(",")))


def link(one: Card, other: Card) -> Link | None:
    """Why two records tell of one promise."""
    if step(one) is None or step(other) is None or not compatible(one, other):
        return None
    same_sum = _same_sum(one, other)
    if _pair(one) != _pair(other) and not same_sum:
        return None
    like = _likeness(one, other, same_sum)
    if like < _enough(one, other, same_sum) and not _side_by_side(one, other):
        return None
    because = f"the same two sides; {like:.0%} of the words of the purpose"
    return Link(
        one=one.key,
        other=other.key,
        relation="promise",
        score=round(min(1.0, 0.55 + like / 2 + (0.15 if same_sum else 0.0)), 3),
        because=because + ("; the same amount" if same_sum else ""),
        rule="promise-amount" if same_sum else "promise-purpose",
    )


def _same_sum(one: Card, other: Card) -> bool:
    mine, yours = amount(one), amount(other)
    return mine is not None and yours is not None and mine.meets(yours)


def _refers(one: Card, other: Card) -> bool:
    """Whether one of two tells of a sum as told before."""
    return "refers" in one.facts or "refers" in other.facts


def _enough(one: Card, other: Card, same_sum: bool) -> float:
    """How like the purposes of two records must be."""
    if not same_sum:
        return LIKE
    bare = _refers(one, other) or _says_nothing(one) or _says_nothing(other)
    return 0.0 if bare else LIKE_WITH_AMOUNT


def _side_by_side(one: Card, other: Card) -> bool:
    """Whether two records of one text belong together by where they stand."""
    return _one_sentence(one, other) or _next_sentence(one, other)


def _likeness(one: Card, other: Card, same_sum: bool) -> float:
    """How like two purposes are: where something else speaks for one promise any word counts, where
    one refers to a promise any that is not plain.
    """
    mine, yours = purpose(one), purpose(other)
    if same_sum:
        return overlap(mine, yours)
    if _refers(one, other):
        return overlap(*(frozenset(w for w in each if weight(w) > PLAIN) for each in (mine, yours)))
    return alike(mine, yours)


def _says_nothing(card: Card) -> bool:
    """Whether a record tells only the sum: "the credit of 300 million is paid in full"."""
    return sum(rare for word in purpose(card) if (rare := weight(word)) > PLAIN) < NOTHING


def compatible(one: Card, other: Card) -> bool:
    """Whether nothing speaks against two records telling of one promise: the same sides, the same
    giver where both tell him, no two pledged sums of one currency.
    """
    mine, yours = amount(one), amount(other)
    if not _pairs_fit(one, other):
        return False
    if not _same_giver(one, other) or _other_matter(one, other):
        return False
    if mine is None or yours is None or mine.unit != yours.unit:
        return True
    if "delivered" in (step(one), step(other)):
        return _part(one, other, mine, yours)
    return mine.meets(yours)


def _pairs_fit(one: Card, other: Card) -> bool:
    """Whether both may be between the same two sides: one text may name a region where another
    names a country of it.
    """
    fewer, more = sorted((_pair(one), _pair(other)), key=len)
    return fewer == more or (len(fewer) > 1 and fewer < more)


def _other_matter(one: Card, other: Card) -> bool:
    """Whether a sentence asks for one thing and refuses another: "rejected the accusation and asked
    for reports".
    """
    if not _of_one_sentence(one, other) or step(one) == step(other):
        return False
    refusal, held = (one, other) if step(one) in REFUSALS else (other, one)
    if step(refusal) not in REFUSALS or not isinstance(refusal.record, Event):
        return False
    if isinstance(held.record, Figure):
        return False
    return not any(a.overlaps(b) for a in _words(refusal) for b in _words(held))


def _words(card: Card) -> tuple[Span, ...]:
    record = card.record
    return record.content if isinstance(record, Proposal) else record.evidence


def _part(one: Card, other: Card, mine: Amount, yours: Amount) -> bool:
    """What was paid is not more than what was promised."""
    if step(one) == step(other):
        return True
    paid, held = (mine, yours) if step(one) == "delivered" else (yours, mine)
    return paid.low < held.high


def _same_giver(one: Card, other: Card) -> bool:
    mine, yours = giver(one), giver(other)
    if "signed" in (step(one), step(other)):
        return True  # both sides sign what one of them gives
    if "refused" in (step(one), step(other)) and step(one) != step(other):
        return True  # who refuses may be the one who was asked or the one who was offered
    return not (mine[0] and yours[0]) or bool(mine[0] & yours[0])


def _one_sentence(one: Card, other: Card) -> bool:
    """Whether one is the sum of the other, or tells it in the same words."""
    if not _of_one_sentence(one, other):
        return False
    kinds = {type(one.record), type(other.record)}
    if len(kinds) < 2:
        return False
    return Figure in kinds or any(a.overlaps(b) for a in _words(one) for b in _words(other))


def _next_sentence(one: Card, other: Card) -> bool:
    """Whether a sentence says of what the one before it tells the payment of a part: "It is the
    first part of the 120 million euros".
    """
    if one.document != other.document or not one.record.sentence or not other.record.sentence:
        return False
    first, second = sorted((one, other), key=lambda card: card.record.sentence or Span(0, 0))
    before, after = first.record.sentence, second.record.sentence
    assert before is not None and after is not None
    if not 0 <= after.start - before.end <= BETWEEN:
        return False
    cues = set(second.facts.get("cues", "").split())
    steps = {step(one), step(other)}
    return "delivered" in steps and len(steps) == 2 and bool(cues & {"part", "remaining"})


def _of_one_sentence(one: Card, other: Card) -> bool:
    return (
        one.document == other.document
        and one.record.sentence is not None
        and one.record.sentence == other.record.sentence
    )


def _pair(card: Card) -> frozenset[str]:
    by, to = giver(card)
    return by | to
