"""Events."""

from collections.abc import Sequence

from legation.model import Event, Reading, Statement


def extract(reading: Reading, said: Sequence[Statement]) -> list[Event]:
    """To be written."""
    return []
