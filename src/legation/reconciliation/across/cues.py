"""Words of a sentence by which an event is moved or called off, or a promise goes a step."""

import re
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from legation.lexicon import table

Cue = Literal[
    "moved",
    "called_off",
    "withdrawn",
    "refused",
    "delivered",
    "signed",
    "pledged",
    "offered",
    "requested",
    "remaining",
    "part",
    "another",
    "corrected",
]


class CueRow(Struct, frozen=True, kw_only=True, rename={"missed": "not"}):
    """A row of ``link_cues.csv``: ``matches`` is a sentence of the cue, ``missed`` one without."""

    kind: Cue
    pattern: str
    matches: str
    missed: str


@cache
def rows() -> tuple[CueRow, ...]:
    """The table."""
    return table("link_cues", CueRow)


@cache
def _patterns() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    kinds = dict.fromkeys(row.kind for row in rows())
    joined = {kind: "|".join(row.pattern for row in rows() if row.kind == kind) for kind in kinds}
    return tuple((kind, re.compile(pattern)) for kind, pattern in joined.items())


@cache
def _any() -> re.Pattern[str]:
    """Any cue at all: most sentences have none, and are searched once."""
    return re.compile("|".join(row.pattern for row in rows()))


@lru_cache(maxsize=20_000)
def found(sentence: str) -> frozenset[Cue]:
    """The cues of a sentence."""
    folded = sentence.casefold()
    if not _any().search(folded):
        return frozenset()
    return frozenset(kind for kind, pattern in _patterns() if pattern.search(folded))
