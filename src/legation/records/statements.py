"""Who said what."""

from legation.model import Reading, Statement


def extract(reading: Reading) -> list[Statement]:
    """To be written."""
    return []
