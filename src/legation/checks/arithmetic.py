"""The document's own arithmetic, before any series."""

from collections.abc import Sequence

from legation.checks import growths, shares, sums
from legation.checks.findings import Finding
from legation.model import Figure, Reading, Record

__all__ = ["Finding", "findings"]


def findings(reading: Reading, records: Sequence[Record]) -> list[Finding]:
    """What the figures of a document say of each other; several findings may concern one figure."""
    figures = [record for record in records if isinstance(record, Figure)]
    rooms = (sums, growths, shares)
    return [finding for room in rooms for finding in room.findings(reading, records, figures)]
