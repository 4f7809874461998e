"""A linear choice among candidates (a conditional logit), trained on what the corpus marks.

One example is the candidates of one slot, each with its features, and which of them are right. The
weights make the right ones likely together; a ridge keeps them small.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from legation.records.ranking import Preference

FEWEST = 3
"""A feature seen in fewer examples is chance."""
DIGITS = 3
"""Decimals of a weight: what is written is what is used, on every machine."""
STEPS = 300


@dataclass(frozen=True)
class Example:
    """The features of each candidate, and whether it is right; at least one is."""

    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def fit(given: Sequence[Example], ridge: float) -> Preference:
    """Weights under which the right candidates are likely; the same examples give the same."""
    names = _names(given)
    columns = {name: n for n, name in enumerate(names)}
    rows, starts, right = _matrix(given, columns)
    weight = np.array([each.weight for each in given])

    def loss(theta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        sums = rows @ theta
        every = _log_sum(sums, starts, np.ones_like(right))
        good = _log_sum(sums, starts, right)
        sizes = np.diff([*starts, len(sums)])
        p_all = np.exp(sums - np.repeat(every, sizes))
        p_good = np.where(right > 0, np.exp(sums - np.repeat(good, sizes)), 0.0)
        slope = rows.T @ ((p_all - p_good) * np.repeat(weight, sizes))
        total = float(weight @ (every - good)) + ridge * float(theta @ theta) / 2
        return total, slope + ridge * theta

    done = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )
    found = done.x.round(DIGITS)
    return Preference({name: float(found[n]) for n, name in enumerate(names) if found[n]})


def _names(given: Sequence[Example]) -> list[str]:
    seen: Counter[str] = Counter()
    for example in given:
        seen.update({name for held in example.features for name in held})
    return sorted(name for name, count in seen.items() if count >= FEWEST)


def _matrix(
    given: Sequence[Example], columns: dict[str, int]
) -> tuple[csr_matrix, list[int], NDArray[np.float64]]:
    """All candidates as rows, where each example begins, and which rows are right."""
    at, held, starts = [0], [], []
    right: list[float] = []
    for example in given:
        starts.append(len(right))
        for features, good in zip(example.features, example.right, strict=True):
            held += [columns[name] for name in features if name in columns]
            at.append(len(held))
            right.append(float(good))
    ones = np.ones(len(held))
    shape = (len(right), len(columns))
    return csr_matrix((ones, held, at), shape=shape), starts, np.array(right)


def _log_sum(
    sums: NDArray[np.float64], starts: list[int], taken: NDArray[np.float64]
) -> NDArray[np.float64]:
    """For each example the logarithm of the summed likelihoods of the rows taken."""
    masked = np.where(taken > 0, sums, -np.inf)
    tops = np.maximum.reduceat(masked, starts)
    sizes = np.diff([*starts, len(sums)])
    raised = np.exp(masked - np.repeat(tops, sizes))
    found: NDArray[np.float64] = tops + np.log(np.add.reduceat(raised, starts))
    return found


def written(model: Preference) -> bytes:
    """The weights as JSON, one feature a line, so that a change can be read."""
    rows = ",\n".join(
        f"{_json(name)}: {_json(model.weights[name])}" for name in sorted(model.weights)
    )
    return f'{{"weights": {{\n{rows}\n}}}}\n'.encode()


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
