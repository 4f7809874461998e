"""How much of one text stands in another, and an index over the numbers of the runs of many."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from legation.reconciliation.copies.texts import Text

if TYPE_CHECKING:
    from legation.reconciliation.copies.texts import Runs

NEIGHBOURS = 6
"""Of the texts that hold a run, each is compared with this many that follow it: a text with ten
thousand copies must not take ten thousand times ten thousand comparisons."""
LEAST_SHARED = 0.2
"""Pairs that share less of the shorter text are no candidates."""
MOST_NUMBERS = 30_000_000
"""Numbers in the index, at 12 bytes each and three times that while sorting; beyond it only every
second, fourth … is kept.
"""
MANY = 4
"""A run that so many texts hold may be boilerplate."""
RARELY = 0.1
"""Less in common than this, outside of what many share, is nothing in common."""


def share(one: Text, other: Text) -> float:
    """The share of the shorter text's runs that stand in the longer one."""
    least = min(len(one.held), len(other.held))
    return _shared(one.held, other.held) / least if least else 0.0


def passages(one: Text, other: Text) -> float:
    """The share of the shorter text that its three longest passages in the longer one make up."""
    import numpy as np

    shorter, longer = sorted((one, other), key=lambda text: len(text.held))
    there = _within(shorter.runs, longer.held)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], there, [False])).astype(np.int8)))
    lengths = np.sort(edges[1::2] - edges[::2])
    return float(lengths[-3:].sum()) / max(1, len(there))


class Collection:
    """Texts side by side, by their places."""

    def __init__(self, texts: Sequence[Text]) -> None:
        import numpy as np

        self.texts = texts
        sets = [text.held for text in texts]
        total, keep = sum(map(len, sets)), 1
        while total // keep > MOST_NUMBERS:
            keep *= 2
        kept = [held[held % np.uint64(keep) == 0] if keep > 1 else held for held in sets]
        numbers = np.concatenate(kept) if kept else np.zeros(0, dtype=np.uint64)
        owners = np.repeat(np.arange(len(kept), dtype=np.int64), [len(held) for held in kept])
        order = np.argsort(numbers, kind="stable")
        self._numbers, self._owners = numbers[order], owners[order]
        self._kept = np.array([len(held) for held in kept], dtype=np.int64)
        many = self._numbers[MANY - 1 :] == self._numbers[: max(0, len(numbers) - MANY + 1)]
        self._common = np.unique(self._numbers[MANY - 1 :][many])

    def size(self, place: int) -> int:
        """How many runs a text has."""
        return len(self.texts[place].held)

    def share(self, a: int, b: int) -> float:
        """The share of the shorter of two texts that stands in the longer one."""
        return share(self.texts[a], self.texts[b])

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs that share enough to be looked at, in order."""
        import numpy as np

        codes = [self._pairs(offset) for offset in range(1, NEIGHBOURS + 1)]
        found, counts = np.unique(np.concatenate(codes), return_counts=True)
        ones, others = np.divmod(found, max(1, len(self.texts)))
        enough = counts >= LEAST_SHARED * np.minimum(self._kept[ones], self._kept[others])
        yield from zip(ones[enough].tolist(), others[enough].tolist(), strict=True)

    def _pairs(self, offset: int) -> "Runs":
        same = self._numbers[offset:] == self._numbers[:-offset]
        pairs: Runs = self._owners[:-offset][same] * len(self.texts) + self._owners[offset:][same]
        return pairs

    def only_boilerplate(self, a: int, b: int, own: float) -> bool:
        """Whether two texts share nothing but what many texts share, and each has more of its own
        than the share ``own``.
        """
        one, other = self._rare(a), self._rare(b)
        if len(one) < own * self.size(a) or len(other) < own * self.size(b):
            return False
        return _shared(one, other) < RARELY * min(len(one), len(other))

    def _rare(self, place: int) -> "Runs":
        """The runs of a text that few texts hold."""
        held = self.texts[place].held
        return held[~_within(held, self._common)]


def _within(some: "Runs", sorted_others: "Runs") -> "Runs":
    """For each of ``some`` whether it is among the others; a binary search, for the others may be
    millions.
    """
    import numpy as np

    if not len(sorted_others):
        return np.zeros(len(some), dtype=bool)
    places = np.minimum(np.searchsorted(sorted_others, some), len(sorted_others) - 1)
    found: Runs = sorted_others[places] == some
    return found


def _shared(one: "Runs", other: "Runs") -> int:
    shorter, longer = sorted((one, other), key=len)
    return int(_within(shorter, longer).sum())
