"""The sequence model of statements, trained with crfsuite on the marks of the corpus."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pycrfsuite

from corpus.holding import by_speaker, golds, half
from corpus.markup import Sample
from corpus.tallies import document
from legation import background, documents, mentions
from legation.model import Reading, Sentence, Span, Statement
from legation.records.phrases import readable
from legation.records.statements import drafts_of, verifier
from legation.records.statements.assembly import assembled
from legation.records.statements.candidates.learned import joined
from legation.records.statements.candidates.marking import CONTENT, CUE, OUTSIDE, SPEAKER, sequences
from legation.records.statements.candidates.sequence import Model
from training.linear import Example, fit, written

SETTINGS = {"c1": 0.05, "c2": 0.5, "max_iterations": 120, "feature.minfreq": 2}
"""Swept on the corpus: a fifth of train held out; stronger or weaker by half changes its F1 by
under a point.
"""


FOLDS = 3
CORE = 0.1
"""Inverse of the ridge of the second model."""
Read = tuple[Sample, Reading]


def readings(found: Iterable[Sample]) -> Iterator[Read]:
    """Each sample with its sentences and mentions."""
    for sample in found:
        held = document(sample)
        yield sample, background.survey(mentions.find(held, documents.repair(held.text)))


def roles(sample: Sample, sentences: Sequence[Sentence]) -> list[list[str]]:
    """What the annotator takes each token for; where statements nest, the outermost counts."""
    given: dict[int, str] = {}
    outer = sorted(
        golds(sample, Statement), key=lambda gold: (gold.spans[0].start, -gold.spans[-1].end)
    )
    inside: set[int] = set()
    for gold in outer:
        name = gold.mark.get("id")
        if gold.spans[0].start in inside:
            continue
        inside |= {i for span in gold.spans for i in range(*span)}
        beside = [
            (mark, role)
            for tag, role in (("cue", CUE), ("sp", SPEAKER))
            for mark in sample.tagged(tag)
        ]
        for mark, role in beside:
            if mark.get("st") == name:
                given.update(dict.fromkeys(range(mark.start, mark.end), role))
        given.update(dict.fromkeys((i for span in gold.spans for i in range(*span)), CONTENT))
    return [[_role(given, token.span) for token in sentence.tokens] for sentence in sentences]


def _role(given: dict[int, str], span: Span) -> str:
    return given.get(span.start, OUTSIDE)


def train(found: Iterable[Read]) -> dict[str, bytes]:
    """The weights of both models by file name.

    The second learns from what the first says of samples that it had not seen, by folds of files:
    else it would believe it too much.
    """
    read = list(found)
    examples: list[Example] = []
    for n in range(FOLDS):
        model = Model(sequence(each for each in read if fold(each[0]) != n))
        for sample, reading in read:
            if fold(sample) == n:
                examples += core_examples(sample, reading, model)
    return {"statements.crfsuite": sequence(read), verifier.WEIGHTS: written(fit(examples, CORE))}


def fold(sample: Sample) -> int:
    """The fold of a sample: that of its file."""
    return crc32(sample.id.split(":")[0].encode()) % FOLDS


def core_examples(sample: Sample, reading: Reading, model: Model) -> Iterator[Example]:
    """What is known of each statement of a sample, with whether it is right as marked."""
    made = assembled(reading, joined(reading, drafts_of(reading), model))
    marks = golds(sample, Statement)
    for one, told in made:
        near = [gold for gold in marks if half(one, gold)]
        right = any(by_speaker(one, gold, sample) for gold in near)
        yield told, verifier.RIGHT if right else "wrong"


def sequence(found: Iterable[Read]) -> bytes:
    """The weights of the sequence model, as crfsuite writes them."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for sample, reading in found:
        held = [s for s in reading.sentences if readable(s)]
        drafts = drafts_of(reading)
        for features, told in zip(
            sequences(reading, drafts, held), roles(sample, held), strict=True
        ):
            trainer.append(features, told)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()
