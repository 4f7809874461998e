"""A map of meetings and visits: who went where. Outlines are made at build time."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup
from msgspec import Struct

from legation import lexicon
from legation.charts.drawing import dot, drawing, linked, short
from legation.charts.projection import WIDTH as WORLD
from legation.charts.projection import height, projected
from legation.views.questions.sheets import Journey, Map, Spot

LEVELS = ((6, "l3"), (3, "l2"), (1, "l1"))
"""From so many meetings a country is drawn in that depth."""
POINT = re.compile(r"[ML](-?[\d.]+) (-?[\d.]+)")
LABELLED = 12
BEND = 0.18
RATIO, AROUND, NARROWEST = 0.5, 1.35, 150.0
"""A map is twice as wide as high, with a third more than it must show, and never a mere city."""
OPEN = frozenset({"ESH", "XKX", "PSE", "TWN", "XSL", "XNC"})
"""Shapes of their own that not everybody recognises: drawn open, with their neighbours' borders."""


class Outline(Struct, frozen=True):
    """A country's shape."""

    code: str
    name: str
    path: str


class Disputed(Struct, frozen=True):
    """How the map draws an area."""

    area: str
    drawn: str
    codes: tuple[str, ...]


@cache
def outlines() -> Mapping[str, Outline]:
    """The shapes by code."""
    return {row.code: row for row in lexicon.table("world_map", Outline)}


@cache
def disputed() -> tuple[Disputed, ...]:
    """The table of disputed areas."""
    return lexicon.table("disputed_areas", Disputed)


@cache
def middle(code: str) -> tuple[float, float] | None:
    """The middle of a country's largest ring; ``None`` for one too small to be drawn."""
    held = outlines().get(code)
    if held is None:
        return None
    rings = [POINT.findall(ring) for ring in held.path.split("Z") if ring]
    points = [(float(x), float(y)) for x, y in max(rings, key=len)]
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def world(view: Map, title: str) -> Markup:
    """The map: countries by how often they are met in, arcs for journeys, dots for places.

    Args:
        view: the places with what happened there, and the journeys.
        title: what is seen, in words.
    """
    met = Counter(spot.country for spot in view.spots for _ in spot.entries)
    left, top, wide, high = _window(view)
    parts = [*_countries(met)]
    parts += [part for journey in view.journeys if (part := _arc(journey))]
    parts += _spots(view, wide)
    return drawing(wide, high, parts, title=title, name="map", at=(left, top))


def _window(view: Map) -> tuple[float, float, float, float]:
    """The part of the world where something is told to have happened, with room around it."""
    held = [at for spot in view.spots if (at := _at(spot))]
    ends = [code for journey in view.journeys for code in (journey.origin.code, journey.to.code)]
    held += [at for code in ends if (at := middle(code))]
    if not held:
        return 0.0, 0.0, WORLD, height()
    xs, ys = [x for x, _ in held], [y for _, y in held]
    wide = min(WORLD, max(max(xs) - min(xs), (max(ys) - min(ys)) / RATIO, NARROWEST) * AROUND)
    high = min(height(), wide * RATIO)
    left = min(max(0.0, (max(xs) + min(xs) - wide) / 2), WORLD - wide)
    top = min(max(0.0, (max(ys) + min(ys) - high) / 2), height() - high)
    return left, top, wide, high


def _countries(met: Mapping[str, int]) -> list[Markup]:
    return [_country(row, met.get(row.code, 0)) for row in outlines().values()]


def _country(row: Outline, meetings: int) -> Markup:
    level = next((kind for least, kind in LEVELS if meetings >= least), "")
    kind = f"country {'open' if row.code in OPEN else level}".strip()
    shape = Markup('<path class="{}" d="{}"/>').format(kind, row.path)
    if not meetings:
        return shape
    said = f"{row.name}: {meetings} {'meeting' if meetings == 1 else 'meetings'}"
    return linked(f"/actor/{row.code}", said, shape)


def _busiest(view: Map) -> list[Spot]:
    return sorted(view.spots, key=lambda spot: -len(spot.entries))


def _at(spot: Spot) -> tuple[float, float] | None:
    if spot.lat is not None and spot.lon is not None:
        return projected(spot.lon, spot.lat)
    return middle(spot.country)


def _spots(view: Map, wide: float) -> list[Markup]:
    """The places, the busiest first; a name is written where it covers no other. Letters and dots
    keep their size however far the map is enlarged.
    """
    unit = wide / WORLD
    named: list[tuple[float, float]] = []
    parts = []
    for spot in _busiest(view):
        at = _at(spot)
        if at is None or spot.lat is None:
            continue
        held = [dot("pin", *at, 4.5 * unit)]
        free = all(abs(at[1] - y) > 16 * unit or abs(at[0] - x) > 90 * unit for x, y in named)
        if free and len(named) < LABELLED:
            named.append(at)
            held.append(
                Markup('<text class="lab halo" x="{}" y="{}" font-size="{}">{}</text>').format(
                    short(at[0] + 7 * unit),
                    short(at[1] + 4.5 * unit),
                    short(13.5 * unit),
                    spot.name,
                )
            )
        said = f"{spot.name}: {len(spot.entries)}"
        parts.append(linked(f"#{spot.entries[0].id}", said, *held))
    return parts


def _arc(journey: Journey) -> Markup | None:
    """From the middle of the traveller's country to that of the host."""
    one, two = middle(journey.origin.code), middle(journey.to.code)
    if one is None or two is None or one == two:
        return None
    (x1, y1), (x2, y2) = one, two
    bend = (x1 + x2) / 2 + (y1 - y2) * BEND, (y1 + y2) / 2 - abs(x2 - x1) * BEND
    planned = " plan" if journey.entry.status == "planned" else ""
    shape = Markup('<path class="arc{}" d="M{} {}Q{} {} {} {}"/>').format(
        planned, *(short(n) for n in (x1, y1, *bend, x2, y2))
    )
    return linked(f"#{journey.entry.id}", journey.entry.line, shape)
