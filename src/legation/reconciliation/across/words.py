"""How like the words of two records are, each word weighed by its rarity."""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from heapq import nsmallest
from math import log

from msgspec import Struct

from legation.lexicon import table

WORD = re.compile(r"[^\W\d_]{3,}")
ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
LEAST_STEM = 4
ALL = "*"
PLAIN = 3.5
"""Rarity up to which a word says little: it stands in one of our paragraphs in thirty."""
SHARED_AT_LEAST, SINGULAR = 5.0, 6.5
"""Weight of the shared words below which two sentences have nothing in common: of short sentences
one word is half. One word alone must be as rare as a name: three times in our paragraphs."""


class WordCount(Struct, frozen=True, kw_only=True):
    """A row of ``word_counts.csv``; the row of ``*`` counts all paragraphs."""

    word: str
    paragraphs: int


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its ending: enough to bring "visited" and "visits" together."""
    for ending, put in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(put) >= LEAST_STEM:
            cut = word[: len(word) - len(ending)] + put
            return cut[:-1] if len(cut) > LEAST_STEM and cut.endswith("e") else cut
    return word[:-1] if len(word) > LEAST_STEM and word.endswith("e") else word


@lru_cache(maxsize=4_096)
def stems(text: str) -> frozenset[str]:
    """The words of a text by their stems, without numbers and words of one or two letters."""
    return frozenset(stem(word) for word in WORD.findall(text.casefold()))


@cache
def _counts() -> dict[str, int]:
    return {row.word: row.paragraphs for row in table("word_counts", WordCount)}


@lru_cache(maxsize=100_000)
def weight(word: str) -> float:
    """How rare a word is: the logarithm of how many paragraphs there are for one that holds it."""
    return log(_counts()[ALL] / (1 + _counts().get(word, 0)))


def alike(one: Collection[str], other: Collection[str]) -> float:
    """The share of the shorter one's words that both have, by weight; 0 where hardly any are
    shared.
    """
    mine, yours = frozenset(one), frozenset(other)
    both = [weight(word) for word in mine & yours]
    shared = sum(both)
    if shared < SHARED_AT_LEAST or not _speak(both):
        return 0.0
    return shared / min(sum(map(weight, mine)), sum(map(weight, yours)))


def overlap(one: Collection[str], other: Collection[str]) -> float:
    """The same where something else says that both are one: any shared word counts."""
    mine, yours = frozenset(one), frozenset(other)
    least = min(sum(map(weight, mine)), sum(map(weight, yours)))
    return sum(map(weight, mine & yours)) / least if least else 0.0


def _speak(shared: Collection[float]) -> bool:
    """Whether shared words say anything: two that are not plain, or a very rare one."""
    return sum(rare > PLAIN for rare in shared) > 1 or max(shared) >= SINGULAR


def rarest(words: Collection[str], most: int) -> list[str]:
    """The rarest words, by which a record is looked up."""
    return nsmallest(most, words, key=lambda word: (-weight(word), word))
