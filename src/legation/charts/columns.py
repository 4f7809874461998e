"""Official values by year as columns, and every claim a line across its year with its verdict.

Panels of one unit share one scale (units a pixel), not one height; what is not at hand is hatched
and named, never drawn as zero.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from legation.charts.drawing import Body, at_three_widths, box, label, line, linked
from legation.charts.scales import apart, ticks
from legation.charts.signs import verdict_sign
from legation.views.verdicts import Badge

LEFT, RIGHT, RIGHT_NARROW = 38.0, 164.0, 10.0
HEAD, FOOT, BETWEEN, HIGHEST = 26.0, 26.0, 22.0, 170.0
LEAST = 46.0
"""A panel is at least so high, whatever its values."""
HATCH = 60.0
YEARS_NARROW = 5
LINE_GAP = 19.0
Column = tuple[int, float | None]
"""A year and its official value."""


class Claim(Struct, frozen=True, kw_only=True):
    """A value that stories claim for a year, in the unit of the panel."""

    year: int
    value: float
    words: str
    badge: Badge | None
    address: str


class Panel(Struct, frozen=True, kw_only=True):
    """One flow: its official values by year (``None``: no series at hand) and the claims."""

    name: str
    side: str
    values: tuple[Column, ...]
    claims: tuple[Claim, ...] = ()

    @property
    def top(self) -> float:
        """Its largest value or claim."""
        held = [v for _, v in self.values if v is not None] + [c.value for c in self.claims]
        return max(held, default=0.0)


def claims_on_record(panels: Sequence[Panel], title: str) -> Markup:
    """The chart, empty where there is neither a value nor a claim."""
    top = max((panel.top for panel in panels), default=0.0)
    if top <= 0:
        return Markup("")

    def draw(width: float, narrow: bool) -> Body:
        parts: list[Markup] = []
        y = 0.0
        for panel in panels:
            high = max(LEAST, HIGHEST * panel.top * 1.06 / top)
            parts += _panel(panel, y, width, high, top, narrow)
            y += HEAD + high + BETWEEN
        return y + FOOT - BETWEEN, [*parts, *_years(panels, width, y - BETWEEN, narrow)]

    return at_three_widths(draw, title)


def _shown(values: Sequence[Column], narrow: bool) -> list[tuple[int, float | None]]:
    return list(values[-YEARS_NARROW:] if narrow else values)


def _step(count: int, width: float, narrow: bool) -> float:
    return (width - LEFT - (RIGHT_NARROW if narrow else RIGHT)) / max(1, count)


def _years(panels: Sequence[Panel], width: float, base: float, narrow: bool) -> Iterator[Markup]:
    shown = _shown(panels[0].values, narrow)
    step = _step(len(shown), width, narrow)
    for number, (year, _) in enumerate(shown):
        yield label(LEFT + (number + 0.5) * step, base + 17, str(year), "mid")


def _panel(
    panel: Panel, top: float, width: float, high: float, largest: float, narrow: bool
) -> Iterator[Markup]:
    shown = _shown(panel.values, narrow)
    step = _step(len(shown), width, narrow)
    right = LEFT + step * len(shown)
    base = top + HEAD + high
    unit = HIGHEST / (largest * 1.06)
    yield label(0, top + 14, panel.name, f"lab b {panel.side}")
    for tick in ticks(max(panel.top, largest * LEAST / HIGHEST), 3):
        at = base - tick * unit
        if at >= top + HEAD - 8:
            yield line("grid" if tick else "axis", LEFT, at, right, at)
            yield label(LEFT - 7, at + 4.5, f"{tick:g}", "end")
    yield from _gaps(shown, step, base)
    for number, (year, value) in enumerate(shown):
        if value is not None:
            x = LEFT + (number + 0.16) * step
            yield box(
                f"{panel.side} col",
                x,
                base - value * unit,
                step * 0.68,
                value * unit,
                f"{year}: {value:.2f}",
            )
    yield from _claims(panel, [year for year, _ in shown], step, base, unit, narrow)


def _gaps(shown: Sequence[Column], step: float, base: float) -> Iterator[Markup]:
    """Neighbouring years without a series are one hatched field with its words."""
    start: int | None = None
    for number, (_, value) in enumerate([*shown, (0, 0.0)]):
        if value is None and start is None:
            start = number
        elif value is not None and start is not None:
            x, wide = LEFT + start * step + 3, (number - start) * step - 6
            yield box("gap", x, base - HATCH / 1.6, wide, HATCH / 1.6, "no series at hand")
            if wide > 110:
                yield label(x + wide / 2, base - HATCH / 4 + 4, "no series at hand", "mid halo")
            start = None


def _claims(
    panel: Panel, years: Sequence[int], step: float, base: float, unit: float, narrow: bool
) -> Iterator[Markup]:
    """Claims of the last year are told at the edge, pushed apart; the others by their sign."""
    held = sorted((c for c in panel.claims if c.year in years), key=lambda c: -c.value)
    edge = [c for c in held if c.year == years[-1] and not narrow]
    places = dict(
        zip(
            (id(c) for c in edge),
            apart([base - c.value * unit for c in edge], LINE_GAP),
            strict=True,
        )
    )
    for claim in held:
        x = LEFT + years.index(claim.year) * step
        at = base - claim.value * unit
        tone = claim.badge.tone if claim.badge else "mute"
        parts = [line(f"claim v-{tone}", x + 1, at, x + step - 1, at)]
        if id(claim) in places:
            beside = places[id(claim)]
            parts += [
                line(f"claim v-{tone}", x + step - 1, at, x + step + 7, beside),
                verdict_sign(x + step + 14, beside, claim.badge),
                label(x + step + 26, beside + 4.5, claim.words, f"v-{tone}"),
            ]
        else:
            parts.append(verdict_sign(x + step / 2, at, claim.badge))
        verdict = claim.badge.word if claim.badge else "not checked"
        yield linked(claim.address, f"{claim.year}: {claim.words}, {verdict}", *parts)
