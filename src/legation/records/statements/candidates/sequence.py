"""The sequence model: a conditional random field, trained on our corpus, marks content, cue and
speaker of what is said.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import pycrfsuite
from msgspec import Struct

from legation.lexicon import weights
from legation.model import Reading, Sentence, Span
from legation.records.phrases import readable, runs
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.candidates.marking import (
    CONTENT,
    CUE,
    OUTSIDE,
    SPEAKER,
    may_hold,
    sequences,
)

WEIGHTS = "statements.crfsuite"
ROLES = (CONTENT, CUE, SPEAKER)


class Marked(Struct, frozen=True):
    """One sentence as the model marks it: for each token its likeliest role and how likely each
    role is.
    """

    sentence: Sentence
    roles: tuple[str, ...]
    likely: tuple[dict[str, float], ...]

    def stretches(self, role: str) -> list[Span]:
        """The runs of words that it takes for that role; only punctuation may part them."""
        held = [
            t for t, given in zip(self.sentence.tokens, self.roles, strict=True) if given == role
        ]
        return list(runs(self.sentence, held))

    def support(self, spans: Sequence[Span], role: str) -> float:
        """How likely the words under the spans have that role, on average; 0 for no words."""
        held = [
            likely[role]
            for token, likely in zip(self.sentence.tokens, self.likely, strict=True)
            if any(token.span.overlaps(span) for span in spans) and token.text[:1].isalnum()
        ]
        return sum(held) / len(held) if held else 0.0


class Model:
    """An opened model. It keeps its bytes: crfsuite reads from them without holding them, and dies
    where they are gone.
    """

    def __init__(self, held: bytes) -> None:
        self._held = held
        self.tagger = pycrfsuite.Tagger()
        self.tagger.open_inmemory(held)


@cache
def shipped() -> Model:
    """The trained model; read once a process."""
    return Model(weights(WEIGHTS))


def marked(given: Model, reading: Reading, drafts: Sequence[Draft]) -> Iterator[Marked]:
    """The sentences that may hold a statement, as a model marks them."""
    told = {draft.sentence for draft in drafts}
    held = [
        s for s in reading.sentences if readable(s) and (s.index in told or may_hold(reading, s))
    ]
    model = given.tagger
    for sentence, features in zip(held, sequences(reading, drafts, held), strict=True):
        roles = tuple(model.tag(features))
        if all(role == OUTSIDE for role in roles) and all(
            d.sentence != sentence.index for d in drafts
        ):
            continue
        likely = tuple({role: model.marginal(role, n) for role in ROLES} for n in range(len(roles)))
        yield Marked(sentence, roles, likely)
