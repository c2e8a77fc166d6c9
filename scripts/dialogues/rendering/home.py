"""Render the parts of the home page that are not written by a person."""

from collections.abc import Iterator

from dialogues.rendering.events import list_events, list_months
from dialogues.rendering.maps import draw_maps
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.templating import render
from dialogues.rendering.themes import list_themes

LATEST = 2


def render_home(site: Site) -> Iterator[PageText]:
    """Yield each part under a name that MkDocs makes no page of; its links start at the home page."""
    view = site.view_of("index.md")
    parts: dict[str, dict[str, object]] = {
        "events/_latest.md": {"events": list_events(site)[:LATEST]},
        "events/_timeline.md": {"months": list_months(site)},
        "themes/_all.md": {"themes": list_themes(site)},
        "cities/_map.md": {"maps": draw_maps(site)},
    }
    for path, values in parts.items():
        template = path.split("_")[1].removesuffix(".md")
        yield f"{site.language}/{path}", render(f"home_{template}", view=view, **values)
