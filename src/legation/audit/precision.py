"""How many of the records that a person judged are right, with the interval that so small a sample
leaves open.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Literal

from msgspec import Struct

from legation.model import Tier

Judgement = Literal["yes", "no", "unsure"]
NORMAL_95 = 1.959963984540054
"""Two-sided 95 % point of the standard normal distribution."""
BAR = 0.9
"""What ``sure`` promises: nine in ten are right."""


class Judged(Struct, frozen=True, kw_only=True):
    """A record of a sheet with a person's verdict on it; ``right`` is null as long as nobody has
    judged it.
    """

    kind: str
    document: str
    record: str
    right: Judgement | None
    """Whether the core is right."""
    why: str = ""
    tier: Tier | None = None
    """Of what tier it was drawn; null in sheets that do not tell."""
    confidence: float | None = None
    wrong: tuple[str, ...] = ()
    """Fields outside the core that the person found wrong …"""
    undoubted: tuple[str, ...] = ()
    """… of those that are filled and not doubted …"""
    doubtful: tuple[str, ...] = ()
    """… and of those that are."""


class Share(Struct, frozen=True):
    """``right`` of ``of`` as a share between 0 and 1, with its 95 % interval; all three null where
    nothing was judged.
    """

    right: int
    of: int
    point: float | None
    low: float | None
    high: float | None


class Precision(Struct, frozen=True, kw_only=True):
    """What the judgements on one kind of record say.

    ``precision`` counts the unsure as wrong, ``without_unsure`` leaves them out; both are of the
    records that views show (tier ``sure``, or all where the sheet does not tell), ``of_possible``
    of the others. ``slots`` is the share of undoubted fields outside the core that are right, in
    records that are shown and have a right core; ``doubted`` the share of those fields that are
    doubted. ``area`` is the area under the curve of the confidence: how often a right record has a
    higher one than a wrong record (.5 knows nothing). ``coverage`` is the share of all right
    records that are shown, where the sheet tells of how many they were drawn. ``holds`` and
    ``holds_for_certain`` say whether the point, and whether even the lower end of the interval,
    reaches :data:`BAR`.
    """

    kind: str
    judged: int
    right: int
    wrong: int
    unsure: int
    unjudged: int
    precision: Share
    without_unsure: Share
    holds: bool | None
    holds_for_certain: bool | None
    of_possible: Share
    slots: Share
    doubted: Share
    area: float | None
    coverage: float | None


def wilson(right: int, of: int, z: float = NORMAL_95) -> tuple[float, float]:
    """The score interval of a share (E. B. Wilson, JASA 22, 1927), which also holds near 0 and 1
    and in small samples.

    Args:
        right: how many hits.
        of: among how many, at least one.
        z: the two-sided point of the normal distribution; 1.96 for 95 %.

    Returns:
        Lower and upper end, both within 0 and 1.
    """
    point, square = right / of, z * z
    middle = (point + square / (2 * of)) / (1 + square / of)
    reach = z / (1 + square / of) * sqrt(point * (1 - point) / of + square / (4 * of * of))
    low = 0.0 if right == 0 else max(0.0, middle - reach)
    high = 1.0 if right == of else min(1.0, middle + reach)
    return low, high


Held = Mapping[tuple[str, Tier], int]
"""How many records of a kind and tier there were to draw from."""


def precisions(found: Iterable[Judged], held: Held | None = None) -> list[Precision]:
    """One precision a kind, in the order in which the kinds first come."""
    kinds: dict[str, list[Judged]] = {}
    for judged in found:
        kinds.setdefault(judged.kind, []).append(judged)
    return [_precision(kind, rows, held or {}) for kind, rows in kinds.items()]


def _precision(kind: str, every: Sequence[Judged], held: Held) -> Precision:
    rows = [row for row in every if row.tier != "possible"]
    right, wrong, unsure = (
        sum(row.right == word for row in rows) for word in ("yes", "no", "unsure")
    )
    judged = right + wrong + unsure
    whole, others = _share(right, judged), _of_core([r for r in every if r.tier == "possible"])
    return Precision(
        kind=kind,
        judged=judged,
        right=right,
        wrong=wrong,
        unsure=unsure,
        unjudged=sum(row.right is None for row in every),
        precision=whole,
        without_unsure=_share(right, right + wrong),
        holds=None if whole.point is None else whole.point >= BAR,
        holds_for_certain=None if whole.low is None else whole.low >= BAR,
        of_possible=others,
        slots=_slots(rows),
        doubted=_doubted(rows),
        area=area([(r.confidence, r.right == "yes") for r in every if r.right and r.confidence]),
        coverage=_coverage(kind, whole, others, held),
    )


def _of_core(rows: Sequence[Judged]) -> Share:
    judged = [row for row in rows if row.right is not None]
    return _share(sum(row.right == "yes" for row in judged), len(judged))


def _slots(rows: Sequence[Judged]) -> Share:
    """Of the undoubted fields outside right cores, those that nobody found wrong."""
    fields = [(row, name) for row in rows if row.right == "yes" for name in row.undoubted]
    return _share(sum(name not in row.wrong for row, name in fields), len(fields))


def _doubted(rows: Sequence[Judged]) -> Share:
    doubted, sure = (sum(len(n) for n in each) for each in _beside(rows))
    return _share(doubted, doubted + sure)


def _beside(rows: Sequence[Judged]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    return [row.doubtful for row in rows], [row.undoubted for row in rows]


def area(judged: Sequence[tuple[float, bool]]) -> float | None:
    """The area under the curve of a confidence: of all pairs of a right and a wrong record the
    share in which the right one has the higher confidence, ties as half; None without such a pair.
    """
    right = [score for score, good in judged if good]
    wrong = [score for score, good in judged if not good]
    if not right or not wrong:
        return None
    won = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    return won / (len(right) * len(wrong))


def _coverage(kind: str, sure: Share, possible: Share, held: Held) -> float | None:
    """The share of right records that are shown, by how many there were of each tier."""
    shown, folded = held.get((kind, "sure")), held.get((kind, "possible"))
    if shown is None or folded is None or sure.point is None or possible.point is None:
        return None
    right = shown * sure.point + folded * possible.point
    return shown * sure.point / right if right else None


def _share(right: int, of: int) -> Share:
    return (
        Share(right, of, right / of, *wilson(right, of))
        if of
        else Share(right, of, None, None, None)
    )
