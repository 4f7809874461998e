"""Words as concepts: "jobless" and "out of work" are both ``unemployment``.

The synonyms stand in ``lexicon/en/indicator_words.csv``; a word in none of its rows is its own
concept.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from legation.lexicon import table

WORD = re.compile(r"[^\W_]+(?:[-&/’'][^\W_]+)*", re.UNICODE)
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))
KEPT = ("ss", "us", "is", "as")


class Concept(Struct, frozen=True):
    """What a phrase of a text means, and where it stands."""

    names: tuple[str, ...]
    start: int
    end: int


class Synonyms(Struct, frozen=True):
    """A row of ``indicator_words.csv``."""

    concepts: tuple[str, ...]
    words: tuple[str, ...]


class Cue(Struct, frozen=True):
    """A row of ``claim_cues.csv``."""

    cue: str
    words: tuple[str, ...]


def singular(word: str) -> str:
    """A word without its genitive and plural ends: ``emissions`` and ``emission's`` are
    ``emission``.
    """
    plain = re.sub(r"[’']s?$", "", word.lower())
    for ending, kept in ENDINGS:
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            return plain[: -len(ending)] + kept
    return (
        plain[:-1] if plain.endswith("s") and not plain.endswith(KEPT) and len(plain) > 3 else plain
    )


def concepts(text: str) -> list[Concept]:
    """The concepts of a text in order; the longest phrase of the synonyms wins, every other word
    is its own.
    """
    found, words, at = [], list(WORD.finditer(text)), 0
    keys = [singular(word[0]) for word in words]
    while at < len(words):
        length = next(
            (
                n
                for n in range(min(longest(), len(words) - at), 0, -1)
                if tuple(keys[at : at + n]) in phrases()
            ),
            0,
        )
        names = phrases()[tuple(keys[at : at + length])] if length else (keys[at],)
        last = words[at + max(length, 1) - 1]
        found.append(Concept(names, words[at].start(), last.end()))
        at += max(length, 1)
    return found


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """What each phrase of the synonyms means, by its words in the singular."""
    rows = [
        (phrase, row.concepts) for row in table("indicator_words", Synonyms) for phrase in row.words
    ]
    return {
        tuple(singular(word) for word in WORD.findall(phrase)): meant
        for phrase, meant in reversed(rows)
    }


@cache
def longest() -> int:
    """How many words the longest phrase has."""
    return max(map(len, phrases()))


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    words = [word for row in table("claim_cues", Cue) if row.cue == cue for word in row.words]
    by_length = sorted(
        (re.escape(word).replace("'", "[’']") for word in words), key=len, reverse=True
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(by_length)})(?![^\W_])", re.IGNORECASE)


def cues(cue: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a cue stand in a text."""
    yield from (match.span() for match in _pattern(cue).finditer(text))


def has(cue: str, text: str) -> bool:
    """Whether a text has a cue."""
    return _pattern(cue).search(text) is not None


@cache
def generic() -> frozenset[str]:
    """Concepts that every indicator has to do with and that tell none apart."""
    return frozenset(
        singular(word)
        for row in table("claim_cues", Cue)
        if row.cue == "generic"
        for word in row.words
    )
