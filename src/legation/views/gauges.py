"""The written interval of a figure and the official value on one line."""

from decimal import Decimal

from msgspec import Struct

from legation.model import Figure, Observation

HUNDRED = Decimal(100)
POINTS = frozenset({"%", "pp"})
NEAR = Decimal("0.05")
"""Below this difference in per cent, or in points, two values are told as the same."""


class Gauge(Struct, frozen=True, kw_only=True):
    """Where the written interval and the official value lie on a line from 0 to 1.

    ``distance`` says in words how far the text is from the official value, ``None`` where it is
    the same to the digits shown.
    """

    low: float
    high: float
    official: float
    distance: str | None


def gauge(figure: Figure) -> Gauge | None:
    """The gauge of a figure that was held against one official value of the same unit."""
    seen = figure.check.observations if figure.check else ()
    if len(seen) != 1 or seen[0].unit != figure.unit:
        return None
    low, high, official = figure.value.low, figure.value.high, seen[0].value
    margin = max(abs(official - low), abs(official - high), high - low) / 4
    first, last = min(low, official) - margin, max(high, official) + margin
    if last <= first:
        return None
    low_at, high_at, official_at = (
        float((value - first) / (last - first)) for value in (low, high, official)
    )
    return Gauge(
        low=low_at, high=high_at, official=official_at, distance=_distance(figure, seen[0])
    )


def _distance(figure: Figure, seen: Observation) -> str | None:
    """``+6.5 % against official``; two percentages differ in points."""
    apart = figure.value.middle - seen.value
    if figure.unit in POINTS:
        return _signed(apart, "points")
    return _signed(apart / abs(seen.value) * HUNDRED, "% against official") if seen.value else None


def _signed(apart: Decimal, unit: str) -> str | None:
    if abs(apart) < NEAR:
        return None
    return f"{'+' if apart > 0 else '−'}{abs(apart):.1f} {unit}"
