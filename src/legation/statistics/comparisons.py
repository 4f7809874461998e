"""Concentration, ranks and slopes: plain arithmetic on plain numbers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

FULL = Decimal(100)


def concentration(parts: Sequence[Decimal]) -> Decimal:
    """The Herfindahl-Hirschman index: the sum of squared shares in per cent, 10,000 for one
    supplier, near 0 for many.

    Parts need not add up to a hundred. Above 2,500 a market counts as highly concentrated (U.S.
    Horizontal Merger Guidelines of 2010, section 5.3).
    """
    total = sum(parts, Decimal(0))
    if not total:
        return Decimal(0)
    return sum(((part / total * FULL) ** 2 for part in parts), Decimal(0))


def ranking(values: Mapping[str, Decimal]) -> list[tuple[int, str, Decimal]]:
    """(rank, name, value), the largest first; equal values share the better rank."""
    ordered = sorted(values.items(), key=lambda item: (-item[1], item[0]))
    above = {value: place for place, (_, value) in reversed(list(enumerate(ordered, start=1)))}
    return [(above[value], name, value) for name, value in ordered]


def slope(values: Sequence[Decimal]) -> Decimal:
    """The least-squares slope of equally spaced values, in per cent of their mean a step; zero for
    fewer than two.
    """
    count = len(values)
    mean = sum(values, Decimal(0)) / count if count else Decimal(0)
    if count < 2 or not mean:
        return Decimal(0)
    middle = Decimal(count - 1) / 2
    top = sum(((i - middle) * (value - mean) for i, value in enumerate(values)), Decimal(0))
    bottom = sum(((i - middle) ** 2 for i in range(count)), Decimal(0))
    return top / bottom / mean * FULL
