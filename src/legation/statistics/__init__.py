"""Official series: questions in, observations out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from legation.model import Answer, Question
from legation.statistics.holdings import Holding, snapshots

if TYPE_CHECKING:
    from legation.statistics.cells import Shelf

__all__ = ["Holding", "Statistics", "embedded", "snapshots"]


class Statistics(Protocol):
    """Whatever can answer questions about official series."""

    def observe(self, questions: Iterable[Question]) -> Sequence[Answer]:
        """One answer a question, in order; an absence is an answer, never an exception."""
        ...


class Embedded:
    """The snapshot in the package. Nothing is read before the first question."""

    def __init__(self, as_of: date | None = None) -> None:
        self.as_of = as_of
        self._shelf: Shelf | None = None

    def observe(self, questions: Iterable[Question]) -> Sequence[Answer]:
        """One answer a question, in order, from the newest vintage known on the day ``as_of``."""
        from legation.statistics.cells import Shelf
        from legation.statistics.fetchable import with_settling
        from legation.statistics.observing import answer

        shelf = self._shelf = self._shelf or Shelf(self.as_of)
        return [with_settling(answer(question, shelf)) for question in questions]


def embedded(as_of: date | None = None) -> Statistics:
    """The statistics that the package carries; with ``as_of`` only what was published by that
    day.
    """
    return Embedded(as_of)
