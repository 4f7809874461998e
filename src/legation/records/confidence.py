"""How sure a record is, and which of two drawers it goes into.

The rooms give a raw score: what speaks for a pattern, less what speaks against this one. A curve,
read off the test part of our corpus (``make weights``), turns it into the share of such records
that proved right; ``docs/quality.md`` shows the curves.
"""

from bisect import bisect_right
from functools import cache

import msgspec
from msgspec import Struct

from legation.lexicon import weights
from legation.model import Record, Tier

WEIGHTS = "confidence.json"

SURE = {
    "statement": 0.78,
    "event": 0.5,
    "figure": 0.4,
    "instrument": 0.8,
    "proposal": 0.8,
    "assertion": 0.8,
}
"""From here on a raw score is ``sure``.

Those of statements, events and figures are the chances that their verifiers give, 0 to 1, by labels
to which an empty slot is wrong where the text fills it; the sweep stands in ``docs/quality.md``.
On the test part of the corpus, which is harder than news, 88 in 100 of the statements from 0.78 are
right in all, 71 of the events from 0.5, and 54 of the figures of trade and investment from 0.4 (48
of those that the old score called sure, and fewer of them); the others are read off audits in
``docs/audits``.
"""


class Curve(Struct, frozen=True):
    """For one kind: raw scores in rising order, and the share of records that was right there."""

    raw: tuple[float, ...]
    right: tuple[float, ...]

    def at(self, score: float) -> float:
        """The share at a raw score, between its neighbours in a straight line; the ends hold
        beyond themselves.
        """
        place = bisect_right(self.raw, score)
        if place == 0 or place == len(self.raw):
            return self.right[min(place, len(self.raw) - 1)] if self.raw else score
        left, right = self.raw[place - 1], self.raw[place]
        part = (score - left) / (right - left)
        return round(self.right[place - 1] + part * (self.right[place] - self.right[place - 1]), 3)


Curves = dict[str, Curve]


@cache
def curves() -> Curves:
    """The curves of all kinds; read once a process."""
    return msgspec.json.decode(weights(WEIGHTS), type=Curves)


def tier(kind: str, score: float) -> Tier:
    """``sure`` or ``possible`` for a record of that kind with that raw score."""
    return "sure" if score >= SURE[kind] else "possible"


def calibrated(record: Record) -> Record:
    """The record with the share of its like that is right in place of its raw score."""
    kind = type(record).__name__.lower()
    return msgspec.structs.replace(record, confidence=curves()[kind].at(record.confidence))
