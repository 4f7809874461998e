"""The named entities that spaCy's recognizer finds, decided for all words at once.

The recognizer goes from word to word and either stands outside of all entities or within one.
Outside, what it decides depends on the word alone; within, on the word, the one before it and the
entity's first. So all words are decided as if outside in one product, and every entity that could
begin is followed to its end, all of them abreast; only then is it seen which of them begin within
another. The answers are those of the recognizer itself (`greedy_parse` and `set_annotations` in
spaCy's `transition_parser.pyx`, the rules of `ner.pyx`), which spends most of its time on asking
each of its 74 actions for leave.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.tokens import Span
from spacy.util import minibatch

NAME = "legation_entities"


class Actions(NamedTuple):
    """The recognizer's actions: the labels, and by label the number of the action to begin, go on,
    end, or be of one word.
    """

    labels: list[str]
    begin: Any
    inside: Any
    last: Any
    unit: Any
    out: int


def actions(moves: Any) -> Actions:
    """The actions of a recognizer; raises ValueError if it has others than those that are
    understood here.
    """
    number = {moves.get_class_name(n): n for n in range(moves.n_moves)}
    labels = sorted({name[2:] for name in number if name[2:]})
    expected = {f"{move}-{label}" for move in "BILU" for label in labels} | {"O"}
    if set(number) - {"U-"} != expected or any(
        number[f"I-{label}"] > number[f"L-{label}"] for label in labels
    ):
        raise ValueError(f"not a plain recognizer of entities: {sorted(number)}")
    begin, inside, last, unit = (
        np.array([number[f"{move}-{label}"] for label in labels]) for move in "BILU"
    )
    return Actions(labels, begin, inside, last, unit, number["O"])


class Words(NamedTuple):
    """The words of a batch: after which one an entity must end, which are only space, and what each
    adds to a decision.

    The row of a word in ``first`` and ``previous`` is one further on; their row 0 stands for
    "outside of an entity".
    """

    bounded: Any
    space: Any
    current: Any
    first: Any
    previous: Any


class Recognizer:
    """spaCy's entity recognizer with its own weights and another way through the words; a
    component of a pipeline.
    """

    def __init__(self, ner: Any) -> None:
        self.tok2vec, self.lower, self.upper = ner.model.layers
        self.actions = actions(ner.moves)
        self.weights, self.bias = self.upper.get_param("W"), self.upper.get_param("b")

    def __call__(self, doc: Any) -> Any:
        """The document with its entities."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Any], *, batch_size: int = 256) -> Iterator[Any]:
        """Documents with their entities, in order."""
        for batch in minibatch(docs, size=batch_size):
            self._annotate([doc for doc in batch if len(doc)])
            yield from batch

    def _annotate(self, docs: list[Any]) -> None:
        if not docs:
            return
        starts, ends, labels = (column.tolist() for column in self._candidates(self._words(docs)))
        place, offset = 0, 0
        for doc in docs:
            found, after = [], offset
            while place < len(starts) and starts[place] < offset + len(doc):
                if starts[place] >= after:  # else it would begin within the one before it
                    after = ends[place]
                    found.append(
                        Span(
                            doc,
                            starts[place] - offset,
                            after - offset,
                            label=self.actions.labels[labels[place]],
                        )
                    )
                place += 1
            doc.set_ents(found, default="outside")
            offset += len(doc)

    def _words(self, docs: list[Any]) -> Words:
        rows = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs])
        bounded = np.append(rows[1:, 0] == 1, True)
        bounded[np.cumsum([len(doc) for doc in docs]) - 1] = True
        parts = self.lower.predict(self.tok2vec.predict(docs))
        return Words(bounded, rows[:, 1] == 1, parts[1:, 0], parts[:, 1], parts[:, 2])

    def _candidates(self, words: Words) -> tuple[Any, Any, Any]:
        """Where entities could begin, in order, where each ends, and the number of its label."""
        choice = self._outside(words)
        begun, unit = (
            np.flatnonzero(np.isin(choice, kind))
            for kind in (self.actions.begin, self.actions.unit)
        )
        label_of = np.zeros(len(self.bias), dtype=np.intp)
        for kind in (self.actions.begin, self.actions.unit):
            label_of[kind] = np.arange(len(kind))
        starts = np.concatenate((begun, unit))
        labels = label_of[choice[starts]]
        ends = np.concatenate((self._ends(words, begun, labels[: len(begun)]), unit + 1))
        order = starts.argsort()
        return starts[order], ends[order], labels[order]

    def _outside(self, words: Words) -> Any:
        """The action that each word would get if no entity were open before it."""
        scores = self.upper.predict(self._hidden(words.current, words.first[0], words.previous[0]))
        allowed = np.zeros(scores.shape, dtype=bool)
        allowed[:, self.actions.begin] = ~(words.bounded | words.space)[:, None]
        allowed[:, self.actions.unit] = ~words.space[:, None]
        allowed[:, self.actions.out] = True
        return np.where(allowed, scores, -np.inf).argmax(axis=1)

    def _ends(self, words: Words, starts: Any, labels: Any) -> Any:
        """Where the entities end that begin at ``starts``: all are followed word by word, until
        each has ended.
        """
        ends, still, at = np.zeros_like(starts), np.arange(len(starts)), starts + 1
        while len(still):
            hidden = self._hidden(
                words.current[at], words.first[starts[still] + 1], words.previous[at]
            )
            closes = words.bounded[at] | (
                self._score(hidden, self.actions.last, labels)
                > self._score(hidden, self.actions.inside, labels)
            )
            ends[still[closes]] = at[closes] + 1
            still, at, labels = still[~closes], at[~closes] + 1, labels[~closes]
        return ends

    def _score(self, hidden: Any, kind: Any, labels: Any) -> Any:
        action = kind[labels]
        return np.einsum("ij,ij->i", hidden, self.weights[action]) + self.bias[action]

    def _hidden(self, current: Any, first: Any, previous: Any) -> Any:
        summed = current + first + previous + self.lower.get_param("b")
        return self.lower.ops.maxout(summed)[0]


def use_recognizer(nlp: Any) -> None:
    """Put a :class:`Recognizer` in the place of a pipeline's own, which must be its last
    component.
    """
    _, ner = nlp.remove_pipe("ner")
    Language.component(NAME, func=Recognizer(ner))
    nlp.add_pipe(NAME)
