"""Mention -> Record: statements, events, figures, instruments, proposals, assertions."""

from legation.model import Reading, Record
from legation.records import (
    aboutness,
    assertions,
    bases,
    dating,
    events,
    figures,
    hesitations,
    identities,
    instruments,
    proposals,
    statements,
)
from legation.records.confidence import calibrated

__all__ = ["extract", "found"]


def extract(reading: Reading) -> list[Record]:
    """All six kinds of record that a reading holds, in the order of the text, each as sure as its
    like proved to be; with its anchor, where its date comes from, whom it is about, and what it is
    not sure of.
    """
    held = [calibrated(record) for record in found(reading)]
    told = aboutness.told(reading, bases.based(reading, dating.dated(reading, held)))
    return [hesitations.weighed(reading, record) for record in told]


def found(reading: Reading) -> list[Record]:
    """The same with the raw scores of their rooms, from which the curves of confidence are read.

    Statements come first: they tell the others on whose word they stand.
    """
    said = statements.extract(reading)
    held: list[Record] = [
        *said,
        *events.extract(reading, said),
        *figures.extract(reading, said),
        *instruments.extract(reading, said),
        *proposals.extract(reading, said),
        *assertions.extract(reading, said),
    ]
    ordered = sorted(held, key=lambda record: (record.evidence, type(record).__name__, record.id))
    return identities.anchored(reading, ordered)
