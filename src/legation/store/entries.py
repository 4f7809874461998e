"""What the ledger's columns hold of a record: numbers for its words, its days, who stands in it in
which part, and between whom it stands. Pure functions of one record.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Party,
    Period,
    Proposal,
    Record,
    Statement,
)
from legation.model.account import Kind
from legation.model.records import type_of
from legation.store import codes, days

MANY = 8
"""An entry with more parties stands in a dyad only where actor and recipient are told."""
WORLD = "WLD"
BODIES = {"IGO", "UNO", "NGO", "ISM", "IMG", "MNC"}
"""PLOVER codes that say only what sort of body it is: the body itself stands in the dyad."""
OWN, LENT, NONE = 0, 1, 2
"""Whose the day of an entry is: its own, lent from the publication, or none (it stands by that)."""

KINDS: dict[type, Kind] = {
    Event: "event",
    Figure: "figure",
    Statement: "statement",
    Instrument: "instrument",
    Proposal: "proposal",
    Assertion: "assertion",
}
_TYPES = {kind: codes.numbers("type", kind) for kind in codes.KIND}
_STATUSES = {kind: codes.numbers("status", kind) for kind in codes.KIND}


class Facts(Struct, frozen=True, gc=False):
    """The columns of a record."""

    kind: int
    type: int
    status: int
    tier: int
    day: int
    day_end: int
    day_from: int | None
    lent: int
    verdict: int


class Part(Struct, frozen=True, gc=False):
    """Somebody in a record: an actor's code, a person, or both, in a part (codes.toml: role)."""

    role: int
    actor: str | None
    person: str | None = None
    name: str | None = None


def kind(record: Record) -> Kind:
    """The contract's word for its kind."""
    return KINDS[type(record)]


def facts(record: Record, published: int) -> Facts:
    """The columns of a record of a document published on that day (its number; 0 for none)."""
    word = KINDS[type(record)]
    first, last, day_from, lent = _days(record, published)
    check = getattr(record, "check", None)
    return Facts(
        codes.KIND[word],
        _TYPES[word].get(type_of(record), codes.UNKNOWN),
        _STATUSES[word].get(status_of(record) or "", codes.UNKNOWN),
        codes.TIER[record.tier],
        first,
        last,
        day_from,
        lent,
        codes.VERDICT[check.verdict] if check is not None else codes.UNKNOWN,
    )


def status_of(record: Record) -> str | None:
    """Its status; of a statement the stance, of a figure its nature."""
    match record:
        case Event() | Instrument():
            return record.status
        case Statement():
            return record.stance
        case Figure():
            return record.nature
    return None


def period_of(record: Record) -> Period | None:
    """When it happened, was said, or what time a figure is of."""
    match record:
        case Event() | Instrument():
            return record.date
        case Figure() | Assertion():
            return record.period
        case Statement() if record.venue is not None:
            return record.venue.date
    return None


def _days(record: Record, published: int) -> tuple[int, int, int | None, int]:
    """First day, last day, where they come from, and whose they are."""
    period = period_of(record)
    start = (period.start or period.end) if period else None
    end = (period.end or period.start) if period else None
    if start is None or end is None:
        if isinstance(record, Statement | Proposal):
            return published, published, codes.DATE_FROM["published"], OWN if published else NONE
        return published, published, None, NONE
    whence = getattr(record, "date_from", None) or _unsaid(record)
    lent = LENT if whence == "published" else OWN
    return days.number(start), days.number(end), codes.DATE_FROM[whence], lent


def _unsaid(record: Record) -> str:
    """Where a date comes from in a ledger of a reader that did not say."""
    return "published" if {"date", "period"} & set(record.inherited) else "own"


def parts(record: Record) -> Iterator[Part]:
    """Everybody in a record, each in his part."""
    match record:
        case Event():
            yield from _parties("actor", record.actors)
            yield from _parties("recipient", record.recipients)
        case Statement():
            yield from _parties("speaker", (record.speaker,))
            yield from _parties("addressee", (record.addressee,))
            yield from _codes("about", record.about)
        case Figure():
            yield from _codes("reporter", (record.reporter,))
            yield from _codes("partner", (record.partner,))
            yield from _codes("in_favour_of", (record.in_favour_of,))
            yield from _parties("attributed_to", (record.attributed_to,))
        case Instrument():
            yield from _parties("party", record.parties)
            yield from _parties("attributed_to", (record.attributed_to,))
        case Proposal():
            yield from _parties("by", (record.by,))
            yield from _parties("to", record.to)
            yield from _codes("about", record.about)
        case Assertion():
            yield from _codes("reporter", (record.reporter,))
            yield from _codes("partner", (record.partner,))
            yield from _codes("about", record.about)
            yield from _parties("attributed_to", (record.attributed_to,))


def _parties(role: str, held: Sequence[Party | None]) -> Iterator[Part]:
    for party in held:
        if party is not None and (party.actor or party.person):
            yield Part(codes.ROLE[role], party.actor, party.person, party.name)


def _codes(role: str, held: Sequence[str | None]) -> Iterator[Part]:
    for code in held:
        if code:
            yield Part(codes.ROLE[role], code)


def in_dyads(code: str) -> str:
    """The code under which an actor stands in a dyad: an institution under its state or union."""
    head, _, body = code.partition(":")
    return code if not body or head in BODIES else head


def pairs(record: Record) -> dict[tuple[str, str], str | None]:
    """Between whom a record stands: each pair in the order of its codes, with who acts or speaks
    (``None``: neither, or both).
    """
    made: dict[tuple[str, str], str | None] = {}
    for one, other, acting in _sides(record):
        if one == other or WORLD in (one, other):
            continue
        pair = (one, other) if one < other else (other, one)
        made[pair] = acting if made.get(pair, acting) == acting else None
    return made


def _sides(record: Record) -> Iterator[tuple[str, str, str | None]]:
    match record:
        case Event():
            yield from _between(_actors(record.actors), _actors(record.recipients))
        case Statement():
            yield from _directed(
                _actors((record.speaker,)), _all((*record.about, *_actors((record.addressee,))))
            )
        case Figure() | Assertion() if record.reporter and record.partner:
            one, other = in_dyads(record.reporter), in_dyads(record.partner)
            whole = isinstance(record, Figure) and record.measure == "trade_total"
            yield one, other, None if whole else one
        case Assertion():
            yield from _among(_all(record.about))
        case Instrument():
            yield from _among(_actors(record.parties))
        case Proposal():
            yield from _directed(_actors((record.by,)), _all((*_actors(record.to), *record.about)))


def _between(actors: list[str], recipients: list[str]) -> Iterator[tuple[str, str, str | None]]:
    if actors and recipients:
        yield from _directed(actors, recipients)
    else:
        yield from _among(actors)


def _directed(actors: list[str], recipients: list[str]) -> Iterator[tuple[str, str, str | None]]:
    for one in actors:
        for other in recipients:
            yield one, other, one


def _among(actors: list[str]) -> Iterator[tuple[str, str, str | None]]:
    if len(actors) <= MANY:
        for one, other in combinations(actors, 2):
            yield one, other, None


def _actors(held: Sequence[Party | None]) -> list[str]:
    return _all([party.actor for party in held if party is not None])


def _all(held: Sequence[str | None]) -> list[str]:
    return list(dict.fromkeys(in_dyads(code) for code in held if code))
