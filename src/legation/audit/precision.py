"""How many of the records that a person judged are right, with the interval that so small a sample
leaves open.
"""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Literal

from msgspec import Struct

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
    why: str = ""


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

    ``precision`` counts the unsure as wrong, ``without_unsure`` leaves them out. ``holds`` and
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


def precisions(found: Iterable[Judged]) -> list[Precision]:
    """One precision a kind, in the order in which the kinds first come."""
    kinds: dict[str, list[Judged]] = {}
    for judged in found:
        kinds.setdefault(judged.kind, []).append(judged)
    return [_precision(kind, rows) for kind, rows in kinds.items()]


def _precision(kind: str, rows: Sequence[Judged]) -> Precision:
    right, wrong, unsure = (
        sum(row.right == word for row in rows) for word in ("yes", "no", "unsure")
    )
    judged = right + wrong + unsure
    whole = _share(right, judged)
    return Precision(
        kind=kind,
        judged=judged,
        right=right,
        wrong=wrong,
        unsure=unsure,
        unjudged=len(rows) - judged,
        precision=whole,
        without_unsure=_share(right, right + wrong),
        holds=None if whole.point is None else whole.point >= BAR,
        holds_for_certain=None if whole.low is None else whole.low >= BAR,
    )


def _share(right: int, of: int) -> Share:
    return (
        Share(right, of, right / of, *wilson(right, of))
        if of
        else Share(right, of, None, None, None)
    )
