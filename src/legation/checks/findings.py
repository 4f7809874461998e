"""What the arithmetic of a document says of one of its figures."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace


class Finding(Struct, frozen=True):
    """``told`` is worth saying but decides nothing. ``rests_on`` are the other figures of the sum,
    by id.
    """

    figure: str
    verdict: Literal["consistent", "inconsistent", "told"]
    reason: str
    rests_on: frozenset[str] = frozenset()

    def unless(self, wrong: frozenset[str]) -> "Finding":
        """The same where no figure that it rests on is wrong by its own series; else the fault is
        that one's, and told.
        """
        if self.verdict != "inconsistent" or not self.rests_on & wrong:
            return self
        return replace(self, verdict="told")
