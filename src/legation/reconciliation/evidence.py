"""The words of two records that say one thing, put together and kept short: evidence that is
everywhere proves nothing.
"""

from collections.abc import Sequence
from typing import TypeVar

from legation.model import Period, Record, Span

T = TypeVar("T")

MOST_CHARACTERS = 300
"""Of joint evidence; a record's own is never cut."""


def joined(own: Sequence[Span], more: Sequence[Span]) -> tuple[Span, ...]:
    """Own spans and as many of the others, in the order of the text, as fit; none that overlaps
    one already held.
    """
    held = list(own)
    room = MOST_CHARACTERS - sum(span.end - span.start for span in held)
    for span in more:
        if span.end - span.start <= room and not any(span.overlaps(other) for other in held):
            held.append(span)
            room -= span.end - span.start
    return tuple(held)


def period(one: Period | None, other: Period | None) -> Period | None:
    """The narrower of two compatible periods."""
    if one is None or other is None:
        return one or other
    return other if _days(other) < _days(one) else one


def compatible(one: Period | None, other: Period | None) -> bool:
    """Whether two dates may be one: equal, one within the other, or one not known."""
    if one is None or other is None or one.same(other):
        return True
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return (one.start <= other.start and other.end <= one.end) or (
        other.start <= one.start and one.end <= other.end
    )


def agree(one: T | None, other: T | None) -> bool:
    """Whether two slots hold the same, or one of them nothing."""
    return one is None or other is None or one == other


def inherited(own: Sequence[str], more: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    """Which fields of a joint record come from context: for those ``taken`` from the second
    record, what holds there.
    """
    return tuple(
        dict.fromkeys(
            [
                *(name for name in own if name not in taken),
                *(name for name in more if name in taken),
            ]
        )
    )


def _days(period: Period) -> int:
    if period.start is None or period.end is None:
        return 1 << 30
    return (period.end - period.start).days


def uncertain(one: Record, other: Record) -> dict[str, str]:
    """Why the core of two tellings of one record is less sure; nothing where either is sure."""
    return {} if "sure" in (one.tier, other.tier) else one.uncertain
