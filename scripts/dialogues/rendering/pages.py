"""Render all pages: an archive becomes texts by their paths. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from dialogues.model.entities import LANGUAGES
from dialogues.rendering.cities import render_cities
from dialogues.rendering.citing import render_citing
from dialogues.rendering.corrections import render_corrections
from dialogues.rendering.events import render_events
from dialogues.rendering.feeds import render_feeds
from dialogues.rendering.home import render_home
from dialogues.rendering.names import render_names
from dialogues.rendering.records import render_records
from dialogues.rendering.redirects import render_redirects
from dialogues.rendering.search import render_search
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.themes import render_themes

RENDERERS = (
    render_home,
    render_events,
    render_themes,
    render_cities,
    render_names,
    render_records,
    render_corrections,
    render_feeds,
    render_search,
    render_citing,
    render_redirects,
)
"""What yields the pages of a language, kind by kind."""


def render_site(site: Site) -> dict[str, str]:
    """Return all generated pages of both languages by their paths under docs/."""
    return dict(list_pages(site))


def list_pages(site: Site) -> Iterator[PageText]:
    """Yield the same pages one by one, as they are rendered."""
    for language in LANGUAGES:
        yield from _render(replace(site, language=language))


def render_page(site: Site, path: str) -> str | None:
    """Return the page at a path under docs/ alone, which takes a hundredth of the time; None if there is none."""
    pages = _render(replace(site, language=path.partition("/")[0], only=path))
    return next((text for found, text in pages if found == path), None)


def _render(site: Site) -> Iterator[PageText]:
    for render_kind in RENDERERS:
        yield from render_kind(site)
