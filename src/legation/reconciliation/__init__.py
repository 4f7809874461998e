"""Record -> links: one record for one event said twice, copies, conflicts; judgements that can be undone."""

from collections.abc import Sequence

from legation.model import Reading, Record

__all__ = ["within"]


def within(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """To be written: one record for one event said twice in a document."""
    return list(records)
