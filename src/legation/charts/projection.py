"""The Equal Earth projection (Šavrič, Patterson, Jenny 2018): areas are true, shapes familiar."""

import math

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = math.sqrt(3) / 2
WIDTH = 1000.0
HALF = math.pi * 2 * math.sqrt(3) / (3 * A1)
"""Half the width of the world in the projection's own units, at the equator."""
SCALE = WIDTH / 2 / HALF
TOP, BOTTOM = 84.0, -58.0
"""Latitudes between which the map is drawn: Antarctica has no foreign minister."""


def projected(lon: float, lat: float) -> tuple[float, float]:
    """Where a place stands on a map 1,000 units wide; equation 1 of the paper."""
    theta = math.asin(M * math.sin(math.radians(lat)))
    second = theta * theta
    sixth = second * second * second
    x = math.radians(lon) * math.cos(theta)
    x /= M * (A1 + 3 * A2 * second + sixth * (7 * A3 + 9 * A4 * second))
    return WIDTH / 2 + x * SCALE, _top() - _y(lat) * SCALE


def height() -> float:
    """The height of the map."""
    return _top() - _y(BOTTOM) * SCALE


def _y(lat: float) -> float:
    theta = math.asin(M * math.sin(math.radians(lat)))
    second = theta * theta
    sixth = second * second * second
    return theta * (A1 + A2 * second + sixth * (A3 + A4 * second))


def _top() -> float:
    return _y(TOP) * SCALE
