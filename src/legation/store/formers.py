"""What was known of an affair or conflict before it was made again: what takes its place keeps its
times, and its former id leads there.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Former(Struct, frozen=True, kw_only=True):
    """An affair that was taken away; ``records`` are its members' numbers, ``members`` their
    ids.
    """

    uid: str
    status: int
    tier: int
    day: int
    day_end: int
    stories: int
    first_seen: int
    changed: int
    conflict: int
    body: bytes | None
    records: tuple[int, ...]
    members: frozenset[str]


class Dispute(Struct, frozen=True):
    """A conflict that was taken away."""

    first_seen: int
    changed: int
    body: bytes


def first_seen(former: Sequence[Former], members: Iterable[str], now: int) -> int:
    """When the ledger first learned of any of some records."""
    held = set(members)
    return min((old.first_seen for old in former if held & old.members), default=now)
