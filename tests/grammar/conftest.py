"""Sentences parsed once for all tests of the grammar, and the table of what it must answer."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from legation import documents
from legation.grammar.clauses import clause
from legation.grammar.factuality import factuality
from legation.language import sentences
from legation.model import Sentence, Token

TABLE = Path(__file__).parent / "sentences.csv"
FIELDS = ("subject", "object", "status", "polarity", "chain")


class Row(NamedTuple):
    """A sentence with the word asked about and the answers wanted; ``*`` is not asked."""

    text: str
    word: str
    wanted: tuple[str, ...]

    def differences(self) -> dict[str, tuple[str, str]]:
        """What is answered otherwise than wanted: field, wanted, answered."""
        sentence, token = found(self.text, self.word)
        told = answers(sentence, token)
        pairs = zip(FIELDS, self.wanted, told, strict=True)
        return {name: (w, t) for name, w, t in pairs if w != "*" and "*" != t != w}


def rows() -> list[Row]:
    """The table of sentences."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line and not line.startswith(("#", "text|"))]
    return [Row(text, word, tuple(wanted)) for text, word, *wanted in (t.split("|") for t in told)]


@cache
def parsed(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text."""
    return tuple(sentences(documents.repair(text)))


def found(text: str, word: str) -> tuple[Sentence, Token]:
    """The first word of a text that is written so, and its sentence."""
    for sentence in parsed(text):
        for token in sentence.tokens:
            if token.text == word:
                return sentence, token
    raise AssertionError(f"no “{word}” in “{text}”")


def answers(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """What the grammar answers about a word, in the words of the table."""
    told = factuality(sentence, token)
    chain = ", ".join(
        f"{link.source.text if link.source else '-'} {link.stance}" for link in told.chain
    )
    if token.tag[:1] != "V":
        return ("*", "*", told.status, told.polarity, chain)
    around = clause(sentence, token)
    sides = (around.subject, around.object)
    named = (side.text if side is not None else "-" for side in sides)
    return (*named, told.status, told.polarity, chain)


@pytest.fixture
def find() -> Callable[[str, str], tuple[Sentence, Token]]:
    return found


@pytest.fixture
def parse() -> Callable[[str], tuple[Sentence, ...]]:
    return parsed


@pytest.fixture(scope="session")
def table() -> list[Row]:
    return rows()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each row of the table for a test that wants ``asked``."""
    if "asked" in metafunc.fixturenames:
        metafunc.parametrize("asked", rows(), ids=lambda r: f"{r.word}: {r.text}")
