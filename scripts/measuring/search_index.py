"""The search alone, without a site: its scripts and the indexes of an archive, served."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from browsing import serve
from dialogues.model.archive import Archive
from dialogues.rendering.search import render_search
from dialogues.rendering.site import Site
from dialogues.rendering.words import LANGUAGES

ASSETS = Path(__file__).parents[2] / "docs/assets"


@contextmanager
def serve_search(archive: Archive) -> Iterator[str]:
    """Serve the scripts of the search and the indexes of an archive; yield their address."""
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder)
        (docs / "assets").symlink_to(ASSETS)
        for path, text in render_indexes(archive):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text(text, encoding="utf-8")
        with serve(docs) as served:
            yield served.address


def render_indexes(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the files of both languages by their paths."""
    site = Site.of(archive)
    for language in LANGUAGES:
        yield from render_search(replace(site, language=language))
