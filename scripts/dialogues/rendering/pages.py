"""Which pages there are. Pure: an archive becomes texts by their paths."""

from collections.abc import Iterator
from dataclasses import replace

from dialogues.model.archive import Archive
from dialogues.rendering.cities import render_cities
from dialogues.rendering.citing import render_citing
from dialogues.rendering.corrections import render_corrections
from dialogues.rendering.events import render_events
from dialogues.rendering.home import render_home
from dialogues.rendering.names import render_names
from dialogues.rendering.records import render_records
from dialogues.rendering.redirects import render_redirects
from dialogues.rendering.search import render_search
from dialogues.rendering.site import Page, Site
from dialogues.rendering.themes import render_themes
from dialogues.rendering.words import LANGUAGES

GROUPS = (
    render_home,
    render_events,
    render_themes,
    render_cities,
    render_names,
    render_records,
    render_corrections,
    render_search,
    render_citing,
    render_redirects,
)


def render_pages(
    archive: Archive, repository: str = "", address: str = "", version: str = ""
) -> dict[str, str]:
    """Return all generated pages of both languages by their paths under docs/."""
    return render_site(Site.of(archive, repository, address, version))


def render_site(site: Site) -> dict[str, str]:
    """Return the same pages, from what was found in the archive before."""
    return dict(
        page for language in LANGUAGES for page in _render(replace(site, language=language))
    )


def _render(site: Site) -> Iterator[Page]:
    for render_group in GROUPS:
        yield from render_group(site)
