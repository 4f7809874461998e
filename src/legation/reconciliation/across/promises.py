"""Requests, offers and pledges followed over time: the events, proposals and figures of each."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from legation.lexicon import word_set
from legation.model import Event, Figure, Proposal, Record
from legation.model.account import PromiseStep
from legation.model.links import Block, Card, Link
from legation.reconciliation.across import cues, sides
from legation.reconciliation.across.words import PLAIN, alike, overlap, rarest, stem, weight

DEEDS = frozenset({"AGREE", "AID", "CONCEDE", "REJECT", "REQUEST", "SUPPORT"})
"""Types of events that promise, keep or break."""
MOVES: frozenset[PromiseStep] = frozenset(
    {"offered", "pledged", "signed", "delivered", "withdrawn"}
)
"""Steps at which money is named."""
CODE = 3
"""Signs of a currency's code."""
WHOLE = re.compile(r"\b(?:loan|credit|grant|pledge|promise|sum|package|aid) (?:of|worth) \W*$")
LIKE = 0.25
"""Share of the words, by rarity, that two tellings of one purpose have in common."""
LIKE_WITH_AMOUNT = 0.12
"""The same where both name the same amount."""
NOTHING = 9.0
"""Weight of the words of a purpose, plain ones apart, below which there is none."""
KEYS = 6
"""Rarest words by which a promise is looked up."""
LONGEST = 300
"""Characters of the words that tell what is promised."""
FROM_STATUS: dict[str, PromiseStep] = {
    "AGREE": "pledged",
    "AID": "delivered",
    "CONCEDE": "delivered",
    "REJECT": "refused",
    "REQUEST": "requested",
    "SUPPORT": "signed",
}
FROM_PROPOSAL: dict[str, PromiseStep] = {
    "request": "requested",
    "offer": "offered",
    "plan": "pledged",
    "condition": "offered",
}
SAID: tuple[PromiseStep, ...] = (
    "withdrawn",
    "refused",
    "delivered",
    "signed",
    "pledged",
    "offered",
    "requested",
)
"""Cues in the order in which they count where a sentence has several."""


class Amount(NamedTuple):
    """A sum of money as written."""

    low: Decimal
    high: Decimal
    unit: str

    def meets(self, other: "Amount") -> bool:
        """Whether both may be one sum."""
        return self.unit == other.unit and self.low < other.high and other.low < self.high


def facts(record: Record, text: str, sentence: str, pair: frozenset[str]) -> dict[str, str]:
    """How far the promise is that a record tells of, and what it says is promised; nothing where it
    tells of none. ``pair`` are the two sides that its sentence speaks of.
    """
    step = _step(record, sentence)
    if step is None:
        return {}
    spans = record.content if isinstance(record, Proposal) else ()
    content = " … ".join(span.of(text) for span in spans) or sentence.strip()
    found = {"step": step, "content": content[:LONGEST]}
    return found | {"pair": ",".join(sorted(pair))} if pair else found


def _step(record: Record, sentence: str) -> PromiseStep | None:
    found = cues.found(sentence)
    said = next((step for step in SAID if step in found), None)
    match record:
        case Proposal():
            made = FROM_PROPOSAL.get(record.proposal)
            pledged = record.proposal == "offer" and said == "pledged"
            return "pledged" if pledged else made
        case Figure():
            whole = _is_whole(record, sentence)
            return _figure_step(record, "pledged" if whole and said == "delivered" else said)
        case Event():
            return _event_step(record, said)
        case _:
            return None


def _is_whole(figure: Figure, sentence: str) -> bool:
    """Whether a figure is the sum of which another was paid: "300 million of the loan of 1
    billion".
    """
    at = sentence.find(figure.value.written)
    return at > 0 and WHOLE.search(sentence[:at].casefold()) is not None


def _figure_step(figure: Figure, said: PromiseStep | None) -> PromiseStep | None:
    if figure.nature == "disbursed":
        return "delivered"
    if figure.nature != "pledge" and not (said in MOVES and _is_sum(figure)):
        return None
    if figure.nature != "pledge" and said == "delivered":
        return "delivered"
    return said if said in ("offered", "signed", "withdrawn", "refused") else "pledged"


def _is_sum(figure: Figure) -> bool:
    """Whether a figure is a bare sum of money, not trade or a price."""
    return figure.measure == "other" and figure.nature == "flow" and len(figure.unit) == CODE


def _event_step(event: Event, said: PromiseStep | None) -> PromiseStep | None:
    if event.type not in DEEDS or event.status in ("negated", "hypothetical"):
        return None
    step = FROM_STATUS[event.type]
    if event.type == "AGREE":
        return said if said in ("offered", "pledged") else None
    if event.type == "SUPPORT":
        return "signed" if said == "signed" else None
    if event.type == "REJECT":
        return said if said in ("withdrawn", "refused") else None  # a denial refuses nothing
    return step if event.status == "actual" or event.type == "REQUEST" else "pledged"


def blocks(card: Card) -> Iterator[Block]:
    """A record of a promise stands by its two sides and each of its rarest words, and by its two
    sides and its amount.
    """
    pair = ",".join(sorted(_pair(card)))
    if step(card) is None or "," not in pair:
        return
    for word in rarest(purpose(card), KEYS):
        yield Block(key=f"promise {pair} {word}")
    held = amount(card)
    if held is not None and step(card) != "delivered":
        yield Block(key=f"promise {pair} {held.unit} {held.low}")


def step(card: Card) -> PromiseStep | None:
    """How far the promise is, by this record alone."""
    return card.facts.get("step")  # type: ignore[return-value]  # the facts are ours


def purpose(card: Card) -> frozenset[str]:
    """The words that tell what it is for."""
    return frozenset(card.words) - _stage()


@cache
def _stage() -> frozenset[str]:
    return frozenset(map(stem, word_set("account", "promises.stage")))


def amount(card: Card) -> Amount | None:
    """The sum that a figure tells."""
    record = card.record
    if not isinstance(record, Figure) or step(card) is None:
        return None
    return Amount(record.value.low, record.value.high, record.unit)


def giver(card: Card) -> tuple[frozenset[str], frozenset[str]]:
    """Who gives or is asked to give, and who receives or asks: of two sides that are spoken
    of the other one, where a record names only one.
    """
    by, to = _named(card)
    pair = frozenset(filter(None, card.facts.get("pair", "").split(",")))
    if len(by | to) > 1 or not by | to < pair:
        return by, to
    if not by and not to:
        return frozenset(), pair
    return (by, pair - by) if by else (pair - to, to)


def _named(card: Card) -> tuple[frozenset[str], frozenset[str]]:
    """Who gives and who receives by the record's own words."""
    record = card.record
    match record:
        case Figure():
            return _codes(record.reporter), _codes(record.partner)
        case Proposal():
            by, to = sides.roots((record.by,) if record.by else ()), sides.roots(record.to)
            return (to, by) if record.proposal == "request" else (by, to)
        case Event():
            by, to = sides.roots(record.actors), sides.roots(record.recipients)
            return (to, by) if record.type == "REQUEST" else (by, to)
        case _:
            return frozenset(), frozenset()


def link(one: Card, other: Card) -> Link | None:
    """Why two records tell of one promise."""
    if step(one) is None or step(other) is None or not compatible(one, other):
        return None
    like = alike(purpose(one), purpose(other))
    mine, yours = amount(one), amount(other)
    same_sum = mine is not None and yours is not None and mine.meets(yours)
    enough = LIKE
    if same_sum:
        like = overlap(purpose(one), purpose(other))
        enough = 0.0 if _says_nothing(one) or _says_nothing(other) else LIKE_WITH_AMOUNT
    if like < enough and not _one_sentence(one, other):
        return None
    because = [f"the same two sides; {like:.0%} of the words of the purpose"]
    if same_sum:
        because.append("the same amount")
    return Link(
        one=one.key,
        other=other.key,
        relation="promise",
        score=round(min(1.0, 0.55 + like / 2 + (0.15 if same_sum else 0.0)), 3),
        because="; ".join(because),
        rule="promise-amount" if same_sum else "promise-purpose",
    )


def _says_nothing(card: Card) -> bool:
    """Whether a record tells only the sum: "the credit of 300 million is paid in full"."""
    return sum(rare for word in purpose(card) if (rare := weight(word)) > PLAIN) < NOTHING


def compatible(one: Card, other: Card) -> bool:
    """Whether nothing speaks against two records telling of one promise: the same pair, the same
    giver where both tell him, no two pledged sums of one currency.
    """
    if _pair(one) != _pair(other):
        return False
    if not _same_giver(one, other):
        return False
    mine, yours = amount(one), amount(other)
    if mine is None or yours is None or mine.unit != yours.unit:
        return True
    if "delivered" in (step(one), step(other)):
        return _part(one, other, mine, yours)
    return mine.meets(yours)


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
    """Whether both stand in one sentence of one text, and one is the sum of the other."""
    if one.document != other.document or one.record.sentence is None:
        return False
    kinds = {type(one.record), type(other.record)}
    return one.record.sentence == other.record.sentence and Figure in kinds and len(kinds) > 1


def _pair(card: Card) -> frozenset[str]:
    by, to = giver(card)
    return by | to


def _codes(code: str | None) -> frozenset[str]:
    return frozenset((sides.root(code),)) if code and code != sides.WORLD else frozenset()
