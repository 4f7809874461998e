"""Conflicts that follow from another by arithmetic: where two papers differ on imports by a billion
euros, their totals and balances differ by it too: one disagreement, not three.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from legation.views.questions.entries import Entry
from legation.views.questions.pages import Claimed, Disagreement

FLOWS = frozenset({"exports", "imports"})
SUMS = frozenset({"trade_total", "balance"})
GROWTH = "growth"
HUNDRED = Decimal(100)


class Told(NamedTuple):
    """A value of a conflict: the documents that tell it, and its interval."""

    documents: frozenset[str]
    low: Decimal
    high: Decimal


def folded(found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """Conflicts with those marked that follow from another of them.

    Args:
        found: of a pair, or of the whole ledger.

    Returns:
        The same in their order: a derived one names in ``follows`` the one that it comes from,
        which names it in ``folded``.
    """
    above: dict[str, str] = {}
    for derived in found:
        base = next((one for one in found if one is not derived and _follows(derived, one)), None)
        if base is not None:
            above[derived.id] = base.id
    return tuple(
        replace(
            one,
            follows=above.get(one.id),
            folded=tuple(derived for derived, base in above.items() if base == one.id),
        )
        for one in found
    )


def on_their_own(found: Sequence[Disagreement]) -> list[Disagreement]:
    """Conflicts without those that follow from another one among them."""
    ids = {one.id for one in found}
    return [one for one in found if one.follows not in ids]


def _follows(derived: Disagreement, base: Disagreement) -> bool:
    mine, theirs = _first(derived), _first(base)
    if mine is None or theirs is None or not _one_matter(mine, theirs):
        return False
    pairs = list(_pairs(derived, base))
    if len(pairs) < 2 or len(pairs) != len(derived.values):
        return False
    assert mine.number is not None and theirs.number is not None
    if theirs.number.measure not in FLOWS:
        return False
    if mine.number.measure in SUMS and mine.number.unit == theirs.number.unit:
        return all(_by_sum(pairs[0], other) for other in pairs[1:])
    if mine.number.measure == GROWTH and mine.number.unit == "%":
        return all(_by_growth(pairs[0], other) for other in pairs[1:])
    return False


def _first(one: Disagreement) -> Entry | None:
    entries = (entry for value in one.values for entry in value.entries)
    return next((entry for entry in entries if entry.number), None) if one.of == "figure" else None


def _one_matter(one: Entry, other: Entry) -> bool:
    """The same two sides over the same days."""
    mine, yours = ({w.code for w in e.parties if w.part in _SIDES} for e in (one, other))
    same = (one.when.start, one.when.end) == (other.when.start, other.when.end)
    return same and mine == yours and None not in mine


_SIDES = frozenset({"reporter", "partner"})


def _pairs(derived: Disagreement, base: Disagreement) -> Iterator[tuple[Told, Told]]:
    """Each value of one beside the value of the other that the same document tells."""
    below = [told for value in base.values if (told := _told(value))]
    for value in derived.values:
        mine = _told(value)
        held = [one for one in below if mine and one.documents & mine.documents]
        if mine and len(held) == 1:
            yield mine, held[0]


def _told(value: Claimed) -> Told | None:
    numbers = [entry.number for entry in value.entries if entry.number]
    if not numbers:
        return None
    documents = frozenset(s.document for entry in value.entries for s in entry.sources)
    return Told(documents, Decimal(numbers[0].low), Decimal(numbers[0].high))


def _by_sum(one: tuple[Told, Told], other: tuple[Told, Told]) -> bool:
    """Whether totals (or balances) are as far apart as the flows, within what the written numbers
    leave open.
    """
    (total, flow), (second, less) = one, other
    apart, slack = _middle(total) - _middle(second), _slack(total, second)
    below = _middle(flow) - _middle(less)
    slack += _slack(flow, less)
    return min(abs(apart - below), abs(apart + below)) <= slack and abs(below) > slack / 4


def _by_growth(one: tuple[Told, Told], other: tuple[Told, Told]) -> bool:
    """Whether the rates lead from one base to the two levels."""
    (rate, level), (second, less) = one, other
    first, last = _start(rate, level), _start(second, less)
    return first[0] <= last[1] and last[0] <= first[1]


def _start(rate: Told, level: Told) -> tuple[Decimal, Decimal]:
    """The level from which a rate leads to another, as an interval."""
    low, high = 1 + rate.low / HUNDRED, 1 + rate.high / HUNDRED
    if low <= 0:
        return Decimal("-inf"), Decimal("-inf")
    return level.low / high, level.high / low


def _middle(told: Told) -> Decimal:
    return (told.low + told.high) / 2


def _slack(*told: Told) -> Decimal:
    return sum(((one.high - one.low) / 2 for one in told), Decimal(0))
