"""The linear model that vetoes and retypes events, trained with scikit-learn on what our lexicon
drafts from the corpus.
"""

from collections.abc import Iterable

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from corpus.holding import golds
from corpus.markup import Sample
from legation.model import Event, Reading, Span
from legation.records.events import drafts_of
from legation.records.events.candidates.drafts import Draft
from legation.records.events.verifier import NONE, features
from legation.records.ranking import Linear
from training.statements import Read

STRENGTH = 0.3
"""Inverse of the ridge, swept over 0.03 … 3 by folds of the train part."""
FEWEST = 3
"""A feature seen less often is chance."""
DIGITS = 4
"""Decimals of a weight: what is written is what is used, on every machine."""
NEAR = 2
"""Tokens between a draft's trigger and the marked one: "paid a visit" may be drafted at either
word.
"""

Example = tuple[list[str], str]


def examples(found: Iterable[Read]) -> list[Example]:
    """The drafts of each sample, with the type that the annotator gave their trigger, or none."""
    return [
        (features(draft), truth(sample, draft))
        for sample, reading in found
        for draft in drafted(reading)
    ]


def drafted(reading: Reading) -> list[Draft]:
    """What the lexicon makes of a reading, before anyone judges it."""
    return drafts_of(reading)


def truth(sample: Sample, draft: Draft) -> str:
    """The type marked at the trigger, at the noun beside it, or none; of several the draft's
    own.
    """
    at = draft.trigger.i - draft.sentence.first
    around = draft.sentence.tokens[max(0, at - NEAR) : at + NEAR + 1]
    window = Span(around[0].start, around[-1].end)
    marks = [gold for gold in golds(sample, Event) if gold.spans[0].overlaps(window)]
    exact = [gold for gold in marks if gold.spans[0].overlaps(draft.trigger.span)]
    types = [gold.mark.get("type") for gold in exact or marks]
    if draft.type in types:
        return draft.type
    return types[0] if exact else NONE


def fit(given: Iterable[Example]) -> Linear:
    """A model of the examples; the same examples give the same weights."""
    held = list(given)
    counts: dict[str, int] = {}
    for names, _ in held:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    rows = [{name: 1.0 for name in names if counts[name] >= FEWEST} for names, _ in held]
    vectors = DictVectorizer()
    learned = LogisticRegression(C=STRENGTH, solver="newton-cg", tol=1e-6)
    learned.fit(vectors.fit_transform(rows), [y for _, y in held])
    columns = learned.coef_.T.round(DIGITS).tolist()
    return Linear(
        classes=tuple(str(name) for name in learned.classes_),
        bias=tuple(learned.intercept_.round(DIGITS).tolist()),
        weights={
            str(name): tuple(column)
            for name, column in zip(vectors.feature_names_, columns, strict=True)
            if any(column)
        },
    )


def train(found: Iterable[Read]) -> bytes:
    """The weights as JSON, one feature a line, so that a change can be read."""
    model = fit(examples(found))
    rows = ",\n".join(
        f"{_json(name)}: {_json(model.weights[name])}" for name in sorted(model.weights)
    )
    return (
        f'{{"classes": {_json(model.classes)},\n"bias": {_json(model.bias)},\n"weights": '
        f"{{\n{rows}\n}}}}\n"
    ).encode()


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
