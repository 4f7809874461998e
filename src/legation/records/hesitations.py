"""What a record is not sure of, in words: ``doubtful`` fields beside the core, ``uncertain`` ones
in it.

A doubtful field is shown with a question mark and decides nothing; a record whose core is less
sure is ``possible`` and says which field of the core, and why.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from legation.model import (
    CORE,
    Event,
    Figure,
    Party,
    Proposal,
    Reading,
    Record,
    Statement,
)

LENT = "lent from the day of publication"
CONTEXT = "taken from the words around it"
NEARBY = "by words of the clause alone"
FLOWS = ("trade_total", "exports", "imports", "balance")


def weighed(reading: Reading, record: Record) -> Record:
    """The record with its doubts; nothing is taken from it."""
    doubts = dict(_doubts(reading, record))
    if record.tier == "sure":
        return replace(record, doubtful=doubts, uncertain={})
    found = record.uncertain | dict(_uncertain(record, raised=bool(record.uncertain)))
    return replace(record, doubtful=doubts, uncertain=found)


def _doubts(reading: Reading, record: Record) -> Iterator[tuple[str, str]]:
    core = CORE[type(record)]
    for name in record.inherited:
        if name not in (*core, "date") and getattr(record, name, None):
            yield name, CONTEXT
    if isinstance(record, Event):
        yield from _of_event(record)
    elif isinstance(record, Figure):
        yield from _of_figure(record)
    elif isinstance(record, Statement):
        yield from _of_statement(reading, record)


def _of_event(event: Event) -> Iterator[tuple[str, str]]:
    if event.date_from == "published":
        yield "date", LENT
    elif event.date is not None and event.date.start is None and event.date.end is None:
        yield "date", "the text has no date that completes it"
    if len(event.contexts) > 2:
        yield "contexts", NEARBY
    if event.place is not None and event.place.country is None:
        yield "place", "no table has the place"


def _of_figure(figure: Figure) -> Iterator[tuple[str, str]]:
    if figure.change is not None and figure.change.base is not None:
        base, period = figure.change.base, figure.period
        known = period is not None and period.start is not None and base.start is not None
        if known and base.start >= period.start:  # type: ignore[union-attr, operator]
            yield "change", "the base does not lie before the period"
    if figure.attributed_to is not None and figure.attributed_to.actor is None:
        yield "attributed_to", "nobody known by that name"


def _of_statement(reading: Reading, statement: Statement) -> Iterator[tuple[str, str]]:
    content = sum(s.end - s.start for s in statement.content)
    named = any(
        a.actor or a.members
        for a in reading.actors
        if any(s.start <= a.span.start < s.end for s in statement.content)
    )
    if statement.about and not named and content:
        yield "about", "the pair under discussion; its own words name nobody"
    if statement.addressee is not None and statement.addressee.actor is None:
        yield "addressee", "nobody known by that name"


def _uncertain(record: Record, *, raised: bool) -> Iterator[tuple[str, str]]:
    """Fields of the core that keep a record from being sure, with the reason; at least one unless a
    doubt was ``raised`` already.
    """
    found = [(name, CONTEXT) for name in record.inherited if name in CORE[type(record)]]
    found += list(_missing(record))
    if not found and not raised:
        first = CORE[type(record)][0 if not isinstance(record, Statement) else 1]
        rate = f"{record.confidence:.0%} of such records proved right"
        found = [(first, rate)]
    yield from dict(found).items()


def _missing(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Figure):
        if record.measure in FLOWS and record.reporter is None and record.partner is None:
            yield "reporter", "nobody is named"
        if record.measure in FLOWS and record.period is None:
            yield "period", "no time is told"
        if record.measure == "share" and not record.of:
            yield "of", "it is not told of what"
        if record.nature in ("pledge", "target", "forecast"):
            yield "nature", "it has not come about"
    elif isinstance(record, Event):
        yield from _nameless("actors", record.actors)
        yield from _nameless("recipients", record.recipients)
    elif isinstance(record, Statement):
        yield from _nameless("speaker", (record.speaker,))
    elif isinstance(record, Proposal):
        yield from _nameless("by", (record.by,))


def _nameless(field: str, parties: tuple[Party | None, ...]) -> Iterator[tuple[str, str]]:
    if any(p is None for p in parties):
        yield field, "nobody is named"
    named = next((p for p in parties if p is not None and p.actor is None), None)
    if named is not None:
        yield field, f"no country or body for “{named.person or named.name or 'whoever it is'}”"
