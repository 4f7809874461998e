"""A user's own neutral words: read, named in the verdict, and refused where they are none."""

from pathlib import Path

import pytest

from legation import pipeline
from legation.lexicon import own_words
from legation.model import Check, Document, Figure, LexiconError
from legation.statistics import embedded

TEXT = "Robust EU exports to Georgia were €3.6 billion in 2023."


def checked() -> Check:
    made = pipeline.ledger(Document(id="x", text=TEXT, language="en"), embedded())
    (figure,) = (r for r in made.records if isinstance(r, Figure))
    assert figure.check is not None
    return figure.check


def test_a_word_of_the_list_is_neutral_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.txt"
    monkeypatch.setenv(own_words.VARIABLE, str(path))
    assert checked().verdict == "not_checkable"
    own_words._read.cache_clear()
    path.write_text("# mine\nrobust  # a word of praise\n\n", encoding="utf-8")
    check = checked()
    assert check.verdict == "matches"
    assert any("“Robust”: neutral by your own list" in reason for reason in check.because)
    own_words._read.cache_clear()


@pytest.mark.parametrize("words", [b"two words\n", b"\xff\xfe\x00"])
def test_what_is_no_list_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: bytes
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(words)
    monkeypatch.setenv(own_words.VARIABLE, str(path))
    with pytest.raises(LexiconError, match="bad"):
        own_words.neutral()
