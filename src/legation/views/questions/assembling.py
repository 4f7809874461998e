"""Affairs by their numbers -> entries of a view."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from legation.model import (
    Assertion,
    Attributed,
    Event,
    Figure,
    Instrument,
    Party,
    Period,
    Proposal,
    Record,
    Statement,
)
from legation.model.account import Affair, Member
from legation.model.account import Step as AffairStep
from legation.store import questions as asking
from legation.store.entries import in_dyads, kind, pairs, period_of, status_of, type_of
from legation.views.cards import EVENT_WORDS, VOICES
from legation.views.questions.entries import Entry, Number, Source, Step, When, Who
from legation.views.questions.scopes import cursor
from legation.views.questions.sentences import sentence, verb, written
from legation.views.questions.shelves import Shelf, words
from legation.views.verdicts import badge
from legation.views.wording import name_of, period_words, subject, who

MOST = 8
"""Texts that an entry quotes; ``documents`` says how many there are."""
UNDATED = 2
WRONG = "judged wrong"
WITHDRAWN = 50
"""Withdrawn texts whose entries are shown, the newest first."""
Held = asking.affairs.Held


class Sides(Struct, frozen=True):
    """The pair that a view is about, in the ledger's order, and by whom entries stand in it."""

    a: str = ""
    b: str = ""
    via: Mapping[int, str] = {}
    acting: Mapping[int, int] = {}


def entries(shelf: Shelf, affairs: Sequence[int], sides: Sides | None = None) -> tuple[Entry, ...]:
    """The entries of some affairs, in their order; one that is no longer there is left out."""
    held = asking.affairs.held(shelf.ledger, affairs)
    return tuple(_entry(shelf, held[n], sides or Sides()) for n in affairs if n in held)


def _entry(shelf: Shelf, held: Held, sides: Sides) -> Entry:
    affair = shelf.ledger.affair(held.affair)
    number, record = shelf.ledger.record(held.record)
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
        when=when(affair, held, shelf.document(number).published),
        place=record.place.name if isinstance(record, Event) and record.place else None,
        parties=tuple(_parties(record, sides, via)),
        side=_side(held.affair, sides),
        via=via,
        number=_number(record) if isinstance(record, Figure) else None,
        steps=tuple(step(shelf, one) for one in affair.steps),
        stories=affair.stories,
        documents=affair.documents,
        sources=_sources(shelf, affair.members),
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
        _struck(shelf, document, record, why)
        for document, record, why in held
        if between is None or between in pairs(record)
    )


def _struck(shelf: Shelf, document: int, record: Record, why: str) -> Entry:
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
        when=stretch(period) if period else When(undated=True),
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
            plain = {"visit": "visit", "phone": "call", "sign": "signing"}.get(spoken.mode)
            return plain or EVENT_WORDS.get(record.type, record.type.lower())
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


def when(affair: Affair, held: Held, published: date | None) -> When:
    """When it was or is; for what has no day, that of its first telling, marked."""
    undated = held.lent == UNDATED
    period = None if undated else affair.period
    if period is None:
        day = published.isoformat() if published else ""
        at = period_words(Period(start=published, end=published, edtf=day)) if published else None
        return When(
            start=published, end=published, words="" if undated else at or "", undated=undated
        )
    return stretch(period, lent=affair.date_from == "published")


def stretch(period: Period, *, lent: bool = False) -> When:
    """A period as a view shows it."""
    told = period_words(period) or ""
    return When(
        start=period.start,
        end=period.end,
        words=f"reported {told}" if lent else told,
        lent=lent,
    )


def _parties(record: Record, sides: Sides, via: str | None) -> Iterator[Who]:
    match record:
        case Event():
            held = [("actor", one) for one in record.actors]
            held += [("recipient", one) for one in record.recipients]
        case Statement():
            held = [("speaker", record.speaker)] if record.speaker else []
            held += [("addressee", record.addressee)] if record.addressee else []
        case Instrument():
            held = [("party", one) for one in record.parties]
        case Proposal():
            held = [("by", record.by)] if record.by else []
            held += [("to", one) for one in record.to]
        case _:
            held = []
            ends = (("reporter", record.reporter), ("partner", record.partner))
            yield from (
                Who(code=code, name=name_of(code) or code, part=part, side=_of(code, sides, via))
                for part, code in ends
                if code
            )
    if isinstance(record, Attributed) and record.attributed_to:
        held = [*held, ("attributed", record.attributed_to)]
    yield from (party(one, part, _of(one.actor, sides, via)) for part, one in held if one)


def party(one: Party, part: str, side: str = "") -> Who:
    """A party as a view shows it."""
    named = name_of(one.actor) or one.name or "someone not named"
    return Who(code=one.actor, name=named, person=one.person, role=one.role, part=part, side=side)


def _of(code: str | None, sides: Sides, via: str | None) -> str:
    """The side of the pair on which an actor stands; a bloc's member on that of its bloc."""
    if code is None:
        return ""
    plain = in_dyads(code)
    if plain in (sides.a, sides.b):
        return plain
    return "EUR" if via is not None and plain == via and "EUR" in (sides.a, sides.b) else ""


def _side(affair: int, sides: Sides) -> str:
    return {1: sides.a, 2: sides.b}.get(sides.acting.get(affair, 0), "")


def _number(figure: Figure) -> Number:
    by = who(figure.attributed_to) if figure.attributed_to else VOICES[figure.voice]
    return Number(
        measure=figure.measure,
        written=written(figure),
        low=f"{figure.value.low:f}",
        high=f"{figure.value.high:f}",
        unit=figure.unit,
        nature=figure.nature,
        whose=by,
        badge=badge(figure.check.verdict if figure.check else None),
        check=figure.check,
    )


def step_word(status: str | None) -> str:
    """A status in words: ``in force``, ``held``, ``called off``."""
    known = {"actual": "happened", "negated": "called off", "unknown": "named"}
    return known.get(status or "", (status or "named").replace("_", " "))


def step(shelf: Shelf, held: AffairStep) -> Step:
    """A step as a view shows it, with the text that first tells it."""
    number = shelf.number(held.document)
    source = shelf.source(number, held.record) if number is not None else None
    return Step(
        status=held.status or "",
        word=step_word(held.status),
        when=stretch(held.period) if held.period else None,
        told=source.published if source else None,
        source=source,
    )


def _sources(shelf: Shelf, members: Sequence[Member]) -> tuple[Source, ...]:
    """The texts behind an affair, each once, those first that tell it best."""
    found: dict[str, Source] = {}
    for member in members:
        number = shelf.number(member.document)
        if number is not None and member.document not in found and len(found) < MOST:
            found[member.document] = shelf.source(number, member.record, member.evidence)
    return tuple(found.values())
