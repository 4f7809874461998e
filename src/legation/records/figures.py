"""Figures."""

from collections.abc import Sequence

from legation.model import Figure, Reading, Statement


def extract(reading: Reading, said: Sequence[Statement]) -> list[Figure]:
    """To be written."""
    return []
