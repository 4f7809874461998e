"""Proposals."""

from collections.abc import Sequence

from legation.model import Proposal, Reading, Statement


def extract(reading: Reading, said: Sequence[Statement]) -> list[Proposal]:
    """To be written."""
    return []
