"""What a careful reader expects of an article, held against its ledger, field by field.

The format stands in ``corpora/aside/README.md``. An expectation asks only for the fields that it
names; codes are compared by country or family of bodies (``EUR:commission`` counts as ``EUR``).
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

import msgspec
from msgspec import Struct

from corpus.slots import land, same_days
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
from legation.model.records import type_of

Words = str | tuple[str, ...]
LONGEST = 3, 200
"""Evidence longer than this many times the quote and so many characters is evidence of nothing."""


class Expectation(
    Struct, frozen=True, forbid_unknown_fields=True, rename={"sort": "is", "forbidden": "not"}
):
    """One record that must, or must not, stand at some words of a text."""

    kind: str
    quote: str
    forbidden: bool = False
    sort: Words | None = None
    measure: Words | None = None
    unit: Words | None = None
    value: Decimal | None = None
    status: Words | None = None
    mode: Words | None = None
    nature: Words | None = None
    stance: Words | None = None
    parties: tuple[str, ...] | None = None
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    person: str | None = None
    role: str | None = None
    name: str | None = None
    in_favour_of: str | None = None
    period: str | None = None


def load(path: Path) -> list[Expectation]:
    """The expectations of a file; raises ``msgspec.ValidationError`` where one is not as the
    format says.
    """
    return msgspec.json.decode(path.read_bytes(), type=list[Expectation])


def standing(records: Iterable[Record], want: Expectation, text: str) -> list[Record]:
    """The records of the expected kind that stand at its quote, the nearest first."""
    start = text.index(want.quote)
    place = set(range(start, start + len(want.quote)))
    times, more = LONGEST
    found: list[tuple[int, int, int, Record]] = []
    for record in records:
        held = _letters(record, text)
        if kind_of(record) == want.kind and len(held) <= times * len(place) + more:
            shared = len(held & place)
            if shared:
                found.append((-shared, len(held), len(found), record))
    return [record for *_, record in sorted(found, key=lambda each: each[:3])]


def _letters(record: Record, text: str) -> set[int]:
    content = record.content if isinstance(record, Statement | Proposal) else ()
    return {
        place
        for span in (*record.evidence, *content)
        for place in range(*span)
        if text[place].isalnum()
    }


def kind_of(record: Record) -> str:
    """The contract's word for the kind of a record."""
    return type(record).__name__.lower()


Test = Callable[[Record, Expectation], bool]


def _equal(field: str) -> Test:
    def test(record: Record, want: Expectation) -> bool:
        allowed = getattr(want, field)
        return getattr(record, field, None) in ((allowed,) if isinstance(allowed, str) else allowed)

    return test


def _sort(record: Record, want: Expectation) -> bool:
    allowed = (want.sort,) if isinstance(want.sort, str) else want.sort or ()
    return type_of(record) in allowed


def _value(record: Record, want: Expectation) -> bool:
    if not isinstance(record, Figure) or want.value is None:
        return False
    return record.value.low <= want.value <= record.value.high


def _parties(record: Record, want: Expectation) -> bool:
    return lands(want.parties) <= lands(_sides(record))


def _sides(record: Record) -> Iterable[str | None]:
    if isinstance(record, Figure | Assertion):
        yield from (record.reporter, record.partner)
    if isinstance(record, Instrument):
        yield from (party.actor for party in record.parties)


def _actors(record: Record, want: Expectation) -> bool:
    return isinstance(record, Event) and lands(want.actors) <= _codes(record.actors)


def _recipients(record: Record, want: Expectation) -> bool:
    if not isinstance(record, Event):
        return False
    return lands(want.recipients) <= _codes((*record.recipients, *record.actors))


def lands(codes: Iterable[str | None] | None) -> set[str]:
    """Codes by country or family of bodies."""
    return {code for each in codes or () if (code := land(each))}


def _codes(parties: Iterable[Party]) -> set[str]:
    return lands(party.actor for party in parties)


def _written(*fields: str) -> Test:
    """Whether the wanted words stand in one of some fields of whoever acts or speaks in it."""

    def test(record: Record, want: Expectation) -> bool:
        asked = str(getattr(want, fields[0])).lower()
        own = (getattr(record, field, None) for field in fields)
        others = (getattr(who, field, None) for who in _people(record) for field in fields)
        return any(asked in each.lower() for each in (*own, *others) if isinstance(each, str))

    return test


def _people(record: Record) -> Iterable[Party]:
    match record:
        case Statement():
            return () if record.speaker is None else (record.speaker,)
        case Proposal():
            return () if record.by is None else (record.by,)
        case Event():
            return (*record.actors, *record.recipients)
        case _:
            return ()


def _period(record: Record, want: Expectation) -> bool:
    period = getattr(record, "date" if isinstance(record, Event | Instrument) else "period", None)
    return isinstance(period, Period) and same_days(period, want.period or "")


TESTS: dict[str, Test] = {
    "sort": _sort,
    **{field: _equal(field) for field in ("measure", "unit", "status", "mode", "nature")},
    "stance": _equal("stance"),
    "in_favour_of": lambda record, want: (
        isinstance(record, Figure) and land(record.in_favour_of) == want.in_favour_of
    ),
    "value": _value,
    "parties": _parties,
    "actors": _actors,
    "recipients": _recipients,
    "person": _written("person", "name"),
    "role": _written("role"),
    "name": _written("name", "full_name", "person"),
    "period": _period,
}
CORE: dict[str, frozenset[str]] = {
    "statement": frozenset({"person", "name", "stance"}),
    "event": frozenset({"sort", "actors", "recipients", "status"}),
    "figure": frozenset({"value", "unit", "measure", "parties", "period", "in_favour_of"})
    | frozenset({"nature"}),
    "instrument": frozenset({"parties"}),
    "proposal": frozenset(),
    "assertion": frozenset(),
}
"""Fields that an expectation can ask for and that the ledger's contract counts to the core."""


def asked(want: Expectation) -> list[str]:
    """The fields that an expectation asks for."""
    return [field for field in TESTS if getattr(want, field) is not None]


def right(record: Record, want: Expectation) -> set[str]:
    """The fields asked for that a record has right."""
    return {field for field in asked(want) if TESTS[field](record, want)}


def best(records: Iterable[Record], want: Expectation) -> Record | None:
    """The record that has most of the fields right; the nearest of several."""
    return max(records, key=lambda record: len(right(record, want)), default=None)
