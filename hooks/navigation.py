"""Name index pages in the navigation, say what it lacks, and mark in it where a reader is.

A page that it lacks counts as its index page; an index page or one by hand must be in it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dialogues.contributing.explaining import explain
from dialogues.finding.characters import HAN
from dialogues.model.addresses import BY_HAND, INDEXES, address_of
from dialogues.rendering.words import find_words

log = get_plugin_logger("dialogues")
NAMES = {address: name for name, address in INDEXES.items()}


@event_priority(-110)  # the titles are in the language then
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Name the index pages; warn of a page that is lacking, and of a name that is not translated."""
    language = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    for page in nav.pages:
        name = NAMES.get(address_of(page.file.src_uri.partition("/")[2]))
        if name:
            page.title = find_words(name, language)
    there = {page.file.src_uri for page in nav.pages}
    for address in (*BY_HAND, *INDEXES.values()):
        place = f"{language}/{address}"
        if not there & {f"{place}index.md", f"{place.removesuffix('/')}.md"}:
            warn(f"nav must have every index page, and lacks {address!r}")
    for title in list_titles(nav.items):
        if language == "zh" and not re.search(f"[{HAN}]", title):
            warn(f"nav_translations must have every name, and lacks {title!r}")


def warn(message: str) -> None:
    """Say what mkdocs.yml lacks, in both languages."""
    log.warning("mkdocs.yml: %s\n    %s", message, explain(message))


def list_titles(items: Iterable[StructureItem]) -> Iterator[str]:
    """Yield the names of sections and pages in a navigation."""
    for item in items:
        yield item.title or ""
        yield from list_titles(getattr(item, "children", None) or ())


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
