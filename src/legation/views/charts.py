"""Charts made of letters: bars and sparklines, both from zero, with a form for terminals that know
ASCII only.
"""

from collections.abc import Sequence
from decimal import Decimal

LEVELS, PLAIN_LEVELS = "▁▂▃▄▅▆▇█", "_.-~=+*#"
EIGHTHS = "▏▎▍▌▋▊▉█"
GAP, PLAIN_GAP = "·", " "


def sparkline(values: Sequence[Decimal | None], *, plain: bool = False) -> str:
    """One letter a value, from zero to the highest; a missing value is a dot in the middle, never a
    low bar.

    Where some values are below zero, the lowest of them is the bottom.
    """
    levels, gap = (PLAIN_LEVELS, PLAIN_GAP) if plain else (LEVELS, GAP)
    known = [value for value in values if value is not None]
    low, high = min([*known, Decimal(0)]), max([*known, Decimal(0)])
    return "".join(
        gap if value is None else levels[_level(value, low, high, len(levels))] for value in values
    )


def _level(value: Decimal, low: Decimal, high: Decimal, levels: int) -> int:
    if high == low:
        return 0
    return min(levels - 1, int((value - low) / (high - low) * levels))


def thinned(values: Sequence[Decimal | None], most: int) -> list[Decimal | None]:
    """Means of so many neighbours that at most ``most`` are left."""
    size = -(-len(values) // max(1, most))
    groups = (
        [v for v in values[at : at + size] if v is not None]
        for at in range(0, len(values), max(1, size))
    )
    return [sum(group, Decimal(0)) / len(group) if group else None for group in groups]


def bar(value: Decimal | None, largest: Decimal, width: int, *, plain: bool = False) -> str:
    """A bar as long as the value's part of ``largest``; what is not nothing is at least a hair.
    Empty for a missing value.
    """
    if value is None or value <= 0 or largest <= 0 or width <= 0:
        return ""
    eighths = max(1, min(width * 8, round(value / largest * width * 8)))
    if plain:
        return "#" * max(1, round(eighths / 8))
    full, rest = divmod(eighths, 8)
    return EIGHTHS[-1] * full + (EIGHTHS[rest - 1] if rest else "")
