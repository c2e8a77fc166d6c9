"""Take pages that nothing has changed from the last build: `make build` after one word.

What a page was built of has one hash: its Markdown and front matter, the parts that it includes, the
names of all files, the code, the settings, the versions of what is installed. Under that hash its
HTML, its copy and its anchors are kept in a folder that BUILD_MEMORY names; scripts/build.py replaces
it by what this build remembers, when the build has succeeded: what is taken is there by a second
name. Without that variable, or where a file is damaged, a page is built.
"""

import hashlib
import json
import os
import re
import sys
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import write_file

from dialogues.finishing.copies import ADDED

MEMORY = os.environ.get("BUILD_MEMORY", "")
NEXT = f"{MEMORY}.next"
"""What the next build will find."""
CODE = ("hooks", "overrides", "scripts/dialogues", "mkdocs.yml", "requirements.txt")
SETTINGS = ("SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH", "TZ")
PART = re.compile(r'^--8<-- "(.+)"$', re.MULTILINE)
"""Where the text of another file stands in a page."""
INCLUDED = "--8<--"
"""What stands in another way, or in such a text, is not known to the hash."""
Kept = dict[str, Any]
KEYS: dict[str, str] = {}
"""The hashes of pages that are to be remembered, by their places on the site."""
KEPT: list[tuple[Page, Kept]] = []
"""What is taken from the last build, in one language."""


def on_pre_build(config: MkDocsConfig) -> None:
    """Make room for what this build remembers."""
    if MEMORY:
        Path(NEXT).mkdir(parents=True, exist_ok=True)


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Find a page in what is remembered; Markdown need not be read then."""
    included = [read_part(Path(config.docs_dir, path)) for path in PART.findall(markdown)]
    if not MEMORY or any(INCLUDED in text for text in (PART.sub("", markdown), *included)):
        return
    meta = json.dumps(page.meta, sort_keys=True, default=str)
    parts = (hash_common(Path(config.config_file_path).parent), hash_site(files, config))
    key = hash_texts(*parts, page.file.src_uri, page.url, markdown, meta, *included)
    kept = recall(key)
    if kept is None:
        KEYS[page.file.dest_uri] = key
    else:
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
    remember(key, {"html": output, "copy": copy, "anchors": anchors, "links": links})


def on_post_build(config: MkDocsConfig) -> None:
    """Check that the anchors to which remembered pages link are there."""
    for page, _ in KEPT:
        page.validate_anchor_links(files=Files([]), log_level=config.validation.links.anchors)
    KEPT.clear()


def recall(key: str) -> Kept | None:
    """Return what is remembered under a hash, if it is whole."""
    try:
        text = Path(MEMORY, key).read_text(encoding="utf-8")
        digest, _, body = text.partition("\n")
        if digest != hash_texts(body):
            return None
        kept: Kept = json.loads(body)
        os.link(Path(MEMORY, key), Path(NEXT, key))
    except (OSError, ValueError):
        return None
    return kept


def remember(key: str, kept: Kept) -> None:
    """Keep a page for the next build."""
    body = json.dumps(kept, ensure_ascii=False)
    write_file(f"{hash_texts(body)}\n{body}".encode(), str(Path(NEXT, key)))


@cache
def hash_common(root: Path) -> str:
    """Return the hash of what makes all pages: code, settings, what is installed."""
    places = [root / name for name in CODE]
    files = [file for place in places for file in (place, *sorted(place.rglob("*")))]
    contents = [
        file.read_bytes().hex() for file in files if file.is_file() and file.suffix != ".pyc"
    ]
    return hash_texts(sys.version, *(os.environ.get(name, "") for name in SETTINGS), *contents)


SITES: dict[int, str] = {}


def hash_site(files: Files, config: MkDocsConfig) -> str:
    """Return the hash of what a page can link to, and of what all pages load."""
    if id(files) not in SITES:
        loaded = [config.site_url or "", *config.extra_css, config.extra["published"]["scripts"]]
        SITES[id(files)] = hash_texts(*loaded, *sorted(files.src_uris))
    return SITES[id(files)]


def hash_texts(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)} {part}".encode())
    return digest.hexdigest()
