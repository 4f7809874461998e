"""Agreements, projects, formats, summits, laws and funds, with the status that the text gives
them.
"""

from collections.abc import Sequence

from legation.model import Instrument, Reading, Statement, content_id
from legation.records.attribution import attribute
from legation.records.confidence import tier
from legation.records.instruments.candidates import names
from legation.records.instruments.candidates.names import CONFIDENCE, Named
from legation.records.instruments.slots import parties, status
from legation.records.instruments.slots.status import Standing
from legation.records.instruments.verifier import rulings

__all__ = ["extract"]


def extract(reading: Reading, said: Sequence[Statement]) -> list[Instrument]:
    """The instruments that a reading names.

    Args:
        reading: sentences and mentions of one document.
        said: its statements; they tell on whose word a status stands.

    Returns:
        One record for each instrument and each status that the text gives it; where it gives none,
        one record.
    """
    held: dict[str, list[tuple[Named, Standing]]] = {}
    for named in names.find(reading):
        held.setdefault(_key(named, held), []).append((named, status.of(reading, named)))
    return [_record(reading, said, *one) for same in held.values() for one in _distinct(same)]


def _key(named: Named, held: dict[str, list[tuple[Named, Standing]]]) -> str:
    """The register's name, or the name as written; an acronym joins the name that it was spelt out
    with.
    """
    if named.row is not None:
        return named.row.name
    low = named.name.lower()
    spelt = (key for key, found in held.items() if any(n.acronym == named.name for n, _ in found))
    return next(spelt, low)


def _distinct(same: list[tuple[Named, Standing]]) -> list[tuple[Named, Standing]]:
    kept: dict[str, tuple[Named, Standing]] = {}
    for named, state in same:
        before = kept.get(state.status)
        if before is None or (before[1].period is None and state.period is not None):
            kept[state.status] = (named, state)
    told = [one for status, one in kept.items() if status != "unknown"]
    return told or list(kept.values())[:1]


def _record(
    reading: Reading, said: Sequence[Statement], named: Named, state: Standing
) -> Instrument:
    on_word_of = attribute(reading, named.span, said)
    row = named.row
    found, inherited = parties.of(reading, named, state)
    confidence = CONFIDENCE[named.pattern]
    return Instrument(
        id=content_id("instrument", reading.key, *named.span, state.status),
        evidence=(named.span,),
        sentence=named.sentence.span,
        said_in=on_word_of.said_in,
        confidence=confidence,
        tier=tier("instrument", confidence),
        inherited=("parties",) if inherited else (),
        instrument=named.kind,
        name=named.name,
        full_name=row.name if row is not None and row.name != named.name else None,
        parties=found,
        date=state.period,
        status=state.status,
        attributed_to=on_word_of.attributed_to,
        voice=on_word_of.voice,
        check=rulings.ruling(reading, named, row, state) if row is not None else None,
    )
