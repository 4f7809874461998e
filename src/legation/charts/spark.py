"""A row of small columns: stories by month."""

from collections.abc import Sequence

from markupsafe import Markup

from legation.charts.drawing import short

WIDTH, HEIGHT, MOST = 136.0, 24.0, 13
HOT = 2
"""The last columns are lit: what is new."""


def spark(stories: Sequence[tuple[str, int]]) -> Markup:
    """The last thirteen months, each with its stories; a month without one is a gap.

    Args:
        stories: months in order (``2024-03``) and their distinct stories.
    """
    shown = list(stories)[-MOST:]
    if not shown:
        return Markup("–")
    most = max(count for _, count in shown) or 1
    step = WIDTH / MOST
    parts = []
    for number, (month, count) in enumerate(shown):
        if count:
            high = max(2.0, count / most * (HEIGHT - 3))
            kind = "hot" if number >= len(shown) - HOT else ""
            parts.append(
                Markup(
                    '<rect class="{}" x="{}" y="{}" width="{}" height="{}">'
                    "<title>{}: {}</title></rect>"
                ).format(
                    kind,
                    short(1 + number * step),
                    short(HEIGHT - 1 - high),
                    short(step - 2),
                    short(high),
                    month,
                    count,
                )
            )
    said = f"{sum(count for _, count in shown)} stories from {shown[0][0]} to {shown[-1][0]}"
    return Markup(
        '<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<line x1="0" x2="{}" y1="23.5" y2="23.5"/>{}</svg>'
    ).format(int(WIDTH), int(HEIGHT), said, int(WIDTH), Markup("").join(parts))
