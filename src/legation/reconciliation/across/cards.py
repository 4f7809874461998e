"""What linking needs of each record of a ledger, and where its like is looked for."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Ledger,
    Proposal,
    Record,
    Span,
    Statement,
)
from legation.model.links import Block, Card
from legation.reconciliation.across import (
    assertions,
    cues,
    days,
    events,
    figures,
    following,
    instruments,
    namings,
    plans,
    promises,
    sides,
    statements,
    tellings,
)
from legation.reconciliation.across.surroundings import Surroundings
from legation.reconciliation.across.words import stems
from legation.reconciliation.writing import month_names, weekdays

SENTENCE = re.compile(r"[.!?][\"”’)]*\s|\n")
AROUND = 400
"""Characters to either side of a record's words in which its sentence ends, where it has none."""


def cards(ledger: Ledger) -> list[Card | None]:
    """A card for each record of a document, in order.

    Args:
        ledger: of a document that carries its story.

    Returns:
        Cards with the words of the record's sentence but not the names in it, the persons, cues and
        keys as facts, and the blocks in which its like stands; none for a record that has no
        like and promises nothing: its other side or its own date is missing.
    """
    names, around = _names(ledger), Surroundings(ledger)
    return [_card(ledger, record, names, around) for record in ledger.records]


def _card(
    ledger: Ledger, record: Record, names: frozenset[str], around: Surroundings
) -> Card | None:
    text = ledger.document.text
    sentence = _sentence(text, record)
    facts = _facts(record, text, sentence, around)
    if not _may_link(record, facts):
        return None
    told = " ".join(span.of(text) for span in _told(record)) or sentence
    card = Card(
        record=record,
        words=tuple(sorted(stems(told) - names - _sides(facts))),
        persons=sides.persons(sides.parties(record)),
        facts=facts,
        published=ledger.document.published,
        publisher=ledger.document.publisher,
    )
    blocks = tuple(_blocks(card))
    followed = following.is_promise((card,))
    if not blocks and not followed:
        return None
    return Card(
        record=card.record,
        words=card.words,
        persons=card.persons,
        facts=card.facts,
        published=card.published,
        publisher=card.publisher,
        blocks=blocks,
        followed=followed,
    )


def _may_link(record: Record, facts: dict[str, str]) -> bool:
    """Whether a record can have a block at all; most events have no day of their own, most figures
    no full key.
    """
    if not isinstance(record, Event | Figure | Proposal) or "step" in facts:
        return True
    if isinstance(record, Event):
        return "day" in facts or days.own(record) is not None
    return isinstance(record, Figure) and figures.full_key(record) is not None


def _told(record: Record) -> Sequence[Span]:
    """The words that say what a record says, where its sentence says more than that."""
    return record.content if isinstance(record, Statement) else ()


def _facts(record: Record, text: str, sentence: str, around: Surroundings) -> dict[str, str]:
    """What a record's sentence says beside it, for the kinds of which that is asked."""
    if not isinstance(record, Event | Figure | Proposal):
        return {}
    held = cues.found(sentence)
    found = {"cues": " ".join(sorted(held))}
    if isinstance(record, Event):
        found |= events.facts(record, sentence)
        changed = plans.facts(record, sentence, held, around.published)
        found |= changed or around.visits.get(record.id, {})
    return found | tellings.facts(record, text, sentence, around)


def _sides(facts: dict[str, str]) -> frozenset[str]:
    """The words by which the two sides of a promise are called, though no record names them."""
    if "step" not in facts:
        return frozenset()
    codes = {code for name in ("by", "to", "pair") for code in facts.get(name, "").split(",")}
    return frozenset().union(*(namings.stems_of(code) for code in codes if code))


def _blocks(card: Card) -> Iterator[Block]:
    match card.record:
        case Event():
            yield from events.blocks(plans.read(card))
            yield from promises.blocks(card)
        case Figure():
            yield from figures.blocks(card)
            yield from promises.blocks(card)
        case Instrument():
            yield from instruments.blocks(card)
        case Proposal():
            yield from promises.blocks(card)
        case Statement():
            yield from statements.blocks(card)
        case Assertion():
            yield from assertions.blocks(card)


def _sentence(text: str, record: Record) -> str:
    """The sentence of a record; where it has none, what stands around its words to the full
    stops.
    """
    if record.sentence is not None:
        return record.sentence.of(text)
    start = min(span.start for span in record.evidence)
    end = max(span.end for span in record.evidence)
    before = text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND]
    ends = [match.end() for match in SENTENCE.finditer(before)]
    stop = SENTENCE.search(after)
    head = before[ends[-1] :] if ends else before
    return head + text[start:end] + (after[: stop.start() + 1] if stop else after)


def _names(ledger: Ledger) -> frozenset[str]:
    """The words by which the ledger's parties are called, and their offices: they are compared as
    parties. What nobody knows as one ("a school", "the railway at Dostyk") is a matter.
    """
    told = (party for record in ledger.records for party in sides.parties(record))
    held = [party for party in told if party.actor or party.person]
    codes = {code for p in held if (code := p.actor)} | _codes(ledger)
    words = (stems(word) for p in held for word in (p.name, p.person, p.role) if word)
    spans = (p.mention.of(ledger.document.text) for p in held if p.mention is not None)
    return calendar().union(
        *(namings.stems_of(code) for code in codes), *words, *(_capitals(span) for span in spans)
    )


@cache
def calendar() -> frozenset[str]:
    """The names of months and days: days are compared as days."""
    return stems(" ".join((*month_names(), *weekdays())))


def _codes(ledger: Ledger) -> set[str]:
    """The codes of figures and claims, which name no parties."""
    held = [r for r in ledger.records if isinstance(r, Figure | Assertion)]
    return {code for r in held for code in (r.reporter, r.partner) if code}


def _capitals(words: str) -> frozenset[str]:
    """The capitalised words of a mention: "Japan's Foreign Minister" loses its office, "the
    minister" nothing.
    """
    return stems(" ".join(word for word in words.split() if word[:1].isupper()))
