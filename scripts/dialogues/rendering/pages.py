"""Render all pages: an archive becomes texts by their paths. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from dialogues.model.entities import LANGUAGES
from dialogues.rendering import cities, corrections, events, names, records, themes
from dialogues.rendering.citing import render_citing
from dialogues.rendering.feeds import render_feeds
from dialogues.rendering.home import render_home
from dialogues.rendering.redirects import render_redirects
from dialogues.rendering.search import render_search
from dialogues.rendering.site import Page, PageText, Site

KINDS = (events, themes, cities, names, records, corrections)
"""The modules of all kinds of pages; `list_pages` of each yields those of a language."""
BESIDE_PAGES = (render_home, render_feeds, render_search, render_citing, render_redirects)
"""What yields files that are no pages of their own: parts of pages, feeds, the search."""


def render_site(site: Site) -> dict[str, str]:
    """Return all generated pages of both languages by their paths under docs/."""
    return dict(list_pages(site))


def list_pages(site: Site) -> Iterator[PageText]:
    """Yield the same pages one by one, as they are rendered."""
    for language in LANGUAGES:
        yield from render_language(replace(site, language=language))


def render_page(site: Site, path: str) -> str | None:
    """Return the page at a path under docs/ alone, which takes a hundredth of the time; None if there is none."""
    pages = render_language(replace(site, language=path.partition("/")[0], only=path))
    return next((text for found, text in pages if found == path), None)


def list_kinds(site: Site) -> Iterator[Page]:
    """Yield all pages of a language, kind by kind; none is rendered yet."""
    for kind in KINDS:
        yield from kind.list_pages(site)


def render_language(site: Site) -> Iterator[PageText]:
    """Yield all that is generated for a language; pages that are not asked for are empty."""
    for page in list_kinds(site):
        path = f"{site.language}/{page.path}"
        yield path, site.render(page) if site.only in ("", path) else ""
    for render in BESIDE_PAGES:
        yield from render(site)
