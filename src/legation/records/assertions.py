"""Assertions."""

from collections.abc import Sequence

from legation.model import Assertion, Reading, Statement


def extract(reading: Reading, said: Sequence[Statement]) -> list[Assertion]:
    """To be written."""
    return []
