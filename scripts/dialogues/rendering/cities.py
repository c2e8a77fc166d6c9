"""Render the pages of cities, and their index with the map."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from dialogues.finding.parts import of_event
from dialogues.model.addresses import country_path
from dialogues.model.archive import Event, Place
from dialogues.model.entities import City
from dialogues.model.sessions import Speaker
from dialogues.rendering.maps import REGIONS, draw_country, draw_maps, region_of
from dialogues.rendering.occasions import gather_occasions
from dialogues.rendering.parts import gather_named, list_parts
from dialogues.rendering.site import Page, Site

Country = tuple[str, list[tuple[City, int]], Sequence[tuple[Speaker, Sequence[Place]]]]
"""A country's code, its cities with how often they speak or are pictured, and its own speakers."""


def list_pages(site: Site) -> Iterator[Page]:
    """Yield the index of cities, a page for each, and their parts."""
    yield Page("cities/index.md", "cities", partial(_index, site))
    for code in site.parts.countries:
        yield Page(country_path("cities", code), "country", partial(_country, site, code))
    for city in site.archive.cities.values():
        yield Page(city.path, "city", partial(_city, site, city))
        yield from list_parts(site, city, partial(_gather_part, site, city))


def _index(site: Site) -> Mapping[str, object]:
    codes = {*(city.country for city in site.archive.cities.values()), *site.crosslinks.national}
    view = site.view
    ordered = sorted(codes, key=lambda code: view.order(view.country(code)))
    countries = [_take_country(site, code) for code in ordered]
    parted = bool(site.parts.countries)
    return {
        "countries": countries,
        "maps": draw_maps(site),
        "regions": list(_gather_regions(countries)) if parted else [],
        "parted": parted,
    }


def _gather_regions(
    countries: Sequence[Country],
) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Yield each part of the world with its countries; last, unnamed, those without a city."""
    found: dict[str, list[tuple[str, int]]] = {key: [] for key in (*REGIONS, "")}
    for code, cities, _ in countries:
        regions = Counter(region_of(city) for city, _ in cities)
        region = regions.most_common(1)[0][0] if regions else ""
        found[region].append((code, len(cities)))
    yield from ((key, own) for key, own in found.items() if own)


def _country(site: Site, code: str) -> Mapping[str, object]:
    """Return what the page of a country shows, where the index of cities has parts."""
    _, cities, speakers = _take_country(site, code)
    return {
        "steps": [(site.view.country(code), country_path("cities", code))],
        "code": code,
        "cities": cities,
        "speakers": speakers,
        "map": draw_country(site, code, [city for city, _ in cities]) if cities else None,
    }


def _gather_part(site: Site, city: City, event: Event) -> dict[str, object]:
    """Return what a city's page has of an event, where it has parts."""
    links = site.crosslinks
    return {
        "occasions": gather_occasions(of_event(event, links.said.get(city, ()))),
        "pictured": of_event(event, links.pictured.get(city, ())),
        "mentions": of_event(event, links.mentioned.get(city, ())),
    }


def _take_country(site: Site, code: str) -> Country:
    """Return a country with its cities in the order of their names."""
    view, links = site.view, site.crosslinks
    own = [city for city in site.archive.cities.values() if city.country == code]
    own.sort(key=lambda city: view.order(view.pick(city.name)))
    counted = [(city, len(links.places_of(city))) for city in own]
    return code, counted, _gather_national(links.national.get(code, ()))


def _gather_national(spoken: Iterable[tuple[Place, Speaker]]) -> list[tuple[Speaker, list[Place]]]:
    """Return who speaks for a country or its bodies, once for a session, with the places there."""
    found: dict[tuple[str, Speaker], list[Place]] = {}
    for place, who in spoken:
        found.setdefault((place.session.id, who), []).append(place)
    return [(who, places) for (_, who), places in found.items()]


def _city(site: Site, city: City) -> Mapping[str, object]:
    counts = site.themes.counts.get(city)
    said = site.crosslinks.said.get(city, ())
    return {
        **gather_named(site, city),
        "city": city,
        "occasions": gather_occasions(said),
        "years": list(dict.fromkeys(str(place.session.dates[0].year) for place in said)),
        "speakers": _speakers_for(city, site.crosslinks.places_of(city)),
        "themes": counts.most_common() if counts else [],
        "neighbours": site.themes.neighbours_of(city),
    }


def _speakers_for(city: City, places: Sequence[Place]) -> list[Speaker]:
    """Return who spoke or was pictured for a city, each person or unnamed office once."""
    found: dict[object, Speaker] = {}
    for place in places:
        for who in place.contribution.people:
            if city in who.cities:
                found.setdefault((who.person, who.role, who.organization), who)
    return list(found.values())
