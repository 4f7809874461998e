"""The blocs that a country was a member of on a day."""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from legation.lexicon import table

EU = "EUR"


class Bloc(Struct, frozen=True, kw_only=True):
    """A row of ``blocs.csv``: the bloc's code as an actor, and its group of members."""

    code: str
    group: str


class Member(Struct, frozen=True, kw_only=True):
    """A row of ``eu_membership.csv`` or ``country_group_members.csv``: first and last day."""

    code: str
    group: str = EU
    start: date | None = None
    end: date | None = None

    def on(self, day: date) -> bool:
        """Whether it was a member on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@cache
def _members() -> dict[str, list[tuple[str, Member]]]:
    """By country the blocs that it is or was in."""
    groups = {bloc.group: bloc.code for bloc in table("blocs", Bloc)}
    rows = (*table("eu_membership", Member), *table("country_group_members", Member))
    held: dict[str, list[tuple[str, Member]]] = {}
    for row in rows:
        if row.group in groups:
            held.setdefault(row.code, []).append((groups[row.group], row))
    return held


@lru_cache(maxsize=65_536)
def of(actor: str, on: date | None) -> Sequence[str]:
    """The codes of the blocs of an actor, an institution's under its state; on today's list where
    no day is known.
    """
    day = on or date.max
    return tuple(
        dict.fromkeys(code for code, member in _members().get(actor, ()) if member.on(day))
    )
