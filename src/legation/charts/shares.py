"""A bar as long as a share: ranked bars are read more exactly than areas."""

from markupsafe import Markup

from legation.charts.drawing import short

WIDTH, HEIGHT = 100.0, 8.0


def share_bar(share: float, side: str) -> Markup:
    """A bar of a part of the whole width, for the eye alone: the number stands beside it.

    Args:
        share: 0 to 1; what is not nothing is at least a hair.
        side: the class of its colour.
    """
    wide = max(0.6, min(1.0, share) * WIDTH) if share > 0 else 0
    return Markup(
        '<svg class="barsvg" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="{}" width="{}" height="{}"/></svg>'
    ).format(int(WIDTH), int(HEIGHT), side, short(wide), int(HEIGHT))
