"""Draw the map of the world and its enlargements, with marks that a thumb can hit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dialogues.model.entities import City
from dialogues.rendering.placing import apart, gather, middle, spread
from dialogues.rendering.projection import HEIGHT, WIDTH, Point, project
from dialogues.rendering.site import Site

SCREEN = 320.0
"""Width of a map on the narrowest phone, from edge to edge, in its pixels."""
TARGET = 24.5
"""Distance of two marks there, in its pixels: WCAG 2.2 asks for 24."""
SHAPE = 0.75
"""Height of an enlargement, of its width."""
MARGIN = 0.14
"""Room around the places of an enlargement, of its width."""
NORTH_OF_ANTARCTICA = 0.93
"""The part of the world's height that is shown; no city is south of it."""

REGIONS: dict[str, Callable[[City], bool]] = {
    "europe": lambda city: -30 < city.longitude < 45 and city.latitude > 35,
    "north-america": lambda city: city.longitude < -30 and city.latitude > 25,
    "latin-america": lambda city: city.longitude < -30,
    "africa-middle-east": lambda city: city.longitude < 62,
    "asia": lambda city: city.latitude > -11,
    "oceania": lambda _: True,
}
"""Parts of the world in degrees; a city belongs to the first that it fits."""


@dataclass(frozen=True)
class Mark:
    """A mark on a map, in units of the projection."""

    x: float
    y: float
    """Where there is room for the mark."""
    places: tuple[Point, ...]
    """Where the cities lie that it stands for."""
    cities: tuple[City, ...]
    region: str
    number: int
    """Its number in the list beneath an enlargement."""

    def is_moved(self, radius: float) -> bool:
        """Return whether a mark of that radius does not cover the place that it stands for."""
        return apart((self.x, self.y), self.places[0]) > radius

    def edge(self, radius: float) -> Point:
        """Return where a line from the place meets the mark."""
        x, y = self.places[0]
        part = radius / apart((self.x, self.y), (x, y))
        return self.x + (x - self.x) * part, self.y + (y - self.y) * part


@dataclass(frozen=True)
class Map:
    """The world or a part of it, in units of the projection."""

    key: str
    x: float
    y: float
    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def pixel(self) -> float:
        """A pixel of the narrowest phone, in units of the map."""
        return self.width / SCREEN

    @property
    def radius(self) -> float:
        """The radius of a mark, a little less than half of what is between two, in units of the map."""
        return self.pixel * (TARGET - 0.3) / 2


def draw_maps(site: Site) -> list[Map]:
    """Return the world, then an enlargement of each part of it that has cities.

    Marks stand at the same places in both languages; their cities and numbers follow the names.
    """
    order = _order_of(site)
    world, *regions = lay_out(tuple(site.archive.cities.values()))
    named = [replace(mark, cities=tuple(sorted(mark.cities, key=order))) for mark in world.marks]
    return [replace(world, marks=tuple(named)), *(_number(region, order) for region in regions)]


def draw_country(site: Site, code: str, cities: Sequence[City]) -> Map:
    """Return an enlargement that holds the cities of a country."""
    return _number(_draw_region(code.lower(), cities), _order_of(site))


def _order_of(site: Site) -> Callable[[City], bytes]:
    return lambda city: site.view.order(site.view.pick(city.name))


def _number(region: Map, order: Callable[[City], bytes]) -> Map:
    marks = sorted(region.marks, key=lambda mark: order(mark.cities[0]))
    numbered = [replace(mark, number=number) for number, mark in enumerate(marks, 1)]
    return replace(region, marks=tuple(numbered))


@cache
def lay_out(cities: tuple[City, ...]) -> tuple[Map, ...]:
    """Return the world and its parts with a mark for each city, none numbered."""
    regions: dict[str, list[City]] = {key: [] for key in REGIONS}
    for city in cities:
        regions[region_of(city)].append(city)
    found = {key: own for key, own in regions.items() if own}
    return (_draw_world(found), *(_draw_region(key, own) for key, own in found.items()))


def region_of(city: City) -> str:
    """Return the part of the world that a city is shown in."""
    return next(key for key, belongs in REGIONS.items() if belongs(city))


def _draw_world(regions: dict[str, list[City]]) -> Map:
    """Return the map of the world; cities of a region that are near each other share a mark."""
    distance = TARGET * WIDTH / SCREEN
    groups = [
        (region, group)
        for region, cities in regions.items()
        for group in gather([(city, _locate(city)) for city in cities], distance)
    ]
    middles = [middle([point for _, point in group]) for _, group in groups]
    marks = []
    for place, (region, group) in zip(spread(middles, distance), groups, strict=True):
        cities, places = zip(*group, strict=True)
        marks.append(Mark(*place, places=places, cities=cities, region=region, number=0))
    return Map("world", 0, 0, WIDTH, HEIGHT * NORTH_OF_ANTARCTICA, tuple(marks))


def _draw_region(key: str, cities: Sequence[City]) -> Map:
    """Return an enlargement that holds all its cities, each with a mark of its own."""
    places = {city: _locate(city) for city in cities}
    xs, ys = zip(*places.values(), strict=True)
    width = max(max(xs) - min(xs), (max(ys) - min(ys)) / SHAPE, WIDTH / 10) / (1 - 2 * MARGIN)
    x = (max(xs) + min(xs) - width) / 2
    y = (max(ys) + min(ys) - width * SHAPE) / 2
    room = spread(list(places.values()), TARGET * width / SCREEN)
    marks = tuple(
        Mark(*point, places=(place,), cities=(city,), region=key, number=0)
        for point, (city, place) in zip(room, places.items(), strict=True)
    )
    return Map(key, x, y, width, width * SHAPE, marks)


def _locate(city: City) -> Point:
    return project(city.longitude, city.latitude)
