"""Growth."""

from collections.abc import Sequence

from legation.checks.findings import Finding
from legation.model import Figure, Reading, Record


def findings(reading: Reading, records: Sequence[Record], figures: Sequence[Figure]) -> list[Finding]:
    """To be written."""
    return []
