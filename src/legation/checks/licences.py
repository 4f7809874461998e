"""What the words around a figure say about its definition: which others they license, and which
leave no series a say.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from legation.checks import places
from legation.lexicon import table
from legation.model import Assertion, Figure, Reading, Span

Meaning = Literal[
    "goods_and_services",
    "services",
    "europe",
    "terms",
    "part",
    "listed",
    "mutual",
    "fiscal",
    "open",
    "forecast",
    "denial",
]


class Cue(Struct, frozen=True, kw_only=True):
    """A row of ``check_cues.csv``."""

    means: Meaning
    pattern: str
    example: str
    counterexample: str


@cache
def cues() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    """All cues with their patterns compiled, once a process."""
    return tuple((cue, re.compile(cue.pattern, re.IGNORECASE)) for cue in table("check_cues", Cue))


def both_kinds(text: str) -> Iterator[re.Match[str]]:
    """Where a text speaks of goods and services together."""
    for cue, pattern in cues():
        if cue.means == "goods_and_services":
            yield from pattern.finditer(text)


def found(words: str) -> dict[Meaning, str]:
    """Which meanings the words hold, each with the words that say so."""
    return dict(_found(words))


@lru_cache(maxsize=512)
def _found(words: str) -> tuple[tuple[Meaning, str], ...]:
    """Sorted as the table is; of one meaning the first cue counts. Remembered, as each figure of a
    sentence asks again.
    """
    hits = {
        cue.means: match.group(0)
        for cue, pattern in reversed(cues())
        if (match := pattern.search(words))
    }
    return tuple(hits.items())


def sentences_of(reading: Reading, record: Figure | Assertion) -> Iterator[Span]:
    """The sentences that carry a record; its evidence where the reading holds none."""
    held = dict.fromkeys(s.span for e in record.evidence for s in places.sentences_over(reading, e))
    yield from sorted(held) or ([record.sentence] if record.sentence else record.evidence)


def words_of(reading: Reading, record: Figure | Assertion) -> str:
    """The words of those sentences."""
    return " ".join(reading.text(span) for span in sentences_of(reading, record))
