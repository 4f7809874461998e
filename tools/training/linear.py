"""A multinomial logistic model of named features, fitted with scikit-learn, and how it is written:
the same examples give the same bytes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from legation.records.ranking import Linear

FEWEST = 4
"""A feature seen less often is chance."""
DIGITS = 4
"""Decimals of a weight: what is written is what is used, on every machine."""
Example = tuple[Sequence[str], str]


def fit(given: Iterable[Example], strength: float) -> Linear:
    """A model of the examples; ``strength`` is the inverse of the ridge."""
    held = list(given)
    counts = Counter(name for names, _ in held for name in names)
    rows = [{name: 1.0 for name in names if counts[name] >= FEWEST} for names, _ in held]
    vectors = DictVectorizer()
    learned = LogisticRegression(C=strength, solver="lbfgs", max_iter=2000, tol=1e-3)
    learned.fit(vectors.fit_transform(rows), [truth for _, truth in held])
    columns, bias = learned.coef_.T, learned.intercept_
    if len(learned.classes_) == 2:  # scikit-learn gives the second class alone
        columns, bias = [[0.0, *column] for column in columns], [0.0, *bias]
    return Linear(
        classes=tuple(str(name) for name in learned.classes_),
        bias=tuple(round(float(each), DIGITS) for each in bias),
        weights={
            str(name): tuple(round(float(each), DIGITS) for each in column)
            for name, column in zip(vectors.feature_names_, columns, strict=True)
            if any(round(float(each), DIGITS) for each in column)
        },
    )


def written(model: Linear) -> bytes:
    """The weights as JSON, one feature a line, so that a change can be read."""
    rows = ",\n".join(
        f"{_json(name)}: {_json(model.weights[name])}" for name in sorted(model.weights)
    )
    return (
        f'{{"classes": {_json(model.classes)},\n"bias": {_json(model.bias)},\n"weights": '
        f"{{\n{rows}\n}}}}\n"
    ).encode()


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
