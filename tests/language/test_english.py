"""The language pipeline on odd texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import documents
from legation.language import english
from legation.model import Sentence


def read(text: str) -> list[Sentence]:
    return list(english.sentences(documents.repair(text)))


def test_tokens_point_into_the_original() -> None:
    text = "Officials met.According to them, “trade”  grew.\n\nIt rose 5%."
    for sentence in read(text):
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text


def test_a_newline_ends_a_sentence() -> None:
    assert len(read("Talks in Riga went on. They\n\nMinisters left.")) == 3


def test_a_closing_mark_stays_with_its_sentence() -> None:
    for sentence in read("He said “we are done.” The next day came. “It is so.” She left."):
        assert sentence.tokens[0].text != "”"


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("They said so.", "say"),
        ("Exports rose.", "rise"),
        ("Countries signed it.", "country"),
        ("It was held.", "hold"),
    ],
)
def test_lemmas_come_from_the_tables(text: str, lemma: str) -> None:
    assert lemma in {token.lemma for token in read(text)[0].tokens}


def test_a_paragraph_of_any_length_is_cut_at_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "LONGEST", 100)
    text = "Latvia sold timber to Denmark. " * 20
    found = read(text.strip())
    assert len(found) == 20
    assert {s.paragraph for s in found} == {0}


def test_pieces_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "LONGEST", 50)
    for line in ("x" * 170, "word " * 60, "A b. " * 60):
        pieces = list(english._pieces(line, 7))
        assert "".join(piece for _, piece in pieces) == line
        assert [start for start, _ in pieces] == [
            7 + sum(len(p) for _, p in pieces[:n]) for n in range(len(pieces))
        ]


def test_indices_count_through_the_document() -> None:
    found = read("One came. Two left.\nThree stayed.")
    assert [t.i for s in found for t in s.tokens] == list(range(sum(len(s.tokens) for s in found)))
    assert [s.index for s in found] == list(range(len(found)))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_heads_and_spans_hold_whatever_comes(text: str) -> None:
    for sentence in read(text):
        for token in sentence.tokens:
            assert sentence.first <= token.head <= sentence.tokens[-1].i
            assert 0 <= token.start <= token.end <= len(text)
