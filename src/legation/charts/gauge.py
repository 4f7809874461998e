"""The written interval as a bracket and the official value as a diamond, on one line."""

from markupsafe import Markup

from legation.views.gauges import Gauge

WIDTH, HEIGHT, LINE = 280.0, 40.0, 13.0
NARROWEST = 3.0
"""A bracket narrower than this, in units of the drawing, would be a line."""
ARM, DIAMOND, APART = 3.0, 6.5, 56.0
"""Length of a bracket's arms, half a diamond, and how far two labels must be from one another."""


def gauge(held: Gauge, tone: str) -> Markup:
    """The gauge as SVG.

    Args:
        held: where interval and official value lie, 0 to 1.
        tone: the verdict's, a class of the style sheet.
    """
    low, high, official = (round(WIDTH * at, 1) for at in (held.low, held.high, held.official))
    if high - low < NARROWEST:
        middle = (low + high) / 2
        low, high = round(middle - NARROWEST / 2, 1), round(middle + NARROWEST / 2, 1)
    written = _anchored((low + high) / 2)
    said = f"official value {'inside' if low <= official <= high else 'outside'} what is written"
    parts = [
        Markup('<svg class="chart gauge" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(
            int(WIDTH), int(HEIGHT), said
        ),
        Markup('<line class="axis" x1="0" x2="{}" y1="{}" y2="{}"/>').format(
            int(WIDTH), LINE, LINE
        ),
        Markup('<rect class="v-{} band" x="{}" y="4" width="{}" height="18"/>').format(
            tone, low, round(high - low, 1)
        ),
        Markup('<path class="claim v-{}" d="M{} 4H{}V22H{}M{} 4H{}V22H{}"/>').format(
            tone, low + ARM, low, low + ARM, high - ARM, high, high - ARM
        ),
        Markup('<path class="official" d="M{} {}l{} {}l-{} {}l-{} -{}z"/>').format(
            official, LINE - DIAMOND, *(DIAMOND,) * 6
        ),
    ]
    return Markup("").join([*parts, _labels(official, written), Markup("</svg>")])


def _labels(official: float, written: float) -> Markup:
    """Two labels, or one where they would stand over one another."""
    at = _anchored(official)
    if abs(at - written) < APART:
        return _label((at + written) / 2, "official, written")
    return _label(at, "official") + _label(written, "written")


def _label(at: float, word: str) -> Markup:
    return Markup('<text class="mid" x="{}" y="36">{}</text>').format(round(at, 1), word)


def _anchored(at: float) -> float:
    """Kept so far from the edges that a centred label is not cut."""
    return min(max(at, APART / 2), WIDTH - APART / 2)
