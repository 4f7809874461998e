"""Where a day or a value stands."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


class Time(Struct, frozen=True):
    """Days from ``first`` to ``last`` on units from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands; one outside stands at the edge."""
        held = min(max(day, self.first), self.last)
        whole = max(1, (self.last - self.first).days)
        return self.left + (held - self.first).days / whole * (self.right - self.left)

    def months(self) -> Iterator[date]:
        """The first days of the months that begin within."""
        number = self.first.year * 12 + self.first.month - (1 if self.first.day == 1 else 0)
        while (day := month(number)) <= self.last:
            yield day
            number += 1


def month(number: int) -> date:
    """The first day of month ``number``, counted from year 0."""
    return date(number // 12, number % 12 + 1, 1)


def month_words(day: date, *, year: bool) -> str:
    """``Oct``, or ``Oct 2023``."""
    return f"{MONTHS[day.month - 1]} {day.year}" if year else MONTHS[day.month - 1]


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return month(day.year * 12 + day.month) - timedelta(days=1)


def ticks(top: float, about: int = 4) -> list[float]:
    """Round values from zero to at most ``top``, some ``about`` of them."""
    if top <= 0:
        return [0.0]
    raw = top / about
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(s * power for s in ROUND if s * power >= raw * 0.8)
    return [step * n for n in range(math.floor(top / step + 1e-9) + 1)]


def apart(wanted: list[float], gap: float) -> list[float]:
    """Places as near as can be to those wanted, none nearer to the next than ``gap``; in order."""
    placed: list[float] = []
    for at in sorted(wanted):
        placed.append(max(at, placed[-1] + gap) if placed else at)
    return placed
