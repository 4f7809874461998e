"""A word comes to the same from the table as from the layers, whatever it stands beside."""

from typing import Any

import numpy as np
import pytest
import spacy

from legation.language import embeddings, english


@pytest.fixture(scope="module")
def layers() -> Any:
    """The embedding layers of the model as they are, on our operations."""
    english.pipeline()
    nlp = spacy.load(
        english.model_name(), exclude=["attribute_ruler", "senter", "lemmatizer", "parser", "ner"]
    )
    return nlp, nlp.get_pipe("tok2vec").model.get_ref("embed")


def fresh(embed: Any) -> embeddings.Embeddings:
    return embeddings.Embeddings(embed)


def test_the_table_gives_what_the_layers_give(layers: Any) -> None:
    nlp, embed = layers
    docs = [
        nlp.make_doc(text)
        for text in ("The minister met the minister.", "", "Trade grew, the minister said. ")
    ]
    for expected, found in zip(embed.predict(docs), fresh(embed)(docs), strict=True):
        assert found.shape == expected.shape
        np.testing.assert_allclose(found, expected, atol=1e-5)


def test_neighbours_do_not_change_a_word_by_a_bit(layers: Any) -> None:
    nlp, embed = layers
    text = "a b c grain steel Tbilisi 7 % of exports went east in May and none of it was gas"
    words = text.split()
    together = fresh(embed)([nlp.make_doc(" ".join(words))])[0]
    for n, word in enumerate(words):
        after = fresh(embed)([nlp.make_doc(" ".join(words[n:]))])[0]
        assert after[0].tobytes() == together[n].tobytes(), word


def test_a_full_table_begins_anew(layers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp, embed = layers
    monkeypatch.setattr(embeddings, "MOST", 6)
    held = fresh(embed)
    for text in (
        "one two three four",
        "four five six seven",
        "one one one",
        "a b c d e f g h i j k",
    ):
        docs = [nlp.make_doc(text)]
        np.testing.assert_allclose(held(docs)[0], embed.predict(docs)[0], atol=1e-5)
        assert len(held.rows) <= 6
