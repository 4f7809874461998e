"""Breakaway lands in a sentence: nothing around them lends a side the code of their parent."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Actor


class Breakaway(Struct, frozen=True):
    """A row of ``breakaway_lands.csv``; only its name is wanted here."""

    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@cache
def _lands() -> tuple[str, ...]:
    return tuple(f"?/{row.name}" for row in table("breakaway_lands", Breakaway))


def names_a_breakaway_land(actors: Sequence[Actor]) -> bool:
    """Whether one of some actors is of a land that nothing lends the code of its parent."""
    return any(a.actor is None and a.entity.startswith(_lands()) for a in actors)
