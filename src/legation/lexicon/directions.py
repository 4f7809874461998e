"""Words of rising and falling, for whoever reads or holds a change."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.lexicon.loader import table

Direction = Literal["up", "down", "flat", "none"]


class DirectionWord(Struct, frozen=True):
    """A row of ``directions.csv``."""

    lemma: str
    pos: Literal["verb", "noun", "adj"]
    direction: Direction


@cache
def directions() -> Mapping[tuple[str, str], Direction]:
    """Directions by lemma and part of speech."""
    return {(row.lemma, row.pos): row.direction for row in table("directions", DirectionWord)}
