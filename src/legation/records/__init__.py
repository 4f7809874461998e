"""Mention -> Record: statements, events, figures, instruments, proposals, assertions."""

from legation.model import Reading, Record
from legation.records import assertions, events, figures, instruments, proposals, statements

__all__ = ["extract"]


def extract(reading: Reading) -> list[Record]:
    """All six kinds of record that a reading holds, in the order of the text.

    Statements come first: they tell the others on whose word they stand.
    """
    said = statements.extract(reading)
    found: list[Record] = [
        *said,
        *events.extract(reading, said),
        *figures.extract(reading, said),
        *instruments.extract(reading, said),
        *proposals.extract(reading, said),
        *assertions.extract(reading, said),
    ]
    return sorted(found, key=lambda record: (record.evidence, type(record).__name__, record.id))
