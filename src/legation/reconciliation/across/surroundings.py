"""What stands around a record: the two sides that its sentence or its text speaks of, and who gives
what to whom by the other records of its sentence.
"""

from collections.abc import Iterator

from legation.model import (
    Assertion,
    Event,
    Figure,
    Ledger,
    Proposal,
    Record,
    Span,
    Statement,
)
from legation.reconciliation.across import namings, sides, visits

Pair = frozenset[str]
Ends = tuple[Pair, Pair]
"""Who gives or is asked to give, and who receives or asks."""
NOBODY: Pair = frozenset()
GIVING = frozenset({"AGREE", "AID", "CONCEDE", "REQUEST"})
"""Types of events that say who gives to whom."""


class Surroundings:
    """What the records of a ledger say of who is spoken of where."""

    def __init__(self, ledger: Ledger) -> None:
        self.published = ledger.document.published
        self.visits = visits.facts(ledger)
        self._document = ledger.document
        self._sentences: dict[Span, set[str]] = {}
        self._giving: dict[Span, list[Event | Proposal]] = {}
        self._refusing: dict[Span, list[Event]] = {}
        told: set[str] = set()
        for record in ledger.records:
            named = set(_named(record))
            told |= named
            if record.sentence is not None:
                self._sentences.setdefault(record.sentence, set()).update(named)
                if isinstance(record, Event | Proposal) and gives(record):
                    self._giving.setdefault(record.sentence, []).append(record)
                if isinstance(record, Event) and record.type == "REJECT":
                    self._refusing.setdefault(record.sentence, []).append(record)
        self._text = frozenset(told)

    def pair(self, record: Record, sentence: str) -> Pair:
        """The two sides of a record's sentence, else of the whole text: those of its records, else
        those named in its words, where a region is one side. Nobody where there are not two.
        """
        near = self._sentences.get(record.sentence) if record.sentence is not None else None
        for records, words in ((near, sentence), (self._text, self._document.text)):
            if records is not None and len(records) == 2:
                return frozenset(records)
            named = namings.named(words)
            if len(named) == 2:
                return frozenset().union(*named)
        return NOBODY

    def proposal(self, event: Event) -> Proposal | None:
        """The proposal that an event tells in the same words: "he invited Kazakhstan to take part
        in a gas hub" is one of each.
        """
        for other in self._mates(event):
            if isinstance(other, Proposal) and _overlap(event, other):
                return other
        return None

    def refused(self, proposal: Proposal) -> Ends | None:
        """Who gives to whom in what somebody turns down in the same words: nobody turns down what
        he asked for or offered himself.
        """
        held = self._refusing.get(proposal.sentence, ()) if proposal.sentence is not None else ()
        for event in held:
            if _overlap(event, proposal):
                by, to = sides.roots(event.actors), sides.roots(event.recipients)
                return (by, to - by) if proposal.proposal == "request" else (to - by, by)
        return None

    def ends(self, record: Record) -> Ends | None:
        """Who gives to whom by the other records of its sentence, where these tell both sides and
        agree.
        """
        found = {told for other in self._mates(record) if all(told := ends(other))}
        return found.pop() if len(found) == 1 else None

    def _mates(self, record: Record) -> list[Event | Proposal]:
        held = self._giving.get(record.sentence, ()) if record.sentence is not None else ()
        return [other for other in held if other is not record]


def gives(record: Event | Proposal) -> bool:
    """Whether a record says who gives or is asked to give."""
    return not isinstance(record, Event) or record.type in GIVING


def ends(record: Record) -> Ends:
    """Who gives and who receives by a record's own words; who agree on something both give it."""
    match record:
        case Proposal():
            by, to = sides.roots((record.by,) if record.by else ()), sides.roots(record.to)
            asks = record.proposal == "request"
        case Event():
            by, to = sides.roots(record.actors), sides.roots(record.recipients)
            asks = record.type == "REQUEST"
        case _:
            return NOBODY, NOBODY
    to -= by
    return (to, by) if asks else (by, to)


def _overlap(event: Event, proposal: Proposal) -> bool:
    return any(a.overlaps(b) for a in event.evidence for b in proposal.content)


def _named(record: Record) -> Iterator[str]:
    """The countries and bodies that a record names, by their roots."""
    yield from sides.roots(sides.parties(record))
    codes: tuple[str | None, ...] = ()
    if isinstance(record, Statement | Proposal | Assertion):
        codes = record.about
    if isinstance(record, Figure | Assertion):
        codes = (*codes, record.reporter, record.partner)
    for code in codes:
        if code and code != sides.WORLD:
            yield sides.root(code)
