"""Official series: questions in, observations out."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from legation.model import Answer, Question

__all__ = ["Statistics", "embedded"]


class Statistics(Protocol):
    """Whatever can answer questions about official series."""

    def observe(self, questions: Iterable[Question]) -> Sequence[Answer]:
        """One answer a question, in order; an absence is an answer, never an exception."""
        ...


class _Nothing:
    def observe(self, questions: Iterable[Question]) -> Sequence[Answer]:
        return [Answer(question=q, observation=None, absence="not_at_hand", reason="no series at hand") for q in questions]


def embedded() -> Statistics:
    """To be written: the snapshot in the package."""
    return _Nothing()
