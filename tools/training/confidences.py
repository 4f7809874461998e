"""How often a record of a given raw score is right, read off the test part of the corpus: the
curve behind every confidence.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sklearn.isotonic import IsotonicRegression

from corpus.holding import KINDS, Held, held
from corpus.markup import Sample
from legation import reconciliation, records
from legation.records.confidence import Curve, Curves
from training.statements import Read

PRIOR = 8
"""Made-up records a kind, spread over the scale, as right as the kind on the whole: a curve stays
modest where few were seen.
"""
DIGITS = 3
"""Decimals of a confidence."""


def raw(found: Iterable[Read]) -> Iterator[tuple[Sample, list[Held]]]:
    """Each sample with our records before calibration, held against its marks."""
    for sample, reading in found:
        yield sample, held(sample, reconciliation.within(reading, records.found(reading)))


def curves(read: Iterable[tuple[Sample, list[Held]]]) -> Curves:
    """The curve of each kind."""
    seen = [each for _, found in read for each in found]
    return {
        kind: curve([(each.record.confidence, each.right) for each in seen if each.kind == kind])
        for kind in KINDS
    }


def curve(given: Sequence[tuple[float, bool]]) -> Curve:
    """A rising curve through the records of one kind, by isotonic regression."""
    scores, right = [score for score, _ in given], [float(good) for _, good in given]
    if not given:
        return Curve(raw=(), right=())
    grid = [n / (PRIOR - 1) for n in range(PRIOR)]
    mean = sum(right) / len(right)
    fitted = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(
        [*scores, *grid], [*right, *[mean] * PRIOR]
    )
    steps = sorted(set(scores))
    return Curve(
        raw=tuple(steps), right=tuple(round(float(each), DIGITS) for each in fitted.predict(steps))
    )


def train(found: Iterable[Read]) -> bytes:
    """The curves as JSON that people can read."""
    return (
        msgspec.json.format(msgspec.json.encode(curves(raw(found)), order="sorted"), indent=1)
        + b"\n"
    )
