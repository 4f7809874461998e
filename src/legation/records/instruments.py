"""Instruments."""

from collections.abc import Sequence

from legation.model import Instrument, Reading, Statement


def extract(reading: Reading, said: Sequence[Statement]) -> list[Instrument]:
    """To be written."""
    return []
