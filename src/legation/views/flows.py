"""The two flows of a dyad side by side, as the text gives them: what a reader wants to see at a
glance.
"""

from collections.abc import Sequence

from msgspec import Struct

from legation.model import Figure
from legation.views.wording import name_of, period_words


class Bar(Struct, frozen=True):
    """One flow. ``share`` is its length against the larger of the two, 0 to 100; ``number`` its
    entry in the brief.
    """

    label: str
    value: str
    share: int
    number: int


class Flows(Struct, frozen=True):
    """Exports and imports of one dyad, in one period and one unit."""

    title: str
    bars: tuple[Bar, Bar]


def flows(figures: Sequence[tuple[int, Figure]]) -> tuple[Flows, ...]:
    """Every dyad of which the text gives both flows.

    Args:
        figures: the figures of a brief with their numbers. Only flows of all goods that say whose
        they are, and when, are drawn.
    """
    held: dict[tuple[object, ...], tuple[int, Figure]] = {}
    drawn = []
    for number, figure in figures:
        if (
            figure.measure not in {"exports", "imports"}
            or figure.product
            or figure.nature != "flow"
            or figure.value.middle <= 0
        ):
            continue
        key = (figure.reporter, figure.partner, figure.unit, figure.period)
        other = held.get((*key, "imports" if figure.measure == "exports" else "exports"))
        if other is not None and None not in key:
            drawn.append(_drawn(other, (number, figure)))
        held.setdefault((*key, figure.measure), (number, figure))
    return tuple(drawn)


def _drawn(*pair: tuple[int, Figure]) -> Flows:
    largest = max(figure.value.middle for _, figure in pair)
    first = pair[0][1]
    title = (
        f"{name_of(first.reporter)} and {name_of(first.partner)}, {period_words(first.period)}, "
        "as the text gives it"
    )
    one, two = (
        Bar(
            _label(figure), figure.value.written, round(100 * figure.value.middle / largest), number
        )
        for number, figure in pair
    )
    return Flows(title, (one, two))


def _label(figure: Figure) -> str:
    arrow = "→" if figure.measure == "exports" else "←"
    return f"{figure.measure} {name_of(figure.reporter)} {arrow} {name_of(figure.partner)}"
