"""Render the pages of people, organizations and initiatives, and an index of each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dialogues.finding.parts import of_event
from dialogues.model.archive import Event, Place, Record
from dialogues.model.entities import Entity, Initiative
from dialogues.model.sessions import Speaker
from dialogues.rendering.parts import gather_named, list_parts
from dialogues.rendering.site import Page, Site

SORTS = ("people", "organizations", "initiatives")


def list_pages(site: Site) -> Iterator[Page]:
    """Yield, for each sort of names, the index and a page for each name, with its parts."""
    for sort in SORTS:
        yield Page(f"{sort}/index.md", "names", partial(_index, site, sort))
        for entity in site.archive.of_sort(sort).values():
            yield Page(entity.path, "name", partial(_name, site, sort, entity))
            yield from list_parts(site, entity, partial(_gather_part, site, entity))


def _index(site: Site, sort: str) -> Mapping[str, object]:
    view = site.view
    entities = site.archive.of_sort(sort).values()
    ordered = sorted(entities, key=lambda entity: view.order(view.pick(entity.name)))
    listed = [(one, _find_office(site, one), _count_places(site, one)) for one in ordered]
    return {"sort": sort, "entities": listed}


def _gather_part(site: Site, entity: Entity, event: Event) -> dict[str, object]:
    """Return what the page of a name has of an event, where it has parts."""
    links = site.crosslinks
    return {
        "said": of_event(event, links.said.get(entity, ())),
        "pictured": of_event(event, links.pictured.get(entity, ())),
        "mentions": of_event(event, links.mentioned.get(entity, ())),
    }


def _find_office(site: Site, entity: Entity) -> Speaker | None:
    """Return who a person is in the first place that tells of them."""
    roles = _roles_of(entity, site.crosslinks.places_of(entity))
    return next((who for _, who in roles if who.person == entity), None)


def _count_places(site: Site, entity: Entity) -> int:
    links = site.crosslinks
    return len(links.places_of(entity)) + len(links.mentioned.get(entity, ()))


def _name(site: Site, sort: str, entity: Entity) -> Mapping[str, object]:
    places = site.crosslinks.places_of(entity)
    mentions = site.crosslinks.mentioned.get(entity, ())
    return {
        **gather_named(site, entity),
        "sort": sort,
        "entity": entity,
        "only": _find_only(site, entity, [*places, *mentions]),
        "roles": _roles_of(entity, places),
        "issued": _issued_by(site, entity),
        "whole": site.archive.initiatives.get(getattr(entity, "part_of", None) or ""),
        "parts": _parts_of(site, entity),
    }


def _find_only(site: Site, entity: Entity, places: Sequence[Place]) -> Place | None:
    """Return the place of a page that has one passage, which stands on it in full."""
    passages = [p for place in places for p in site.view.naming(place.contribution, entity)]
    return places[0] if len(passages) == 1 else None


def _roles_of(entity: Entity, places: Sequence[Place]) -> list[tuple[Place, Speaker]]:
    """Return in which role somebody spoke, each role once, with the first place of it."""
    found: dict[object, tuple[Place, Speaker]] = {}
    for place in places:
        for who in place.contribution.people:
            if entity in (who.person, who.organization):
                found.setdefault((who.person, who.role, who.organization), (place, who))
    return list(found.values())


def _issued_by(site: Site, entity: Entity) -> list[Record]:
    return [record for record in site.archive.records.values() if record.issuer == entity]


def _parts_of(site: Site, entity: Entity) -> list[Initiative]:
    initiatives = site.archive.initiatives.values()
    if not isinstance(entity, Initiative):
        return []
    return [part for part in initiatives if part.part_of == entity.key]
