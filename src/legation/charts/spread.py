"""What stories claim, on one scale; the official value as a diamond around it."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from legation.charts.drawing import drawing, label, line, path
from legation.charts.scales import apart
from legation.charts.signs import verdict_sign
from legation.views.verdicts import Badge

WIDTH, LINE, HEIGHT, EDGE = 460.0, 40.0, 88.0, 52.0
WIDE_DIAMOND = "M0 -10l10 10l-10 10l-10-10z"
LABEL = 104.0
"""Labels of two claims stand at least so far apart."""


class Stand(Struct, frozen=True, kw_only=True):
    """A value, how it is written, and who tells it."""

    value: float
    written: str
    told: str
    badge: Badge | None


def spread(claims: Sequence[Stand], official: tuple[float, str] | None, title: str) -> Markup:
    """The scale; empty without a claim.

    Args:
        claims: the values told.
        official: the official value and its words, or ``None`` where none is at hand.
        title: what is seen, in words.
    """
    if not claims:
        return Markup("")
    values = [claim.value for claim in claims] + ([official[0]] if official else [])
    low, high = min(values), max(values)
    room = WIDTH - 2 * EDGE

    def x(value: float) -> float:
        return EDGE + ((value - low) / (high - low) * room if high > low else room / 2)

    parts = [line("axis", 0, LINE, WIDTH, LINE)]
    if official:
        at = x(official[0])
        parts += [
            path("official-ring", at, LINE, WIDE_DIAMOND),
            label(at, 18, f"official {official[1]}", "mid"),
        ]
    ordered = sorted(claims, key=lambda claim: claim.value)
    places = _within(apart([x(claim.value) for claim in ordered], LABEL))
    for claim, place in zip(ordered, places, strict=True):
        parts += [
            verdict_sign(x(claim.value), LINE, claim.badge),
            label(place, 66, claim.written, "lab b mid halo"),
            label(place, 82, claim.told, "mid"),
        ]
    return drawing(WIDTH, HEIGHT, parts, title=title, name="spread")


def _within(places: list[float]) -> list[float]:
    """Pushed back so far as the last one lies beyond the edge."""
    over = max(0.0, places[-1] - (WIDTH - EDGE))
    return [place - over for place in places]
