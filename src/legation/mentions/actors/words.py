"""Names looked up by their first word: one dictionary, one pass over the words of a sentence."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from legation.model import Token

T = TypeVar("T")
PIECE = re.compile(r"[^\W_]+|\+")
LINKS = frozenset(("-", "–", "'", "’", ".", "`", "/", "‑"))
"""Tokens that may stand within a name without a trace in the register."""
BARRIER = ""
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d"}
)


class Word(NamedTuple):
    """A piece of a token without accents: as written, in lower case, and the token's place in the
    sentence.
    """

    written: str
    lower: str
    at: int


class Phrase(NamedTuple, Generic[T]):
    """A name in the register: its words, as they must be written where case matters, and what it
    means.
    """

    words: tuple[str, ...]
    written: tuple[str, ...]
    exact: bool
    means: T


class Match(NamedTuple, Generic[T]):
    """Tokens ``[start, end)`` of a sentence that are a name, counted from its first token."""

    start: int
    end: int
    means: T


@lru_cache(maxsize=50_000)
def pieces(text: str) -> tuple[str, ...]:
    """The words in a piece of text, accents and the full stops of abbreviations taken away."""
    if text.isascii():
        return tuple(PIECE.findall(text.replace(".", "")))
    flat = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return tuple(
        PIECE.findall("".join(c for c in flat if not unicodedata.combining(c)).replace(".", ""))
    )


def words(tokens: Sequence[Token]) -> list[Word]:
    """The words of a sentence; punctuation that cannot stand in a name is an empty word."""
    found: list[Word] = []
    for at, token in enumerate(tokens):
        split = pieces(token.text)
        if split:
            found.extend(Word(piece, piece.lower(), at) for piece in split)
        elif token.text not in LINKS:
            found.append(Word(BARRIER, BARRIER, at))
    return found


class Gazetteer(Generic[T]):
    """Names and what they mean. The longest name wins; names written in capitals must be so in the
    text.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[Phrase[T]]] = {}
        for name, means in entries:
            written = pieces(name)
            if written:
                lower = tuple(piece.lower() for piece in written)
                phrase = Phrase(lower, written, _shouted(written), means)
                self._by_first.setdefault(lower[0], []).append(phrase)
        for held in self._by_first.values():
            held.sort(key=lambda phrase: -len(phrase.words))

    def matches(self, found: Sequence[Word]) -> Iterator[Match[T]]:
        """The names in a sentence, longest first at each place, none within another."""
        at = 0
        while at < len(found):
            phrase = self.at(found, at) if found[at].lower in self._by_first else None
            if phrase is None:
                at += 1
                continue
            last = at + len(phrase.words) - 1
            yield Match(found[at].at, found[last].at + 1, phrase.means)
            at = last + 1

    def at(self, found: Sequence[Word], at: int) -> Phrase[T] | None:
        """The longest name that begins at a word."""
        for phrase in self._by_first.get(found[at].lower, ()):
            size = len(phrase.words)
            if size > 1 and (at + size > len(found) or found[at + 1].lower != phrase.words[1]):
                # most candidates end here: half of all names begin with a handful of words
                continue
            held = found[at : at + size]
            if tuple(w.lower for w in held) == phrase.words and _written(phrase, held):
                return phrase
        return None

    def get(self, text: str) -> T | None:
        """What a whole text means, if it is a name."""
        split = [Word(piece, piece.lower(), n) for n, piece in enumerate(pieces(text))]
        phrase = self.at(split, 0) if split else None
        return phrase.means if phrase is not None and len(phrase.words) == len(split) else None


def _shouted(written: Sequence[str]) -> bool:
    return (len(written) == 1 and len(written[0]) < 7 and written[0].isupper()) or written == (
        "U",
        "S",
    )


def _written(phrase: Phrase[T], held: Sequence[Word]) -> bool:
    if phrase.exact:
        return held[0].written == phrase.written[0]
    return all(
        w.written[0].isupper() or p[0].islower() or not p[0].isalpha()
        for w, p in zip(held, phrase.written, strict=True)
    )
