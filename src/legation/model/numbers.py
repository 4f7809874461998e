"""Written numbers as intervals.

A newspaper's "42.4 billion" stands for every value that rounds to it: [42.35, 42.45] billion.
"""

from decimal import Decimal

from msgspec import Struct

HALF = Decimal("0.5")


class Value(Struct, frozen=True, kw_only=True):
    """The interval that a written number stands for, in base units, and the words that wrote it."""

    low: Decimal
    high: Decimal
    written: str

    @property
    def middle(self) -> Decimal:
        """The number as written, in base units."""
        return (self.low + self.high) / 2

    def holds(self, official: Decimal) -> bool:
        """Whether an official value could have been written so."""
        return self.low <= official <= self.high


def step(digits: Decimal) -> Decimal:
    """One unit of the last printed digit: 0.1 for ``42.4``, 1 for ``40``."""
    exponent = digits.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)


def coarse_step(digits: Decimal) -> Decimal:
    """The same when zeros at the end of a whole number are read as rounding: 10 for ``40``, 100
    for ``1200``.
    """
    if digits == 0 or step(digits) < 1:
        return step(digits)
    zeros = len(str(abs(int(digits)))) - len(str(abs(int(digits))).rstrip("0"))
    return Decimal(1).scaleb(zeros)


def value(digits: Decimal, scale: Decimal, written: str) -> Value:
    """The values that ``digits`` times ``scale`` stands for.

    Args:
        digits: the number as written, e.g. ``Decimal("42.4")``; its printed places give the
        precision.
        scale: what one unit of it is worth, e.g. ``Decimal(10) ** 9`` for billions.
        written: the words of the source.
    """
    half = HALF * step(digits)
    return Value(
        low=plain((digits - half) * scale), high=plain((digits + half) * scale), written=written
    )


def plain(number: Decimal) -> Decimal:
    """Without an exponent and without idle zeros, as the contract prints decimals."""
    if number == number.to_integral_value():
        return Decimal(int(number))  # quantize would raise beyond the context's 28 digits
    return number.normalize()
