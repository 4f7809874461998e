"""The signs of verdicts inside a chart: holds is round, does not hold is square."""

from markupsafe import Markup

from legation.charts.drawing import DIAMOND, short
from legation.views.verdicts import Badge

TICK = "M-2.8 .2l2 2.2 3.6-4.4"
INNER = {
    "alt": TICK,
    "near": "M-3 .3c1.2-1.4 2-.9 3 0s1.8 1.2 3-.2",
    "eq": "M-2.6 -1.4h5.2m-5.2 2.8h5.2",
    "no": "M-2.6 -2.6l5.2 5.2m0-5.2l-5.2 5.2",
    "ne": "M-3 -1.4h6m-6 2.8h6m-1.6-4.6l-2.8 6.4",
}
SQUARES = frozenset({"no", "ne"})
RINGS = frozenset({"alt", "near", "eq"})


def verdict_sign(x: float, y: float, badge: Badge | None) -> Markup:
    """A verdict's sign around a place; a broken ring where nothing was checked."""
    symbol, tone = (badge.symbol, badge.tone) if badge else ("dash", "mute")
    if symbol in SQUARES:
        shape = Markup(
            '<rect class="v-{}" x="-5.5" y="-5.5" width="11" height="11"/>'
            '<path class="on-{}" d="{}"/>'
        ).format(tone, tone, INNER[symbol])
    elif symbol == "ok":
        shape = Markup('<circle class="v-{}" r="6"/><path class="on-{}" d="{}"/>').format(
            tone, tone, TICK
        )
    elif symbol == "two":
        shape = Markup('<path class="v-{}" d="{}"/>').format(tone, DIAMOND)
    elif symbol in RINGS:
        shape = Markup('<circle class="ring v-{}" r="5.6"/><path class="in v-{}" d="{}"/>').format(
            tone, tone, INNER[symbol]
        )
    else:
        shape = Markup('<circle class="ring broken v-mute" r="5.2"/>')
    return Markup('<g transform="translate({} {})">{}</g>').format(short(x), short(y), shape)
