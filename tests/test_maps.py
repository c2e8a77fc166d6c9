"""The maps: every city once, marks apart from each other, places where they lie."""

from itertools import combinations
from math import hypot

import pytest

from dialogues.model.archive import Archive
from dialogues.rendering.maps import SCREEN, TARGET, Map, draw_maps
from dialogues.rendering.placing import apart, gather, middle, spread
from dialogues.rendering.projection import HEIGHT, WIDTH, project
from dialogues.rendering.site import Site


@pytest.fixture(scope="module")
def maps(archive: Archive) -> list[Map]:
    return draw_maps(Site.of(archive))


def test_the_projection_has_its_middle_and_its_poles() -> None:
    assert project(11, 0) == pytest.approx((WIDTH / 2, HEIGHT / 2))
    assert project(11, 90)[1] == pytest.approx(0, abs=0.5)
    assert project(11, -90)[1] == pytest.approx(HEIGHT, abs=0.5)
    assert project(190.999, 0)[0] == pytest.approx(WIDTH, abs=0.5)


def test_the_projection_keeps_areas() -> None:
    """A square degree has the area that it has on the globe, wherever it lies."""
    sizes = []
    for longitude, latitude, shrinks in [(11, 0, 1.0), (100, 0, 1.0), (-60, 60, 0.5)]:
        step = 0.01
        x, y = project(longitude, latitude)
        right, up = project(longitude + step, latitude), project(longitude, latitude + step)
        area = abs((right[0] - x) * (up[1] - y) - (right[1] - y) * (up[0] - x))
        sizes.append(area / shrinks)

    assert sizes == pytest.approx([sizes[0]] * 3, rel=1e-3)


def test_every_city_has_a_mark_in_the_world_and_in_one_region(
    archive: Archive, maps: list[Map]
) -> None:
    world, *regions = maps
    everywhere = sorted(archive.cities)

    assert sorted(city.key for mark in world.marks for city in mark.cities) == everywhere
    assert sorted(c.key for part in regions for mark in part.marks for c in mark.cities) == (
        everywhere
    )


def test_a_thumb_can_hit_each_mark(maps: list[Map]) -> None:
    for part in maps:
        for one, other in combinations(part.marks, 2):
            apart = hypot(one.x - other.x, one.y - other.y) / part.pixel
            assert apart > TARGET - 1.5, (part.key, one.cities, other.cities)


def test_marks_and_places_are_on_their_map(maps: list[Map]) -> None:
    for part in maps:
        for mark in part.marks:
            for x, y in [(mark.x, mark.y), *mark.places]:
                assert part.x < x < part.x + part.width
                assert part.y < y < part.y + part.height


def test_both_languages_have_the_marks_at_the_same_places(archive: Archive) -> None:
    from dataclasses import replace  # noqa: PLC0415 - for this alone

    site = Site.of(archive)
    both = [draw_maps(replace(site, language=language)) for language in ("zh", "en")]
    places = [
        {(m.cities[0].key, m.x, m.y) for part in maps[1:] for m in part.marks} for maps in both
    ]

    assert places[0] == places[1]


def test_what_is_near_is_gathered_and_what_is_far_is_not(archive: Archive) -> None:
    cities = list(archive.cities.values())[:3]
    located = list(zip(cities, [(0.0, 0.0), (1.0, 0.0), (50.0, 0.0)], strict=True))

    assert [[c for c, _ in group] for group in gather(located, 10)] == [cities[:2], cities[2:]]


def test_places_are_compared_with_all_that_are_near(archive: Archive) -> None:
    city = next(iter(archive.cities.values()))
    points = [(i * i * 37.7 % 180 - 90, i * i * 53.3 % 180 - 90) for i in range(60)]

    for one, other in combinations(spread(points, 10), 2):
        assert apart(one, other) > 10 - 1e-5
    groups = gather([(city, point) for point in points], 10)
    assert len(groups) < sum(len(group) for group in groups) == 60
    middles = [middle([point for _, point in group]) for group in groups]
    assert all(apart(*pair) >= 10 for pair in combinations(middles, 2))


def test_points_at_one_place_are_spread() -> None:
    moved = spread([(5.0, 5.0)] * 6, SCREEN / 10)

    for one, other in combinations(moved, 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) > SCREEN / 10 - 1e-3
