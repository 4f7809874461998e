"""Interval arithmetic: every written number is an interval, and so is all that is worked out from
it.
"""

from decimal import Decimal

from msgspec import Struct

FOREVER = Decimal("1e30")
"""Stands for infinity where a bound is open ("over 40 billion"): no amount of money comes near
it.
"""


class Bounds(Struct, frozen=True):
    """From ``low`` to ``high``, both inclusive."""

    low: Decimal
    high: Decimal

    def holds(self, number: Decimal) -> bool:
        """Whether a number lies within."""
        return self.low <= number <= self.high

    def meets(self, other: "Bounds") -> bool:
        """Whether the two share at least one number."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, part: Decimal) -> "Bounds":
        """Wider on both sides by that part of the bound (0.01 is one per cent)."""
        return Bounds(self.low - abs(self.low) * part, self.high + abs(self.high) * part)

    def with_(self, other: "Bounds") -> "Bounds":
        """The smallest interval that holds both."""
        return Bounds(min(self.low, other.low), max(self.high, other.high))

    @property
    def middle(self) -> Decimal:
        """Half-way between the bounds."""
        return (self.low + self.high) / 2

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(self.low + other.low, self.high + other.high)

    def __neg__(self) -> "Bounds":
        return Bounds(-self.high, -self.low)

    def __sub__(self, other: "Bounds") -> "Bounds":
        return self + -other

    def __mul__(self, factor: Decimal) -> "Bounds":
        ends = (self.low * factor, self.high * factor)
        return Bounds(min(ends), max(ends))

    def over(self, other: "Bounds") -> "Bounds | None":
        """The quotients of numbers of both; ``None`` where the divisor can be zero or less, or the
        dividend negative.
        """
        if other.low <= 0 or self.low < 0:
            return None
        return Bounds(self.low / other.high, self.high / other.low)

    @property
    def size(self) -> "Bounds":
        """Without the sign."""
        if self.low >= 0:
            return self
        return -self if self.high <= 0 else Bounds(Decimal(0), max(-self.low, self.high))
