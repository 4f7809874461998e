"""Two flows by month as lines; events as numbered pins under the axis, listed below the chart. An
event beside a line is no proof that it moved it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup
from msgspec import Struct

from legation.charts.drawing import (
    Body,
    at_three_widths,
    box,
    dot,
    label,
    line,
    linked,
    short,
)
from legation.charts.scales import Time, month_end, ticks

LEFT, RIGHT, RIGHT_NARROW, TOP, HIGH, PINS = 34.0, 96.0, 12.0, 14.0, 190.0, 34.0
PIN_GAP = 20.0
YEAR_LABEL = 44.0


class Run(Struct, frozen=True, kw_only=True):
    """One flow by month; a month without a series is ``None``."""

    name: str
    side: str
    values: tuple[tuple[date, float | None], ...]


class Pin(Struct, frozen=True, kw_only=True):
    """Something that happened on a day, with its number and what it is."""

    number: int
    day: date
    words: str
    address: str


def by_month(runs: Sequence[Run], pins: Sequence[Pin], title: str) -> Markup:
    """The chart, empty where no month has a value."""
    known = [v for run in runs for _, v in run.values if v is not None]
    days = [day for run in runs for day, _ in run.values]
    if not known:
        return Markup("")
    top = max(known) * 1.06

    def draw(width: float, narrow: bool) -> Body:
        time = Time(
            min(days), month_end(max(days)), LEFT, width - (RIGHT_NARROW if narrow else RIGHT)
        )
        base = TOP + HIGH
        parts = [*_axes(time, base, top)]
        for run in runs:
            parts += _line(run, time, base, top, narrow)
        parts += _pins(pins, time, base)
        return base + 22 + (PINS if pins else 0), parts

    return at_three_widths(draw, title)


def _axes(time: Time, base: float, top: float) -> Iterator[Markup]:
    for tick in ticks(top):
        at = base - tick / top * HIGH
        yield line("grid" if tick else "axis", time.left, at, time.right, at)
        yield label(time.left - 7, at + 4.5, f"{tick:g}", "end")
    free = 0.0
    for year in range(time.first.year, time.last.year + 1):
        x = time.x(date(year, 1, 1))
        yield line("axis", x, base, x, base + 4)
        if x >= free:
            yield label(x + 2, base + 17, str(year))
            free = x + YEAR_LABEL


def _line(run: Run, time: Time, base: float, top: float, narrow: bool) -> Iterator[Markup]:
    """The runs of neighbouring months with a value, each a line of its own; the stretch behind the
    last one is hatched where the axis goes on.
    """
    pieces: list[list[tuple[float, float]]] = [[]]
    for day, value in run.values:
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append((time.x(day), base - value / top * HIGH))
    for piece in pieces:
        if len(piece) == 1:
            yield dot(run.side, *piece[0], 2.4)
        elif piece:
            points = "L".join(f"{short(x)} {short(y)}" for x, y in piece)
            yield Markup('<path class="l{}" d="M{}"/>').format(run.side[0], points)
    held = [point for piece in pieces for point in piece]
    if held:
        x, y = held[-1]
        if time.right - x > 60:
            yield box("gap", x + 6, y - 16, time.right - x - 6, 32, "no series at hand")
            words = f"{run.name}: no series at hand"
            yield label((x + 6 + time.right) / 2, y + 4, words, "mid halo")
        elif not narrow:
            yield label(x + 8, y + 4.5, run.name, f"lab b {run.side}")


def _pins(pins: Sequence[Pin], time: Time, base: float) -> Iterator[Markup]:
    """Pins that would cover one another stand in a second row."""
    last = {0: -PIN_GAP, 1: -PIN_GAP}
    for pin in sorted(pins, key=lambda p: p.day):
        x = time.x(pin.day)
        row = 0 if x - last[0] >= PIN_GAP else 1
        last[row] = x
        y = base + 32 + row * 19
        yield linked(
            pin.address,
            f"{pin.number}: {pin.words}",
            line("stem", x, TOP, x, y - 8),
            dot("pin", x, y, 8),
            label(x, y + 4.5, str(pin.number), "mid b"),
        )
