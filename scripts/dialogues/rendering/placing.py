"""Place marks on a map so that a thumb hits each: those that are near become one, or move apart.

Only marks of the same part of the map are compared (`Grid`), so that time grows with their number.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, hypot, sin

from dialogues.model.entities import City
from dialogues.rendering.projection import Point

Located = tuple[City, Point]
ROUNDS = 500
"""Rounds in which marks that are too near push each other apart."""
REACH = 1
"""Cells around that of a mark in which others may come near it while it is pushed."""


class Grid:
    """Numbered points, by the cell of a grid that each is in."""

    def __init__(self, points: Sequence[Point], size: float) -> None:
        self.size = size
        self.cells: dict[tuple[int, int], set[int]] = defaultdict(set)
        for number, point in enumerate(points):
            self.cells[self._cell(point)].add(number)

    def near(self, point: Point) -> Iterator[int]:
        """Yield the points that are near a place, and some that are a little farther."""
        x, y = self._cell(point)
        for column in range(x - REACH, x + REACH + 1):
            for row in range(y - REACH, y + REACH + 1):
                yield from self.cells.get((column, row), ())

    def move(self, number: int, old: Point, new: Point) -> None:
        """Note that a point has moved."""
        self.remove(number, old)
        self.cells[self._cell(new)].add(number)

    def remove(self, number: int, point: Point) -> None:
        """Forget a point."""
        self.cells[self._cell(point)].discard(number)

    def _cell(self, point: Point) -> tuple[int, int]:
        return int(point[0] // self.size), int(point[1] // self.size)


def gather(cities: Sequence[Located], distance: float) -> list[list[Located]]:
    """Return the cities in groups: the two nearest become one until all are a distance apart."""
    groups = {number: [city] for number, city in enumerate(cities)}
    middles = {number: point for number, (_, point) in enumerate(cities)}
    grid = Grid(list(middles.values()), distance)

    def pair(one: int) -> Iterator[tuple[float, int, int]]:
        """Yield each pair of a group and one near it; the distance says later if either changed."""
        for other in grid.near(middles[one]):
            far = apart(middles[one], middles[other])
            if other != one and far < distance:
                yield far, min(one, other), max(one, other)

    waiting = [found for one in groups for found in pair(one) if found[1] == one]
    heapq.heapify(waiting)
    while waiting:
        far, one, other = heapq.heappop(waiting)
        known = one in groups and other in groups
        if not known or apart(middles[one], middles[other]) != far:
            continue
        grid.remove(other, middles.pop(other))
        groups[one] += groups.pop(other)
        new = middle([point for _, point in groups[one]])
        grid.move(one, middles[one], new)
        middles[one] = new
        for found in pair(one):
            heapq.heappush(waiting, found)
    return list(groups.values())


def spread(points: Sequence[Point], distance: float) -> list[Point]:
    """Return the points moved as little as need be for each two to be a distance apart."""
    # Two at the same place need a direction in which to part; any will do, if it is always the same.
    moved = [(x + cos(i) * 1e-3, y + sin(i) * 1e-3) for i, (x, y) in enumerate(points)]
    grid = Grid(moved, distance)
    for _ in range(ROUNDS):
        pushed = [_push(one, moved, grid, distance) for one in range(len(moved))]
        if not any(pushed):
            break
    return moved


def _push(one: int, moved: list[Point], grid: Grid, distance: float) -> bool:
    """Push a point and each later one that is too near apart; return whether any was."""
    before, pushed = moved[one], False
    for other in sorted(number for number in grid.near(before) if number > one):
        far = apart(moved[one], moved[other])
        if far < distance - 1e-6:
            (x, y), (u, v) = moved[one], moved[other]
            pushed = True
            step = (distance - far) / 2 / far
            moved[one] = x + (x - u) * step, y + (y - v) * step
            moved[other] = u - (x - u) * step, v - (y - v) * step
            grid.move(other, (u, v), moved[other])
    grid.move(one, before, moved[one])
    return pushed


def apart(one: Point, other: Point) -> float:
    """Return the distance of two points."""
    return hypot(one[0] - other[0], one[1] - other[1])


def middle(points: Sequence[Point]) -> Point:
    """Return the point amid others."""
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
