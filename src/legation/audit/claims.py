"""What a record claims, slot by slot in one plain line, so that a person can hold it against its
sentence.
"""

import re
from collections.abc import Iterable, Sequence

from legation.model import (
    Assertion,
    Document,
    Event,
    Figure,
    Instrument,
    Party,
    Period,
    Proposal,
    Record,
    Span,
    Statement,
    cover,
)
from legation.views.wording import name_of, period_words, who

OPEN, CLOSE = "[[", "]]"
"""What marks the evidence."""
LONGEST = 4000
"""How many characters of a text one cell may hold; a spreadsheet takes 32,767, a reader far
fewer.
"""
CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
"""What no cell can hold: control characters and halves of characters."""
AROUND = 300
"""How many characters before and after a sentence are shown."""


def kind_of(record: Record) -> str:
    """``event``, ``figure`` … as the ledger writes it."""
    return str(type(record).__struct_config__.tag)


def claim(record: Record, document: Document) -> str:
    """The record in one line, every slot that is filled with its name."""
    text = document.text
    if isinstance(record, Figure):
        parts = _figure(record)
    elif isinstance(record, Event):
        parts = _event(record)
    elif isinstance(record, Statement):
        parts = _statement(record, text)
    elif isinstance(record, Instrument):
        parts = _instrument(record)
    elif isinstance(record, Proposal):
        parts = _proposal(record, text)
    else:
        parts = _assertion(record)
    if record.inherited:
        parts.append(("from context", ", ".join(record.inherited)))
    head, *rest = [(name, words) for name, words in parts if words]
    return _line(
        "; ".join([f"{head[0]}: {head[1]}", *(f"{name}: {words}" for name, words in rest)])
    )


def marked(record: Record, text: str) -> str:
    """The sentence of a record, or the least piece of text that holds its evidence, with the
    evidence in ``[[…]]``.
    """
    whole = _whole(record)
    made, at = [], whole.start
    for span in _apart(record.evidence):
        made += [text[at : span.start], OPEN, span.of(text), CLOSE]
        at = span.end
    return _line("".join([*made, text[at : whole.end]]))


def around(record: Record, text: str) -> str:
    """What stands before the sentence and after it, with ``[…]`` in its place."""
    whole = _whole(record)
    before, after = (
        text[max(0, whole.start - AROUND) : whole.start],
        text[whole.end : whole.end + AROUND],
    )
    return _line(f"{before} […] {after}") if before.strip() or after.strip() else ""


def _whole(record: Record) -> Span:
    spans = [*record.evidence, *([record.sentence] if record.sentence else [])]
    return cover(spans) if spans else Span(0, 0)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def _line(words: str) -> str:
    """One line without breaks or runs of blanks."""
    joined = " ".join(CONTROL.sub(" ", words).split())
    return joined if len(joined) <= LONGEST else joined[: LONGEST - 1] + "…"


Parts = list[tuple[str, str | None]]


def _figure(record: Figure) -> Parts:
    change = record.change
    product = record.product
    return [
        ("measure", record.measure),
        ("of", record.of),
        ("value", f"{_size(record)}, written {record.value.written}"),
        ("qualifier", record.qualifier if record.qualifier != "exact" else None),
        ("reporter", name_of(record.reporter)),
        ("partner", name_of(record.partner)),
        ("in favour of", name_of(record.in_favour_of)),
        (
            "product",
            f"{product.name} ({' '.join(filter(None, (product.scheme, product.code)))})"
            if product
            else None,
        ),
        ("period", _time(record.period)),
        ("change", f"{change.kind}{_since(change.base)}" if change else None),
        ("nature", record.nature),
        ("on the word of", who(record.attributed_to) if record.attributed_to else None),
    ]


def _size(record: Figure) -> str:
    """``12.05 to 12.15 bn``: the interval of the written number with its unit."""
    low, high = record.value.low, record.value.high
    middle = f"{record.value.middle.normalize():,f}"
    return (
        f"{middle} {record.unit}"
        if low == high
        else f"{middle} {record.unit} ({low.normalize():,f} to {high.normalize():,f})"
    )


def _time(period: Period | None) -> str | None:
    words = period_words(period)
    return words if period is None or period.edtf == words else f"{words} ({period.edtf})"


def _since(base: Period | None) -> str:
    return f" since {_time(base)}" if base else ""


def _event(record: Event) -> Parts:
    place = record.place
    return [
        (
            "event",
            f"{_all(record.actors) or 'someone not named'} → {record.type} → "
            f"{_all(record.recipients) or 'nobody named'}",
        ),
        ("mode", record.mode),
        ("status", record.status + (", long before" if record.historical else "")),
        ("date", _time(record.date)),
        ("place", ", ".join(filter(None, (place.name, name_of(place.country)))) if place else None),
    ]


def _statement(record: Statement, text: str) -> Parts:
    venue = record.venue
    return [
        ("speaker", who(record.speaker)),
        ("stance", record.stance if record.stance != "affirms" else None),
        ("cue", " … ".join(span.of(text) for span in record.cue) or "none"),
        ("content", " … ".join(span.of(text) for span in record.content)),
        ("mode", record.mode),
        ("act", record.act if record.act != "speech" else None),
        ("to", who(record.addressee) if record.addressee else None),
        (
            "venue",
            ", ".join(filter(None, (venue.name, venue.place, _time(venue.date))))
            if venue
            else None,
        ),
    ]


def _instrument(record: Instrument) -> Parts:
    return [
        ("instrument", record.name),
        ("in full", record.full_name),
        ("sort", record.instrument),
        ("parties", _all(record.parties)),
        ("status", record.status),
        ("date", _time(record.date)),
        ("on the word of", who(record.attributed_to) if record.attributed_to else None),
    ]


def _proposal(record: Proposal, text: str) -> Parts:
    return [
        ("proposal", record.proposal),
        ("by", who(record.by)),
        ("to", _all(record.to)),
        ("content", " … ".join(span.of(text) for span in record.content)),
    ]


def _assertion(record: Assertion) -> Parts:
    return [
        ("assertion", record.assertion),
        ("subject", name_of(record.subject)),
        ("object", name_of(record.object)),
        ("measure", record.measure),
        ("direction", record.direction),
        ("reporter", name_of(record.reporter)),
        ("partner", name_of(record.partner)),
        ("product", record.product.name if record.product else None),
        ("period", _time(record.period)),
        ("on the word of", who(record.attributed_to) if record.attributed_to else None),
    ]


def _all(parties: Sequence[Party]) -> str:
    return " + ".join(who(party) for party in parties)
