"""Mark in the navigation where a reader is: a page that it lacks counts as its index page."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Let the index of a page's folder be where the reader is, and the section above it."""
    for entry in nav.pages:
        entry.active = False
    owner = find_entry(page, nav)
    if owner:
        owner.active = True


def find_entry(page: Page, nav: Navigation) -> Page | None:
    """Return the page's own entry, or that of the index of its folder: `zh/events/index.md`."""
    if page in nav.pages:
        return page
    index = "/".join([*page.file.src_uri.split("/")[:2], "index.md"])
    return next((entry for entry in nav.pages if entry.file.src_uri == index), None)
