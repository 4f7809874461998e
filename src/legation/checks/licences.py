"""What the words around a figure say about its definition: which others they license, and which leave no series a say."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table
from legation.model import Assertion, Figure, Reading, Span

Meaning = Literal[
    "goods_and_services", "services", "europe", "terms", "part", "listed", "mutual", "fiscal", "open", "forecast", "denial"
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


def found(words: str) -> dict[Meaning, str]:
    """Which meanings the words hold, each with the words that say so."""
    return {cue.means: match.group(0) for cue, pattern in reversed(cues()) if (match := pattern.search(words))}


def sentences_of(reading: Reading, record: Figure | Assertion) -> Iterator[Span]:
    """The sentences that carry a record; its evidence where the reading holds none."""
    held = [s.span for s in reading.sentences if any(s.span.overlaps(e) for e in record.evidence)]
    yield from held or ([record.sentence] if record.sentence else record.evidence)


def words_of(reading: Reading, record: Figure | Assertion) -> str:
    """The words of those sentences."""
    return " ".join(reading.text(span) for span in sentences_of(reading, record))
