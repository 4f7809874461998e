"""A figure with all that may speak against it: its sentence, the figures before it, and what the
text is about.
"""

from collections.abc import Sequence

from msgspec import Struct

from legation.model import Token
from legation.records.figures.candidates.context import Earlier
from legation.records.figures.candidates.drafts import Settled
from legation.records.figures.slots.ruled_sides import Surroundings
from legation.records.measures import Anchor, Passage


class Case(Struct, frozen=True):
    """A figure in its passage, with the figures before it and the two parties that the text is
    about.
    """

    passage: Passage
    settled: Settled
    earlier: Sequence[Earlier]
    around: Surroundings

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two parties that the text is about."""
        return self.around.pair

    @property
    def anchor(self) -> Anchor | None:
        """Its measure word."""
        return self.settled.draft.anchor

    @property
    def leading(self) -> list[Token]:
        """The words before its number."""
        return [
            t
            for t in self.passage.sentence.tokens
            if t.end <= self.settled.draft.quantity.digits.start
        ]
