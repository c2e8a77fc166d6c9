"""Write the land of the maps: `python scripts/land.py land-110m.json`, once and for all.

The file is that of the npm package world-atlas 2.0.2: Natural Earth's land at 1:110 million as
TopoJSON (public domain). What it becomes is committed; nothing needs this script until somebody
wants another projection.
"""

import json
import sys
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from dialogues.rendering.projection import WIDTH, Point, project

TARGET = Path("scripts/dialogues/rendering/templates/land.svg.jinja")
ANTARCTICA = -60.0
"""Degrees north: no city lies south of this, and the map is better without."""
TOLERANCE = 0.12
"""Units of the map by which a simplified coast may differ."""
SMALLEST = 0.6
"""Square units of the map; smaller islands are left out."""


def main() -> int:
    """Project the rings of the land, make them simple and write them as one path."""
    rings = [
        ring for ring in _read_rings(Path(sys.argv[1])) if max(y for _, y in ring) > ANTARCTICA
    ]
    projected = [[project(*point) for point in ring] for ring in rings]
    simple = [simplify(ring) for ring in projected if not _is_torn(ring)]
    kept = [ring for ring in simple if len(ring) > 3 and abs(_area(ring)) > SMALLEST]
    path = "".join(_draw(ring) for ring in kept)
    TARGET.write_text(f'<path id="land" d="{path}"/>\n', encoding="utf-8")
    torn = sum(map(_is_torn, projected))
    print(
        f"{torn} torn rings left out; {len(kept)} rings, {sum(map(len, kept))} points, {len(path)} bytes"
    )
    return 0


def _read_rings(file: Path) -> Iterator[list[Point]]:
    """Yield each ring of the land as (longitude, latitude) in degrees."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    (across, up), (west, south) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs = [
        [
            (x * across + west, y * up + south)
            for x, y in accumulate(arc, lambda a, b: (a[0] + b[0], a[1] + b[1]))
        ]
        for arc in topology["arcs"]
    ]
    for polygon in topology["objects"]["land"]["geometries"][0]["arcs"]:
        for ring in polygon:
            yield [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def _is_torn(ring: list[Point]) -> bool:
    """Return whether a ring has parts on both edges of the map: an islet in the Bering Strait."""
    return any(abs(x2 - x1) > WIDTH / 2 for (x1, _), (x2, _) in pairwise(ring))


def simplify(points: list[Point]) -> list[Point]:
    """Return the points of a line without those that hardly change it (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    distances = [_distance(point, points[0], points[-1]) for point in points[1:-1]]
    furthest = max(distances)
    if furthest < TOLERANCE:
        return [points[0], points[-1]]
    place = distances.index(furthest) + 1
    return simplify(points[: place + 1])[:-1] + simplify(points[place:])


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if length == 0:
        return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
    return float(abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length)


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _draw(ring: list[Point]) -> str:
    """Return a ring as a path: the first point, then steps in tenths of a unit."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(tenths)]
    start = f"M{tenths[0][0] / 10:g},{tenths[0][1] / 10:g}l"
    return start + " ".join(f"{x / 10:g},{y / 10:g}" for x, y in steps if x or y) + "z"


if __name__ == "__main__":
    raise SystemExit(main())
