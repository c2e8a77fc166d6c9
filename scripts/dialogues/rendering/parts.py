"""Make the parts of a theme, city or name that says too much for one page: one for each event."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from dialogues.model.addresses import part_path
from dialogues.model.archive import Event
from dialogues.model.entities import Entity
from dialogues.rendering.site import Page, Site

SHOWN = ("said", "pictured", "mentions", "occasions", "questions", "cities")
"""What a part can show; one of a theme has nobody pictured, one of a name no turns in full."""


Gather = Callable[[Event], Mapping[str, object]]
"""Returns what a page shows of an event."""


def list_parts(site: Site, entity: Entity, gather: Gather) -> Iterator[Page]:
    """Yield a page for each event, where something has parts."""
    events = site.parts.events.get(entity, ())
    for before, event, after in zip((None, *events), events, (*events[1:], None), strict=False):
        path = part_path(f"{entity.folder}/{entity.key}", event)
        around = {"before": before, "after": after}
        yield Page(path, "part", partial(_part, site, entity, event, around, gather))


def _part(
    site: Site, entity: Entity, event: Event, around: Mapping[str, Event | None], gather: Gather
) -> Mapping[str, object]:
    view = site.view
    name, title = view.pick(entity.name), view.pick(event.title)
    path = part_path(f"{entity.folder}/{entity.key}", event)
    return {
        **dict.fromkeys(SHOWN, ()),
        **gather(event),
        **around,
        "steps": [(name, entity.path), (title, path)],
        "made_from": site.folders(event.sessions),
        "entity": entity,
        "event": event,
        "title": f"{name}{view.colon}{title}",
    }


def gather_named(site: Site, entity: Entity) -> dict[str, object]:
    """Return what the page of a city or of a name shows of where it speaks, is pictured or is named."""
    links = site.crosslinks
    places, mentions = links.places_of(entity), links.mentioned.get(entity, ())
    return {
        "linked": [site.linked_data.describe_entity(entity)],
        "steps": [(site.view.pick(entity.name), entity.path)],
        "made_from": site.folders(place.session for place in (*places, *mentions)),
        "said": links.said.get(entity, ()),
        "pictured": links.pictured.get(entity, ()),
        "mentions": mentions,
        "parted": entity in site.parts.events,
        "count_events": count_events,
    }


def count_events(events: Iterable[Event]) -> list[tuple[Event, int]]:
    """Return each event with how often it is there, in the order in which they are given."""
    counts: dict[str, tuple[Event, int]] = {}
    for event in events:
        _, count = counts.get(event.key, (event, 0))
        counts[event.key] = event, count + 1
    return list(counts.values())
