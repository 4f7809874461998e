"""Places in a text. A span is ``[start, end)`` in code points of the *original* text, whatever was
repaired since.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open piece of the original text; written as ``[start, end]`` in JSON."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words under the span."""
        return text[self.start : self.end]


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans``, of which there must be at least one."""
    held = list(spans)
    return Span(min(s.start for s in held), max(s.end for s in held))
