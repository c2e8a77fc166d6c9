"""Render the pages of cities, and their index with the map."""

from collections.abc import Iterator, Sequence

from dialogues.model.archive import Place
from dialogues.model.entities import City
from dialogues.model.sessions import Speaker
from dialogues.rendering.maps import draw_maps
from dialogues.rendering.occasions import gather_occasions
from dialogues.rendering.site import PageText, Site

Country = tuple[str, list[tuple[City, int]], Sequence[tuple[Place, Speaker]]]
"""A country's code, its cities with how often they speak or are pictured, and its own speakers."""


def render_cities(site: Site) -> Iterator[PageText]:
    """Yield the index of cities and a page for each."""
    countries = list(_countries(site))
    yield site.page("cities/index.md", "cities", countries=countries, maps=draw_maps(site))
    for city in site.archive.cities.values():
        yield _city(site, city)


def _countries(site: Site) -> Iterator[Country]:
    """Yield each country in the order of its name."""
    view = site.view
    cities = sorted(site.archive.cities.values(), key=lambda city: view.order(view.pick(city.name)))
    national = site.crosslinks.national
    codes = {*(city.country for city in cities), *national}
    for code in sorted(codes, key=lambda code: view.order(view.country(code))):
        own = [city for city in cities if city.country == code]
        counted = [(city, len(site.crosslinks.places_of(city))) for city in own]
        yield code, counted, national.get(code, ())


def _city(site: Site, city: City) -> PageText:
    links = site.crosslinks
    counts = site.themes.counts.get(city)
    places = links.places_of(city)
    mentions = links.mentioned.get(city, ())
    said = links.said.get(city, ())
    return site.page(
        city.path,
        "city",
        linked=[site.linked_data.describe_entity(city)],
        steps=[(site.view.pick(city.name), city.path)],
        made_from=site.folders(place.session for place in (*places, *mentions)),
        city=city,
        said=said,
        occasions=gather_occasions(said),
        years=list(dict.fromkeys(str(place.session.dates[0].year) for place in said)),
        pictured=links.pictured.get(city, ()),
        mentions=mentions,
        speakers=_speakers_for(city, places),
        themes=counts.most_common() if counts else [],
        neighbours=site.themes.neighbours_of(city),
    )


def _speakers_for(city: City, places: Sequence[Place]) -> list[Speaker]:
    """Return who spoke or was pictured for a city, each person or unnamed office once."""
    found: dict[object, Speaker] = {}
    for place in places:
        for who in place.contribution.people:
            if city in who.cities:
                found.setdefault((who.person, who.role, who.organization), who)
    return list(found.values())
