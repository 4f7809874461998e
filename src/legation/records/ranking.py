"""What every slot is filled by: candidates, each with its score, of which one is chosen.

A slot's candidates are gathered from the text, scored by a linear model over named features, and
the best is taken; that nothing fills it is a candidate like the others. Weights are plain numbers
by feature, so that what speaks for a filler can be read off.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from legation.lexicon import weights

Value = TypeVar("Value")


class Filled(Struct, Generic[Value], frozen=True):
    """A slot as it was filled: the value (None where nothing fills it), the chance that it is
    right, 0 to 1, and where the candidate came from.
    """

    value: Value | None
    score: float
    source: str


class Linear(Struct, frozen=True):
    """A multinomial logistic model: for each feature its weight in each class."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def likely(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each class."""
        sums = list(self.bias)
        for feature in features:
            for n, weight in enumerate(self.weights.get(feature, ())):
                sums[n] += weight
        top = max(sums)
        raised = [exp(each - top) for each in sums]
        return {name: each / sum(raised) for name, each in zip(self.classes, raised, strict=True)}


def best(candidates: Iterable[Filled[Value]]) -> Filled[Value]:
    """The candidate with the highest score; of equals the first; without any an empty slot."""
    return max(candidates, key=lambda each: each.score, default=Filled(None, 0.0, "none"))


class Candidate(Struct, Generic[Value], frozen=True):
    """What may fill a slot, where it comes from, and what speaks for it: names that are there or
    not.
    """

    value: Value | None
    source: str
    features: tuple[str, ...]


class Preference(Struct, frozen=True):
    """What each feature counts for the candidate that has it; one that is not here counts
    nothing.
    """

    weights: dict[str, float]

    def sum(self, features: Iterable[str]) -> float:
        """What some features come to together."""
        return sum(self.weights.get(name, 0.0) for name in features)

    def shares(self, candidates: Sequence[Candidate[Value]]) -> list[float]:
        """How likely each of some candidates is the right one; together one."""
        sums = [self.sum(each.features) for each in candidates]
        top = max(sums)
        raised = [exp(each - top) for each in sums]
        return [each / sum(raised) for each in raised]


def fill(candidates: Sequence[Candidate[Value]], preference: Preference) -> Filled[Value]:
    """The likeliest of at least one candidate; its score is its share among all of them."""
    shares = preference.shares(candidates)
    return best(
        Filled(each.value, round(share, 3), each.source)
        for each, share in zip(candidates, shares, strict=True)
    )


@cache
def preference(filename: str) -> Preference:
    """The trained preference in a file of the lexicon; read once a process."""
    return msgspec.json.decode(weights(filename), type=Preference)
