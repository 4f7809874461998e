"""Affairs by their numbers -> entries of a view."""

from collections.abc import Sequence

from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Party,
    Proposal,
    Record,
    Statement,
)
from legation.model.records import type_of
from legation.store import questions as asking
from legation.store.batches import Batch
from legation.store.entries import kind, pairs, period_of, status_of
from legation.views import events
from legation.views.questions import parts
from legation.views.questions.entries import Entry, When
from legation.views.questions.scopes import cursor
from legation.views.questions.sentences import sentence, verb
from legation.views.questions.shelves import Shelf, words
from legation.views.wording import name_of, period_words, subject, who

WRONG = "judged wrong"
WITHDRAWN = 50
"""Withdrawn texts whose entries are shown, the newest first."""
Held = asking.affairs.Held

MODES = {"visit": "visit", "phone": "call", "sign": "signing", "ratify": "ratification"}
"""What an event of a mode is in a word."""


def entries(
    shelf: Shelf, affairs: Sequence[int], sides: parts.Sides | None = None
) -> tuple[Entry, ...]:
    """The entries of some affairs, in their order; one that is no longer there is left out."""
    return tuple(by_number(shelf, affairs, sides).values())


def by_number(
    shelf: Shelf, affairs: Sequence[int], sides: parts.Sides | None = None
) -> dict[int, Entry]:
    """The same by the numbers of the affairs."""
    held = asking.affairs.held(shelf.ledger, affairs)
    batch = shelf.ledger.batch(list(held))
    shelf.fetch(batch.documents, batch.quoted)
    sides = sides or parts.Sides()
    return {n: _entry(shelf, batch, held[n], sides) for n in affairs if n in held}


def _entry(shelf: Shelf, batch: Batch, held: Held, sides: parts.Sides) -> Entry:
    affair = batch.affair(held.affair)
    number, record = batch.record(held.affair)
    quote = words(shelf.text(number), quoted(record))
    via = sides.via.get(held.affair)
    status = affair.status or ""
    return Entry(
        id=affair.id,
        kind=affair.kind,
        type=affair.type or "",
        word=word(record, quote),
        status=status,
        head=head(record),
        line=line(record, quote, status, cue_of(shelf, number, record), affair.tier == "sure"),
        quote=quote,
        direct=isinstance(record, Statement) and record.mode == "direct",
        stance=record.stance if isinstance(record, Statement) else "affirms",
        certain=affair.tier == "sure",
        confidence=record.confidence,
        doubtful=record.doubtful,
        historical=isinstance(record, Event) and record.historical,
        when=parts.when(affair, held, shelf.document(number).published),
        place=record.place.name if isinstance(record, Event) and record.place else None,
        parties=tuple(parts.parties(record, sides, via)),
        side=_side(held.affair, sides),
        via=via,
        number=parts.number(record) if isinstance(record, Figure) else None,
        steps=tuple(parts.step(shelf, one) for one in affair.steps),
        stories=affair.stories,
        documents=affair.documents,
        sources=parts.sources(shelf, affair.members),
        conflict=bool(held.conflict),
        judged=affair.judged,
        struck=WRONG if affair.judged == "wrong" else None,
        order=cursor(held.day, held.affair),
    )


def struck(shelf: Shelf, pair: tuple[str, str] | None = None) -> tuple[Entry, ...]:
    """What is shown and in no count: records that a person judged wrong, and the sure ones of
    withdrawn texts; of a pair, or of all.
    """
    held = [(*shelf.ledger.record(n), WRONG) for n in asking.affairs.struck(shelf.ledger)]
    for doc in asking.news.withdrawn(shelf.ledger, WITHDRAWN):
        read = shelf.ledger.ledger(doc.number)
        why = f"withdrawn: {doc.because}" if doc.because else "withdrawn"
        records = read.records if read else ()
        held += [(doc.number, record, why) for record in records if record.tier == "sure"]
    between = tuple(sorted(pair)) if pair else None
    return tuple(
        struck_one(shelf, document, record, why)
        for document, record, why in held
        if between is None or between in pairs(record)
    )


def struck_one(shelf: Shelf, document: int, record: Record, why: str) -> Entry:
    """A record that stands in no affair, with the reason."""
    spans = quoted(record)
    quote = words(shelf.text(document), spans)
    source = shelf.source(document, record.id, spans)
    period = period_of(record)
    return Entry(
        id=record.id,
        kind=kind(record),
        type=type_of(record),
        word=word(record, quote),
        status=status_of(record) or "",
        head=head(record),
        line=line(record, quote, "", cue_of(shelf, document, record), False),
        quote=quote,
        stance=record.stance if isinstance(record, Statement) else "affirms",
        certain=False,
        confidence=record.confidence,
        when=parts.stretch(period) if period else When(undated=True),
        stories=0,
        documents=1,
        sources=(source,),
        judged="wrong" if why == WRONG else None,
        struck=why,
    )


def quoted(record: Record) -> Sequence[Sequence[int]]:
    """The spans that a view quotes."""
    spans = record.content if isinstance(record, Statement | Proposal) else record.evidence
    return [(span.start, span.end) for span in spans]


def cue_of(shelf: Shelf, document: int, record: Record) -> str:
    """The words by which a statement is introduced."""
    if not isinstance(record, Statement):
        return ""
    return words(shelf.text(document), [(span.start, span.end) for span in record.cue])


def line(record: Record, quote: str, status: str, cue: str, certain: bool) -> str:
    """The sentence of a record; a less certain one ends in a question mark."""
    told = sentence(record, quote, status or None, cue)
    return told if certain else f"{told} ?"


def word(record: Record, quote: str) -> str:
    """Its kind of act in a word or two."""
    match record:
        case Event():
            spoken = verb(record, quote)
            plain = MODES.get(spoken.mode)
            return plain or events.what(record.type)
        case Figure():
            return record.measure.replace("_", " ")
        case Statement():
            return record.stance
        case Instrument():
            return record.instrument
        case Proposal():
            return record.proposal
        case Assertion():
            return record.assertion


def head(record: Record) -> str:
    """What it is about, without its verb."""
    match record:
        case Event():
            to = f" → {_names(record.recipients)}" if record.recipients else ""
            return f"{_names(record.actors)}{to}".strip()
        case Figure():
            return subject(record)
        case Statement():
            return who(record.speaker)
        case Instrument():
            return record.full_name or record.name
        case Proposal():
            to = f" → {_names(record.to)}" if record.to else ""
            return f"{who(record.by) if record.by else 'someone not named'}{to}"
        case Assertion():
            about = (name_of(record.subject), name_of(record.object), period_words(record.period))
            return " · ".join(part for part in about if part) or record.assertion


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(dict.fromkeys(who(party) for party in parties))


def _side(affair: int, sides: parts.Sides) -> str:
    return {1: sides.a, 2: sides.b}.get(sides.acting.get(affair, 0), "")
