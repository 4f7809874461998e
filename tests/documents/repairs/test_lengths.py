"""Rows that no sentence is are parted; sentences are not."""

import pytest

from legation.documents import repair
from legation.documents.repairs.lengths import MOST_TOKENS, TOKEN

SENTENCE = "Laos, Nepal and Chad agreed on roads, rails and the price of 4.5 million bricks"


@pytest.mark.parametrize("row", ["€1 ", "“”", "5% ", "a, ", ". ", "😀🙂", "1;2", "word "])
def test_a_row_without_an_end_is_parted(row: str) -> None:
    lines = repair(row * 2_000).text.split("\n")
    assert len(lines) > 2
    assert max(len(TOKEN.findall(line)) for line in lines) <= MOST_TOKENS


@pytest.mark.parametrize("end", [". ", "; ", "? ", ": "])
def test_sentences_are_left_whole(end: str) -> None:
    text = (SENTENCE + end) * 60
    assert "parted rows" not in str(repair(text).notes)


def test_a_long_sentence_is_parted_at_a_comma() -> None:
    lines = repair(", ".join([SENTENCE] * 30)).text.split("\n")
    assert len(lines) > 1
    assert all(line.endswith(",") for line in lines[:-1])


def test_every_sign_keeps_its_place() -> None:
    text = "€1 " * 1_000
    repaired = repair(text)
    kept = [(c, o) for c, o in zip(repaired.text, repaired.origin, strict=False) if c not in "\n "]
    assert all(text[at] == sign for sign, at in kept)
    assert len(kept) == 2_000
