"""How a number is meant: done, promised, hoped for, reckoned up over years."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table
from legation.model import Quantity, Token
from legation.records.figures.passages import Passage

Nature = Literal["flow", "stock", "cumulative", "pledge", "disbursed", "target", "forecast"]
REACH_BACK, REACH_ON = 14, 10


class NatureCue(Struct, frozen=True):
    """A row of ``natures.csv``; ``words`` are lemmas apart by spaces."""

    words: str
    nature: Nature
    measures: tuple[str, ...] = ()


@cache
def cues() -> tuple[tuple[tuple[str, ...], Nature, frozenset[str]], ...]:
    """The cues as lemma sequences, in file order."""
    return tuple((tuple(c.words.split()), c.nature, frozenset(c.measures)) for c in table("natures", NatureCue))


def nature(passage: Passage, quantity: Quantity, measure: str) -> Nature:
    """The nature of a figure by the cues in its clause; ``flow`` where there is none."""
    words = _clause(passage, quantity)
    forms = [{t.lemma, t.lower} for t in words]
    for sequence, meant, measures in cues():
        if measures and measure not in measures:
            continue
        if any(all(s in forms[n + k] for k, s in enumerate(sequence)) for n in range(len(forms) - len(sequence) + 1)):
            return meant
    if measure == "investment" and _until(passage, quantity):
        return "target"
    return "flow"


def _clause(passage: Passage, quantity: Quantity) -> list[Token]:
    """The words around a number, within the bounds of its clause."""
    tokens = passage.sentence.tokens
    left = [t for t in tokens if t.end <= quantity.span.start][-REACH_BACK:]
    right = [t for t in tokens if t.start >= quantity.span.end][:REACH_ON]
    return [*_cut(left[::-1])[::-1], *_cut(right)]


def _cut(words: Sequence[Token]) -> list[Token]:
    stop = next(
        (n for n, t in enumerate(words) if t.lower in ("while", "whereas", "but", ";", "which", "compared") or t.text == ":"),
        len(words),
    )
    return list(words[:stop])


def _until(passage: Passage, quantity: Quantity) -> bool:
    """Whether a date after "by" follows: "… to $1.44 trillion by 2035"."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:6]
    dated = {t.i for d in passage.dates for t in passage.sentence.within(d.span)}
    return any(t.lower == "by" and (t.i + 1) in dated for t in following)
