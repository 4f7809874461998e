"""The parts of an entry: its date, parties, number, steps and texts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from legation.model import (
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
from legation.store.entries import in_dyads
from legation.views.cards import VOICES
from legation.views.questions.entries import Number, Source, Step, When, Who
from legation.views.questions.sentences import written
from legation.views.questions.shelves import Shelf
from legation.views.verdicts import badge
from legation.views.wording import name_of, period_words, who

MOST = 8
"""Texts that an entry quotes; ``documents`` says how many there are."""
UNDATED = 2
Held = asking.affairs.Held


class Sides(Struct, frozen=True):
    """The pair that a view is about, in the ledger's order, and by whom entries stand in it."""

    a: str = ""
    b: str = ""
    via: Mapping[int, str] = {}
    acting: Mapping[int, int] = {}


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


def parties(record: Record, sides: Sides, via: str | None) -> Iterator[Who]:
    """Everybody in a record, each in his part."""
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
                Who(
                    code=code, name=name_of(code) or code, part=part, side=side_of(code, sides, via)
                )
                for part, code in ends
                if code
            )
    if isinstance(record, Attributed) and record.attributed_to:
        held = [*held, ("attributed", record.attributed_to)]
    yield from (party(one, part, side_of(one.actor, sides, via)) for part, one in held if one)


def party(one: Party, part: str, side: str = "") -> Who:
    """A party as a view shows it."""
    named = name_of(one.actor) or one.name or "someone not named"
    return Who(code=one.actor, name=named, person=one.person, role=one.role, part=part, side=side)


def side_of(code: str | None, sides: Sides, via: str | None) -> str:
    """The side of the pair on which an actor stands; a bloc's member on that of its bloc."""
    if code is None:
        return ""
    plain = in_dyads(code)
    if plain in (sides.a, sides.b):
        return plain
    return "EUR" if via is not None and plain == via and "EUR" in (sides.a, sides.b) else ""


def number(figure: Figure) -> Number:
    """The value of a figure, with what its check found."""
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


def sources(shelf: Shelf, members: Sequence[Member]) -> tuple[Source, ...]:
    """The texts behind an affair, each once, those first that tell it best."""
    found: dict[str, Source] = {}
    for member in members:
        number = shelf.number(member.document)
        if number is not None and member.document not in found and len(found) < MOST:
            found[member.document] = shelf.source(number, member.record, member.evidence)
    return tuple(found.values())
