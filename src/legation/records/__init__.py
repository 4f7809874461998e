"""Mention -> Record: statements, events, figures, instruments, proposals, assertions."""

from legation.model import Reading, Record
from legation.records import assertions, events, figures, instruments, proposals, statements
from legation.records.confidence import calibrated

__all__ = ["extract", "found"]


def extract(reading: Reading) -> list[Record]:
    """All six kinds of record that a reading holds, in the order of the text, each as sure as its
    like proved to be.
    """
    return [calibrated(record) for record in found(reading)]


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
    return sorted(held, key=lambda record: (record.evidence, type(record).__name__, record.id))
