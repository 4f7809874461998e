"""Rows without an end parted: a table that lost its line ends, a list of prices, a row of signs.

A parser, and much of what reads after it, takes time and memory with the square of a sentence's
length and worse. No sentence of news has so many words; what has is none.
"""

import re
from collections.abc import Iterator

from legation.documents.repairs.edits import Draft, Edit, apply

MOST_TOKENS = 220
"""Words and signs from one sentence end to the next. The longest sentence of our corpus has 96, the
longest recital of a treaty that we met 190 (2026-12-01)."""
LATEST = 0.5
"""Of them, how many must stand before a comma at which the row is parted."""
TOKEN = re.compile(r"[^\W_]{1,40}|[^\w\s]|_")
ENDS = frozenset(".!?;:\n")
SOFT = frozenset(",)]")


def part(draft: Draft) -> Draft:
    """The draft with a line break wherever a sentence has more words and signs than any has."""
    return apply(draft, _breaks(draft.text), "parted rows without a sentence end at {} place{s}")


def _breaks(text: str) -> Iterator[Edit]:
    """Where to part: behind the last comma or bracket of the second half, else where the limit
    is; a stop between digits is no end.
    """
    at = 0
    for line in text.split("\n"):
        yield from _line_breaks(line, at)
        at += len(line) + 1


def _line_breaks(line: str, at: int) -> Iterator[Edit]:
    count = soft = 0
    for found in TOKEN.finditer(line):
        sign, end = found.group(), found.end()
        if sign in ENDS and not line[end : end + 1].isalnum() and _has_words(line, end):
            count = soft = 0
            continue
        count += 1
        if sign in SOFT and count > LATEST * MOST_TOKENS:
            soft = end
        if count >= MOST_TOKENS:
            place = soft or end
            gap = 1 if line[place : place + 1] == " " else 0
            yield Edit(at + place, at + place + gap, "\n")
            count = soft = 0


def _has_words(line: str, end: int) -> bool:
    """Whether a stop ends words: ". . . ." is no row of sentences."""
    return line[max(0, end - 3) : end - 1].strip(" .!?;:").isalnum()
