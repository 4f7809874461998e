"""Which thresholds serve best: each judged on folds of the train part that the model had not seen;
the test part stays unseen.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from zlib import crc32

from corpus.holding import golds, overlap
from legation.model import Event, Statement
from legation.records.events.features.core import NONE
from legation.records.events.features.telling import features
from legation.records.statements import drafts_of
from legation.records.statements.candidates.learned import Thresholds, joined
from legation.records.statements.candidates.sequence import Model
from training import events, statements
from training.statements import Read

FOLDS = 5
VETOES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
RETYPES = (0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
ADDED = (0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
CUED = (0.3, 0.5, 0.7)
Row = tuple[tuple[float, float], float, float, float]
"""Two thresholds, precision, recall, F1."""


def folds(read: Sequence[Read]) -> Iterator[tuple[list[Read], list[Read]]]:
    """Train and held-out samples, a file never in both."""
    for n in range(FOLDS):
        apart = [crc32(sample.id.split(":")[0].encode()) % FOLDS == n for sample, _ in read]
        yield (
            [each for each, out in zip(read, apart, strict=True) if not out],
            [each for each, out in zip(read, apart, strict=True) if out],
        )


def of_events(read: Sequence[Read]) -> list[Row]:
    """Veto and retype of drafts whose frame fits: precision and recall of the types at the triggers
    that the annotators marked.
    """
    seen: list[tuple[str, str, dict[str, float]]] = []
    wanted = sum(len(golds(sample, Event)) for sample, _ in read)
    for known, out in folds(read):
        model = events.make_types(events.cases(known))
        for case in events.cases(out):
            if case.draft.frame == "exact":
                truth = case.gold.mark.get("type") if case.gold is not None else NONE
                seen.append((case.draft.type, truth, model.likely(features(case.draft))))
    return [
        _rated((veto, retype), _typed(seen, veto, retype), wanted)
        for veto, retype in product(VETOES, RETYPES)
    ]


def _typed(
    seen: Iterable[tuple[str, str, dict[str, float]]], veto: float, retype: float
) -> list[bool]:
    """For each draft that is kept, whether its type is the marked one."""
    kept = []
    for own, truth, likely in seen:
        best = max((name for name in likely if name != NONE), key=lambda name: likely[name])
        if likely[NONE] < veto:
            kept.append((best if likely[best] >= retype else own) == truth)
    return kept


def of_statements(read: Sequence[Read]) -> list[Row]:
    """Content and cue: precision and recall of contents that overlap by half."""
    pairs = list(product(ADDED, CUED))
    kept: dict[tuple[float, float], list[bool]] = {pair: [] for pair in pairs}
    wanted = sum(len(golds(sample, Statement)) for sample, _ in read)
    for known, out in folds(read):
        model = Model(statements.sequence(known))
        for sample, reading in out:
            drafts = drafts_of(reading)
            contents = [gold.spans for gold in golds(sample, Statement)]
            for pair in pairs:
                made = joined(reading, drafts, model, Thresholds(*pair))
                kept[pair] += [
                    any(overlap(draft.content, spans) >= 0.5 for spans in contents)
                    for draft in made
                ]
    return [_rated(pair, kept[pair], wanted) for pair in pairs]


def _rated(thresholds: tuple[float, float], kept: Sequence[bool], wanted: int) -> Row:
    right = sum(kept)
    p, r = right / max(1, len(kept)), right / max(1, wanted)
    return (
        thresholds,
        round(100 * p, 1),
        round(100 * r, 1),
        round(200 * p * r / max(1e-9, p + r), 1),
    )
