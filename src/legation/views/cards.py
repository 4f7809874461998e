"""One record -> one card: what it says, on whose word, and what the check found. No mark-up
here.
"""

from collections.abc import Set

from msgspec import Struct

from legation.lexicon import provenance
from legation.model import (
    Assertion,
    Attributed,
    Document,
    Event,
    Figure,
    Instrument,
    Observation,
    Party,
    Proposal,
    Record,
    Span,
    Statement,
)
from legation.views import events
from legation.views.gauges import Gauge, gauge
from legation.views.verdicts import Badge, badge
from legation.views.wording import amount, minus, name_of, period_words, subject, who

VOICES = {
    "outlet": "in the text's own voice",
    "unattributed": "not attributed to anyone",
    "official": "on an official's word",
    "expert": "on an expert's word",
}
STANCES = {"denies": "denies", "doubts": "doubts", "declines": "declines to say"}
"""How a speaker stands to what follows where he does not stand by it; said first."""
MODES = {"direct": "in their words", "indirect": "reported", "mixed": "partly in their words"}


class Source(Struct, frozen=True):
    """An official value as a reader cites it."""

    value: str
    what: str
    dataset: str
    series: str
    vintage: str
    address: str
    note: str
    """What stands behind the address: by whom it was collected."""
    licence: str | None
    whose: str = ""
    """Who published it, and when: ``Eurostat, January 2023``."""


class Card(Struct, frozen=True, kw_only=True):
    """An entry of the brief. ``number`` stands in the text too; ``head`` is its fact in a line,
    ``quote`` the source's words.
    """

    number: int
    kind: str
    head: str
    value: str | None = None
    quote: str
    label: str | None = None
    """The mode, status or type in a word."""
    direct: bool = False
    """Whether ``quote`` is somebody's own words, to be shown between quotation marks."""
    whose: str | None = None
    badge: Badge | None = None
    gauge: Gauge | None = None
    because: tuple[str, ...] = ()
    official: tuple[Source, ...] = ()
    nearby: tuple[Source, ...] = ()
    tried: int = 0
    inherited: tuple[str, ...] = ()
    possible: bool = False
    status: str | None = None
    """Of an event or agreement: whether it has happened, as the contract writes it."""
    spans: tuple[Span, ...] = ()
    record: str


def card(number: int, record: Record, document: Document, known: Set[str] = frozenset()) -> Card:
    """The card of a record. ``known`` are the persons that the reader has met before: their name
    is enough.
    """
    spans = record.content if isinstance(record, Statement | Proposal) else record.evidence
    check = record.check if isinstance(record, Attributed) else None
    quote = quoted(document, spans).removeprefix("that ")
    face = _face(record, known, quote)
    return Card(
        number=number,
        record=record.id,
        kind=type(record).__name__.lower(),
        head=face.head,
        value=face.value,
        label=face.label,
        quote=quote,
        direct=isinstance(record, Statement) and record.mode == "direct",
        spans=spans,
        whose=questioned(record, "attributed_to", _whose(record))
        if isinstance(record, Figure | Assertion)
        else None,
        badge=badge(check.verdict if check else None)
        if isinstance(record, Figure | Assertion) or check
        else None,
        gauge=gauge(record) if isinstance(record, Figure) else None,
        because=check.because if check else _offices(record, known),
        official=tuple(_source(o) for o in check.observations) if check else (),
        nearby=tuple(_source(o) for o in check.nearby) if check else (),
        tried=check.tried if check else 0,
        inherited=record.inherited,
        possible=record.tier == "possible",
        status=record.status if isinstance(record, Event | Instrument) else None,
    )


def questioned(record: Record, field: str, words: str | None) -> str | None:
    """A slot's words, with a question mark where the slot is doubtful."""
    return f"{words}?" if words and field in record.doubtful else words


def _offices(record: Record, known: Set[str]) -> tuple[str, ...]:
    """What became of the offices of those who speak, propose or act, once for each person that the
    reader has not met yet.
    """
    match record:
        case Statement():
            held = [record.speaker]
        case Proposal():
            held = [record.by]
        case Event():
            held = [*record.actors, *record.recipients]
        case _:
            held = []
    told = dict.fromkeys(
        (one.person, one.office) for one in held if one and one.office and one.person not in known
    )
    return tuple(f"{person}: {office}" for person, office in told)


def quoted(document: Document, spans: tuple[Span, ...]) -> str:
    """The words under some spans, with an ellipsis where they part; white space folded."""
    return " … ".join(" ".join(span.of(document.text).split()) for span in spans)


class Face(Struct, frozen=True):
    """What differs from kind to kind: the fact in a line, its value, and its mode or status in a
    word.
    """

    head: str
    value: str | None = None
    label: str | None = None


def _face(record: Record, known: Set[str], quote: str) -> Face:
    match record:
        case Figure():
            return Face(
                subject(record),
                _written(record),
                None if record.nature == "flow" else record.nature,
            )
        case Event():
            return _event(record, quote)
        case Statement():
            return _statement(record, known)
        case Instrument():
            return _instrument(record)
        case Proposal():
            to = f" → {_names(record.to)}" if record.to else ""
            return Face(f"{who(record.by) if record.by else 'the text'}{to}", label=record.proposal)
        case Assertion():
            parts = (name_of(record.subject), name_of(record.object), period_words(record.period))
            return Face(
                " · ".join(part for part in parts if part) or record.assertion,
                label=record.assertion,
            )


def _written(figure: Figure) -> str:
    favour = f" in favour of {name_of(figure.in_favour_of)}" if figure.in_favour_of else ""
    sign = (
        "−"
        if figure.measure == "growth"
        and figure.value.high < 0
        and not figure.value.written.startswith(("-", "−"))
        else ""
    )
    about = {
        "about": "about ",
        "over": "over ",
        "under": "under ",
        "at_least": "at least ",
        "at_most": "at most ",
    }
    lead = about.get(figure.qualifier, "")
    shown = " ".join(figure.value.written.split())
    shown = minus(shown) if figure.measure == "growth" else shown
    return f"{'' if shown.lower().startswith(lead.strip()) else lead}{sign}{shown}{favour}"


def _whose(record: Attributed) -> str:
    if record.attributed_to is not None:
        named = record.voice in {
            "official",
            "unattributed",
        }  # who is named is somebody, whatever office it is
        return (
            who(record.attributed_to)
            if named
            else f"{who(record.attributed_to)}, {VOICES[record.voice]}"
        )
    return VOICES[record.voice]


def _source(observation: Observation) -> Source:
    address, _, note = observation.source.partition(" ")
    return Source(
        amount(observation.value, observation.unit),
        observation.definition,
        observation.dataset,
        observation.series,
        observation.vintage,
        address,
        note,
        observation.licence,
        provenance.words(observation.dataset, observation.vintage),
    )


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(who(p) for p in parties)


def _event(event: Event, quote: str) -> Face:
    what, status = events.heading(event, quote)
    arrow = f" → {_names(event.recipients)}" if event.recipients else ""
    beside = [
        questioned(event, "date", period_words(event.date)),
        questioned(event, "place", event.place.name if event.place else None),
    ]
    tail = "".join(f" · {part}" for part in beside if part)
    return Face(f"{_names(event.actors)}{arrow}{tail}", what, status)


def _statement(statement: Statement, known: Set[str]) -> Face:
    person = statement.speaker.person if statement.speaker else None
    stands = STANCES.get(statement.stance)
    label = f"{stands} · {MODES[statement.mode]}" if stands else MODES[statement.mode]
    if person in known:
        return Face(_standing(person or "", stands), label=label)
    venue = statement.venue
    where = (
        ", ".join(w for w in (venue.name, venue.place, period_words(venue.date)) if w)
        if venue
        else ""
    )
    where = questioned(statement, "venue", where) or ""
    told = f" to {who(statement.addressee)}" if statement.addressee else ""
    told = questioned(statement, "addressee", told) or ""
    head = f"{who(statement.speaker)}{told}" + (f" · {where}" if where else "")
    return Face(_standing(head, stands), label=label)


def _standing(head: str, stands: str | None) -> str:
    """Who speaks, and that he denies or doubts: a heading never gives a denial as said."""
    return f"{head} {stands}" if stands else head


def _instrument(instrument: Instrument) -> Face:
    parties = ", ".join(dict.fromkeys(name_of(p.actor) or who(p) for p in instrument.parties))
    date = questioned(instrument, "date", period_words(instrument.date))
    tail = "".join(f" · {part}" for part in (parties, date) if part)
    known = None if instrument.status == "unknown" else instrument.status.replace("_", " ")
    status = questioned(instrument, "status", known)
    return Face(f"{instrument.full_name or instrument.name}{tail}", instrument.instrument, status)
