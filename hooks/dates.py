"""Tell each page when its data was last changed: the day of the last commit of its files."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from dialogues.reading.history import find_day, read_days

DAYS: dict[str, str] = {}
"""The day of the last commit that touched each file, as `2026-11-21`."""


def on_config(config: MkDocsConfig) -> None:
    """Read the history once; without one no page says when it was changed."""
    if not DAYS:
        DAYS.update(read_days(Path(config.config_file_path).parent))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Set the page's day: the latest of the files that it says it is made from, or of its own."""
    sources = [page.meta.get("source"), *page.meta.get("made_from", ())]
    known = [source for source in sources if source] or [f"docs/{page.file.src_uri}"]
    page.meta["changed"] = max((find_day(source, DAYS) for source in known), default="")
