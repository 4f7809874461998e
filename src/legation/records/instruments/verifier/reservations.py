"""What speaks for a statement that the register seems to contradict: where any of it holds, there
is no verdict.

The register has the steps of an instrument as a whole. A country signs or joins later, a protocol
is signed beside it, a law takes effect long after its entry into force, an agreement is applied
before it: all true, and all at other dates.
"""

from collections.abc import Iterator
from datetime import date

from legation.lexicon import word_pattern, word_set
from legation.model import Period, Reading
from legation.records.instruments.candidates.names import Named
from legation.records.instruments.candidates.register import Row, stages
from legation.records.instruments.slots.status import Standing

LAST_KNOWN = date(2025, 12, 31)
"""Up to here the register's compiler knew what was held and signed; a later step may be missing."""
BESIDE = word_pattern("instruments", "reservations.beside")
"""Words of a text that speaks of a step beside the instrument's own."""
EFFECT = word_pattern("instruments", "reservations.effect")
FOR_ONE = word_set("instruments", "reservations.for_one")
FEW = 2


def against(reading: Reading, named: Named, row: Row, stated: Standing) -> str | None:
    """The first thing that could make the statement true beside the register, in words; none where
    nothing could.
    """
    return next((reason for reason in _all(reading, named, row, stated) if reason), None)


def _all(reading: Reading, named: Named, row: Row, stated: Standing) -> Iterator[str | None]:
    yield _later(stated.period)
    yield _beside(reading, named)
    yield _lent_year(reading, named, row, stated)
    if stated.status != "ended":
        yield _one_of_many(reading, named, row, stated)
        yield _in_effect(reading, named, row, stated)
        yield _applied_before(row, stated)


def _later(period: Period | None) -> str | None:
    late = period is not None and (period.end is None or period.end > LAST_KNOWN)
    return "the register may lack what came so late" if late else None


def _beside(reading: Reading, named: Named) -> str | None:
    found = BESIDE.search(reading.text(named.sentence.span).replace(reading.text(named.span), " "))
    return f"the text may mean a step beside it (“{found.group()}”)" if found else None


def _lent_year(reading: Reading, named: Named, row: Row, stated: Standing) -> str | None:
    """ "in April", whose year we supplied: the register's April may be meant."""
    start = stated.period.start if stated.period is not None else None
    if start is None or str(start.year) in reading.text(named.sentence.span):
        return None
    return (
        "the text does not say in which year"
        if any(s.first_day.month == start.month for s in stages(row))
        else None
    )


def _one_of_many(reading: Reading, named: Named, row: Row, stated: Standing) -> str | None:
    """Of an instrument with many parties: what one of them did, or what began for one of them."""
    verb = stated.verb
    if 0 < len(row.parties) <= FEW or verb is None:
        return None
    sentence = named.sentence
    subjects = [
        t
        for t in sentence.children(verb, "nsubj")
        if not named.span.holds(t.span) and t.tag not in {"WDT", "WP"}
    ]
    members = [
        noun
        for preposition in sentence.children(verb, "prep", "agent")
        if preposition.lower in FOR_ONE
        for noun in sentence.children(preposition, "pobj")
        if any(a.actor and a.span.overlaps(noun.span) for a in reading.actors)
    ]
    return "one of its many parties may have taken the step later" if subjects or members else None


def _in_effect(reading: Reading, named: Named, row: Row, stated: Standing) -> str | None:
    """A law, and much of an agreement, applies from a later day than that of its entry into
    force.
    """
    first = _day(row, "in_force")
    if first is None or (stated.status, stated.denied) == ("unknown", None):
        return None
    loose = row.kind == "law" or EFFECT.search(reading.text(named.sentence.span)) is not None
    after = stated.period is None or stated.period.end is None or stated.period.end >= first
    return (
        "parts of it may take effect later than it enters into force" if loose and after else None
    )


def _applied_before(row: Row, stated: Standing) -> str | None:
    """Agreements of the EU are applied provisionally before they enter into force, and called in
    force.
    """
    signed, first = _day(row, "signed"), _day(row, "in_force")
    if stated.status != "in_force" or "EUR" not in row.parties or signed is None or first is None:
        return None
    then = stated.period.end if stated.period is not None else None
    between = then is None or signed <= then <= first
    return "it may have been applied provisionally before" if between else None


def _day(row: Row, status: str) -> date | None:
    return next((stage.first_day for stage in stages(row) if stage.status == status), None)
