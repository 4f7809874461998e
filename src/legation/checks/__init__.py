"""Figure or Assertion + observations -> Check."""

from collections.abc import Sequence

from legation.model import Answer, Question, Reading, Record

__all__ = ["judge", "questions"]


def questions(reading: Reading, records: Sequence[Record]) -> list[Question]:
    """To be written: what the records ask of the statistics, under every definition that the text states or licenses."""
    return []


def judge(reading: Reading, records: Sequence[Record], answers: Sequence[Answer]) -> list[Record]:
    """To be written: the same records, figures and assertions with their checks."""
    return list(records)
