"""Entities decided for all words at once are those that spaCy's own recognizer finds."""

import warnings
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.language import english, entities

EXAMPLES = Path(__file__).parents[2] / "examples"
PIECES = (
    "the of and in on Mr. Dr. President Kazakhstan China European Union Angela Merkel Tokyo "
    "New York Monday 2023 $4.5 billion "
    "12 percent 30 km three first Nord Stream , . ; \" ' ( ) - \u00a0 \n \t said U.S. G7 's "
    "EU-China March 5 a.m."
)
WORDS = PIECES.split(" ")


@pytest.fixture(scope="module")
def stock() -> Any:
    """The model as it is installed, but for the tokenizer's one suffix of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy
    ours, _ = english.pipeline()
    nlp = spacy.load(english.model_name(), exclude=["attribute_ruler", "senter", "lemmatizer"])
    nlp.tokenizer = ours.tokenizer
    return nlp


def told(docs: Any) -> list[list[Any]]:
    """All that we use of parsed texts."""
    return [
        [(t.text, t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc] for doc in docs
    ]


def test_the_examples_are_read_as_by_the_model_itself(stock: Any) -> None:
    lines = [
        line
        for path in sorted(EXAMPLES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
    ]
    read = told(english.pipeline()[0].pipe(lines))
    assert read == told(stock.pipe(lines))
    assert sum(bool(word[-1]) for doc in read for word in doc) > 400


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), min_size=1, max_size=5)
)
def test_any_words_have_the_same_entities(stock: Any, texts: list[str]) -> None:
    ours, _ = english.pipeline()
    assert told(ours.pipe(texts)) == told(stock.pipe(texts))


def test_one_text_alone_is_read_too() -> None:
    doc = english.pipeline()[0]("Olaf Scholz met Kassym-Jomart Tokayev in Astana on Tuesday.")
    assert "Olaf Scholz" in [entity.text for entity in doc.ents]


def test_nothing_is_found_in_nothing() -> None:
    assert [doc.ents for doc in english.pipeline()[0].pipe(["", " ", "\n"])] == [(), (), ()]


@pytest.mark.parametrize(
    "names", ["B-GPE I-GPE L-GPE O", "B-GPE L-GPE I-GPE U-GPE O", "B-X I-X L-X U-X O Z-X"]
)
def test_a_recognizer_with_other_actions_is_refused(names: str) -> None:
    held = names.split()
    with pytest.raises(ValueError, match="not a plain recognizer"):
        entities.actions(SimpleNamespace(n_moves=len(held), get_class_name=held.__getitem__))
