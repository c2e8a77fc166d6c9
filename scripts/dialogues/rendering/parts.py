"""Render the parts of a theme, city or name that says too much for one page: one for each event."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dialogues.model.addresses import part_path
from dialogues.model.archive import Event
from dialogues.model.entities import Entity
from dialogues.rendering.site import PageText, Site

SHOWN = ("said", "pictured", "mentions", "occasions", "questions", "cities")
"""What a part can show; one of a theme has nobody pictured, one of a name no turns in full."""


def render_parts(
    site: Site, entity: Entity, gather: Callable[[Event], Mapping[str, object]]
) -> Iterator[PageText]:
    """Yield a page for each event; `gather` returns what it shows of one."""
    view, events = site.view, site.parts.events.get(entity, ())
    name = view.pick(entity.name)
    for before, event, after in zip((None, *events), events, (*events[1:], None), strict=False):
        path = part_path(f"{entity.folder}/{entity.key}", event)
        title = view.pick(event.title)
        shown: dict[str, Any] = dict.fromkeys(SHOWN, ()) | dict(gather(event))
        yield site.page(
            path,
            "part",
            steps=[(name, entity.path), (title, path)],
            made_from=site.folders(event.sessions),
            entity=entity,
            event=event,
            before=before,
            after=after,
            title=f"{name}{view.colon}{title}",
            **shown,
        )


def count_events(events: Iterable[Event]) -> list[tuple[Event, int]]:
    """Return each event with how often it is there, in the order in which they are given."""
    counts: dict[str, tuple[Event, int]] = {}
    for event in events:
        _, count = counts.get(event.key, (event, 0))
        counts[event.key] = event, count + 1
    return list(counts.values())
