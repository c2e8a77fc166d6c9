"""Do nothing twice: pages that nothing has changed are those of the last build (`dialogues.memory`).

A page is made of its Markdown and front matter, the parts that it includes, and the names of all
files. Its HTML, its copy and its anchors are remembered.
"""

import json
import re
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import write_file

from dialogues.finishing.copies import ADDED
from dialogues.memory import Memory, hash_texts, open_memory

PART = re.compile(r'^--8<-- "(.+)"$', re.MULTILINE)
"""Where the text of another file stands in a page."""
INCLUDED = "--8<--"
"""What stands in another way, or in such a text, is not known to the hash."""
Kept = dict[str, Any]
KEYS: dict[str, str] = {}
"""The hashes of pages that are to be remembered, by their places on the site."""
KEPT: list[tuple[Page, Kept]] = []
"""What is taken from the last build, in one language."""


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Look up once where a path leads: thousands of links ask, each in two languages' folders."""
    files.get_file_from_path = cache(files.get_file_from_path)  # type: ignore[method-assign]


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Find a page in what is remembered; Markdown need not be read then."""
    included = [read_part(Path(config.docs_dir, path)) for path in PART.findall(markdown)]
    memory = memory_of(config)
    if memory.folder is None or any(
        INCLUDED in text for text in (PART.sub("", markdown), *included)
    ):
        return
    meta = json.dumps(page.meta, sort_keys=True, default=str)
    parts = (memory.common, hash_site(files, config))
    key = hash_texts(*parts, page.file.src_uri, page.url, markdown, meta, *included)
    found = memory.recall(key)
    if found is None:
        KEYS[page.file.dest_uri] = key
    else:
        kept: Kept = json.loads(found)
        KEPT.append((page, kept))
        page.render = partial(restore, page, kept)  # type: ignore[method-assign]


def read_part(path: Path) -> str:
    """Return the text of a file; nothing where it is not there, which building the page will say."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def restore(page: Page, kept: Kept, config: MkDocsConfig, files: Files) -> None:
    """Let a page have the anchors that it had, for others to link to."""
    page.content, page.toc = "", TableOfContents([])
    page.present_anchor_ids = set(kept["anchors"])
    links = {files.src_uris[path]: anchors for path, anchors in kept["links"].items()}
    page.links_to_anchors = links


@event_priority(-100)
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Write the pages that are remembered, which MkDocs leaves out from here on."""
    for page, kept in KEPT:
        path = page.file.abs_dest_path
        write_file(kept["html"].encode(), path)
        write_file(kept["copy"].encode(), path + ADDED)
        page.file.inclusion = InclusionLevel.EXCLUDED


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Remember a page, when all other hooks are done with it."""
    key = KEYS.get(page.file.dest_uri)
    if key is None:
        return
    copy = Path(page.file.abs_dest_path + ADDED).read_text(encoding="utf-8")
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    anchors = sorted(page.present_anchor_ids or ())
    kept = {"html": output, "copy": copy, "anchors": anchors, "links": links}
    memory_of(config).keep(key, json.dumps(kept, ensure_ascii=False).encode())


def on_post_build(config: MkDocsConfig) -> None:
    """Check that the anchors to which remembered pages link are there."""
    for page, _ in KEPT:
        page.validate_anchor_links(files=Files([]), log_level=config.validation.links.anchors)
    KEPT.clear()


def memory_of(config: MkDocsConfig) -> Memory:
    """Return what builds of this project remember."""
    return open_memory(Path(config.config_file_path).parent)


SITES: dict[int, str] = {}


def hash_site(files: Files, config: MkDocsConfig) -> str:
    """Return the hash of what a page can link to, and of what all pages load."""
    if id(files) not in SITES:
        loaded = [config.site_url or "", *config.extra_css, config.extra["published"]["scripts"]]
        SITES[id(files)] = hash_texts(*loaded, *sorted(files.src_uris))
    return SITES[id(files)]
