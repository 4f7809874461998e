"""What a written number stands for: its rounding, its qualifier, and how coarsely it may be read.

Three readings of one number, each within the next:

- :func:`printed` is the verdicts' "written interval": half the last printed digit, ``about`` ±5 %,
  ``over`` from the number to one coarser step above;
- :func:`coarse` also reads idle zeros as rounding ("40 billion" may be anything from 35 to 45);
- :func:`excusable` is what no careful reader would call wrong: a number cut off instead of rounded,
  an "about" with a little more give, and any size at all beyond an "over" or "under". Only outside
  it may a figure be called different.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from legation.checks.bounds import FOREVER, Bounds
from legation.model import Figure, Reading, Value

ABOUT = Decimal("0.05")
"""``about``, ``nearly``, ``almost``: five per cent, by the contract."""
ABOUT_EXCUSED = Decimal("0.075")
"""How far an "about" may be off before it is called different; half as much again as the
contract's five per cent.
"""
IN_WORDS = Decimal("0.125")
"""A share or factor in words ("half", "a third", "doubled") is a round number: an eighth of it
either way.
"""
RATIO_UNITS = frozenset({"%", "factor", "x", "times"})
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
DASHED = re.compile(r"\d\s?[-–—]\s?[€$£]?\d")
WITH_PLACES = re.compile(r"\d[.,]\d{1,2}(?!\d)")


Reader = Callable[[Figure], Bounds]
"""One of the three readings."""


def printed(figure: Figure) -> Bounds:
    """The interval that the written number stands for, with its qualifier."""
    return _mirrored(figure.value, lambda size: _qualified(figure, size))


def coarse(figure: Figure) -> Bounds:
    """The same where zeros at the end of the number are read as rounding."""
    return printed(figure).with_(
        _mirrored(figure.value, lambda size: _around(size, coarse_step(figure) / 2))
    )


def excusable(figure: Figure) -> Bounds:
    """Everything that the number could be meant to say by a writer who is careless, but not
    wrong.
    """
    return coarse(figure).with_(_mirrored(figure.value, lambda size: _excused(figure, size)))


def _mirrored(value: Value, reading: Callable[[Bounds], Bounds]) -> Bounds:
    """The reading of the number's size, with its sign put back: "fell more than ten per cent" goes
    down from -10.
    """
    if value.middle >= 0:
        return reading(Bounds(value.low, value.high))
    return -reading(Bounds(-value.high, -value.low))


def _qualified(figure: Figure, size: Bounds) -> Bounds:
    number = size.middle
    match figure.qualifier:
        case "about":
            return _around(size, number * ABOUT)
        case "over" | "at_least":
            return Bounds(number, number + step_above(figure))
        case "under" | "at_most":
            return Bounds(max(Decimal(0), number - step_above(figure)), number)
        case _:
            return size


def _excused(figure: Figure, size: Bounds) -> Bounds:
    number, zeros = size.middle, coarse_step(figure)
    match figure.qualifier:
        case "about":
            reach = max(number * ABOUT_EXCUSED, zeros / 2)
            return Bounds(number - reach, number + max(reach, zeros))
        case "over" | "at_least":
            return Bounds(number - zeros / 2, FOREVER)
        case "under" | "at_most":
            return Bounds(-FOREVER, number + zeros)
        case _:
            return Bounds(number - zeros / 2, number + zeros)


def _around(size: Bounds, reach: Decimal) -> Bounds:
    return Bounds(size.middle - reach, size.middle + reach)


def is_range(value: Value) -> bool:
    """Whether two numbers were written ("10 to 12 billion"): the interval is then the range, not
    one number's rounding.
    """
    return (
        len(NUMBER.findall(value.written)) > 1 and value.high - value.low > abs(value.middle) / 50
    )


def is_between(reading: Reading, figure: Figure) -> bool:
    """Whether a range is written as one: "between 10 and 12 billion", "10–12 billion"."""
    at = figure.anchor.span.start if figure.anchor else figure.evidence[0].start
    before = reading.document.text[max(0, at - len("between €€€ ")) : at].lower()
    return "between" in before or DASHED.search(figure.value.written) is not None


def in_words(value: Value) -> bool:
    """Whether it was written without a digit ("half", "a third", "two billion")."""
    return not any(character.isdigit() for character in value.written)


def last_step(value: Value) -> Decimal:
    """One unit of the last printed digit, in base units: 0.1 billion for "42.4 billion"."""
    return value.high - value.low


def coarse_step(figure: Figure) -> Decimal:
    """One unit of the last digit that is not an idle zero: 10 billion for "40 billion", 0.1
    billion for "42.0 billion".
    """
    value = figure.value
    step = last_step(value)
    if is_range(value) or step <= 0:
        return step
    if in_words(value) and figure.unit in RATIO_UNITS:
        return max(step, 2 * abs(value.middle) * IN_WORDS)
    return step if WITH_PLACES.search(value.written) else step * _idle(abs(value.middle) / step)


def step_above(figure: Figure) -> Decimal:
    """One step coarser than the number is written: up to 50 for "over 40", 43.4 for "over 42.4",
    200 for "over 100".
    """
    step, zeros = last_step(figure.value), coarse_step(figure)
    if is_range(figure.value):
        return step
    return zeros if zeros > step else step * 10


def _idle(units: Decimal) -> Decimal:
    """Ten to the number of zeros at the end: 100 for 1200; 1 for a number that is not whole."""
    if units <= 0 or units != units.to_integral_value():
        return Decimal(1)
    digits = str(int(units))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
