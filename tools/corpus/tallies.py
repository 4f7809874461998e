"""Precision, recall and F1 of our reading on a part of the corpus, by kind of record."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from corpus.holding import KINDS, TAGS, Held, golds, held
from corpus.markup import Sample
from legation import pipeline
from legation.model import Document


def document(sample: Sample) -> Document:
    """A sample as the pipeline takes it, without its marks."""
    return Document(
        id=sample.id,
        text=sample.text,
        published=date.fromisoformat(sample.published),
        publisher=sample.publisher or None,
        language="en",
    )


def read(found: Iterable[Sample]) -> Iterator[tuple[Sample, list[Held]]]:
    """Each sample with the records that our reading finds in it, held against its marks."""
    for sample in found:
        yield sample, held(sample, pipeline.ledger(document(sample), None).records)


def tallies(found: Iterable[tuple[Sample, list[Held]]]) -> dict[str, dict[str, float]]:
    """By kind: precision, recall and F1 of what was found, the share that is right in all, and of
    the sure ones that share.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for sample, records in found:
        for kind in TAGS:
            counts[kind.__name__.lower(), "gold"] += len(golds(sample, kind))
        for each in records:
            sure = each.record.tier == "sure"
            counts.update(
                {
                    (each.kind, "made"): 1,
                    (each.kind, "found"): each.found,
                    (each.kind, "right"): each.right,
                }
            )
            counts.update(
                {(each.kind, "sure"): sure, (each.kind, "sure right"): sure and each.right}
            )
    return {kind: _rates({name: counts[kind, name] for name in NAMES}) for kind in KINDS}


NAMES = ("gold", "made", "found", "right", "sure", "sure right")


def _rates(count: dict[str, int]) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return round(100 * count[part] / max(1, count[whole]), 1)

    p, r = share("found", "made"), share("found", "gold")
    f1 = round(200 * count["found"] / max(1, count["made"] + count["gold"]), 1)
    right = {
        "right": share("right", "made"),
        "sure_right": share("sure right", "sure"),
        "sure": count["sure"],
    }
    return {"p": p, "r": r, "f1": f1, **right, "gold": count["gold"], "made": count["made"]}
