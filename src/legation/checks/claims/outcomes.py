"""What one part of a claim comes to: true, false, or not told, with the reason in words."""

from collections.abc import Iterable

from msgspec import Struct

from legation.checks.claims.amounts import Amount

NEAR = {"exact": 0.05, "about": 0.1}
FAR = {"exact": 0.15, "about": 0.2}
"""A bare number stands when the series is within 5 %, falls when it is off by more than 15 %;
between the two nothing is said.
"""
EDGE = 0.03
"""A threshold ("over 20 %") falls only when the series is on the other side of it by more than
this part of it.
"""


class Outcome(Struct, frozen=True):
    """``holds`` is ``None`` where the series do not tell."""

    holds: bool | None
    reason: str


def untold(reason: str) -> Outcome:
    """Nothing can be said, and why."""
    return Outcome(None, reason)


def held(amount: Amount, official: float) -> bool | None:
    """Whether an official value fits a written number; ``None`` when it is near, but outside."""
    middle = amount.middle
    if amount.qualifier in {"over", "at_least"}:
        return _beyond(official, middle)
    if amount.qualifier in {"under", "at_most"}:
        return _beyond(-official, -middle)
    if amount.low <= official <= amount.high and amount.middle:
        return True
    if middle == 0:
        return abs(official) < 1e-9
    off = abs(
        official - min(max(official, min(amount.low, middle)), max(amount.high, middle))
    ) / abs(middle)
    return True if off <= NEAR[amount.qualifier] else False if off > FAR[amount.qualifier] else None


def _beyond(official: float, threshold: float) -> bool | None:
    slack = abs(threshold) * EDGE
    return (
        True
        if official >= threshold - slack / 6
        else False
        if official < threshold - slack
        else None
    )


def every(tests: Iterable[bool | None], always: bool) -> bool | None:
    """Whether something held over a stretch: in every year; it fails in any if it is said of all,
    else only in all.
    """
    seen = list(tests)
    if seen and all(test is True for test in seen):
        return True
    failed = [test is False for test in seen]
    return False if seen and (any(failed) if always else all(failed)) else None


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of several things said together."""
    seen = list(outcomes)
    if not seen:
        return untold("nothing in it that a series could settle")
    holds = (
        False
        if any(o.holds is False for o in seen)
        else None
        if any(o.holds is None for o in seen)
        else True
    )
    telling = [o.reason for o in seen if o.holds is holds] or [o.reason for o in seen]
    return Outcome(holds, "; ".join(dict.fromkeys(telling)))
