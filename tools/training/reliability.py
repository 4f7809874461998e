"""How far the confidences can be believed: each file of the test part judged by curves that were
read off the other files.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from zlib import crc32

from corpus.holding import KINDS, Held
from legation.records.confidence import SURE
from legation.views.charts import bar
from training.confidences import curve, raw
from training.statements import Read

FOLDS = 5
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
WIDTH = 20
"""Letters of a full bar."""
Seen = tuple[str, float, bool]
"""A kind, a confidence, and whether the record was right."""
HEAD = """# Reliability

Made by `make weights`; not edited by hand. Of the records that our reading finds in the test part of the corpus, how many are
right in all that the annotator marked, by the confidence that a curve gives them which was read off the *other* four fifths of
the test part. A confidence is honest where "mean" and "right" agree. Right is strict here (type, sides and status of an event;
content and speaker of a statement; value, unit, measure, sides and period of a figure) and annotators leave things out, so
these shares are lower than those of the [audits](audits/README.md), which people judge by reading.
"""  # noqa: E501


def page(read: Sequence[Read]) -> bytes:
    """The page, a table a kind."""
    seen = list(crossed([(sample.id, each) for sample, found in raw(read) for each in found]))
    return (
        "\n".join([HEAD, *(line for kind in KINDS for line in table(kind, seen))]).encode() + b"\n"
    )


def crossed(held: Sequence[tuple[str, Held]]) -> Iterator[Seen]:
    """Each record with the confidence that the other folds' curve gives it."""
    for kind in KINDS:
        own = [
            (crc32(name.split(":")[0].encode()) % FOLDS, each)
            for name, each in held
            if each.kind == kind
        ]
        for fold in range(FOLDS):
            known = curve([(each.record.confidence, each.right) for n, each in own if n != fold])
            yield from (
                (kind, known.at(each.record.confidence), each.right) for n, each in own if n == fold
            )


def table(kind: str, seen: Sequence[Seen]) -> Iterator[str]:
    """The bands of one kind: how many records, how sure on average, how many right."""
    yield f"## {kind}\n\nSure from a raw score of {SURE[kind]:.2f}.\n"
    yield "| confidence | records | mean | right | |\n|---|---|---|---|---|"
    for low, high in pairwise(BANDS):
        band = [
            (score, right) for name, score, right in seen if name == kind and low <= score < high
        ]
        if band:
            mean, share = (
                sum(score for score, _ in band) / len(band),
                sum(right for _, right in band) / len(band),
            )
            told = f"{low:.1f}–{min(high, 1.0):.1f} | {len(band)} | {mean:.2f} | {share:.2f}"
            yield f"| {told} | {bar(Decimal(str(share)), Decimal(1), WIDTH)} |"
    yield ""
