"""Render the parts of the home page that are not written by a person."""

from collections.abc import Iterator

from dialogues.model.archive import Voice
from dialogues.rendering.events import list_events
from dialogues.rendering.maps import draw_maps
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.templating import render
from dialogues.rendering.themes import list_themes

THEMES = 6
"""Themes on the home page: those of most passages."""


def render_home(site: Site) -> Iterator[PageText]:
    """Yield each part under a name that MkDocs makes no page of; its links start at the home page."""
    view = site.view_of("index.md")
    archive = site.archive

    def quote(voice: Voice) -> str:
        """Return a voice, with `…` where the passage has more before or after it."""
        text = voice.passage.in_language(site.language)
        words = voice.words.in_language(site.language)
        before = "" if text.startswith(words) else "…"
        space = " " if words.endswith(".") else ""  # or four dots would stand in a row
        return f"{before}{words}{'' if text.endswith(words) else f'{space}…'}"

    countries = len({city.country for city in archive.cities.values()})
    parts: dict[str, dict[str, object]] = {
        "events/_voices.md": {"voices": archive.voices, "words": quote},
        "events/_events.md": {"events": list_events(site), "records": archive.records},
        "themes/_themes.md": {"themes": list_themes(site)[:THEMES]},
        "cities/_cities.md": {
            "map": draw_maps(site)[0],
            "cities": len(archive.cities),
            "countries": countries,
        },
    }
    for path, values in parts.items():
        template = path.split("_")[1].removesuffix(".md")
        yield f"{site.language}/{path}", render(f"home_{template}", view=view, **values)
