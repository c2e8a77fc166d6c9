"""Tell each page when its data was last changed: the day of the last commit of its files."""

from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from dialogues.reading.history import find_day, find_lack, read_days

log = get_plugin_logger("dialogues")


@cache
def read_history(root: Path) -> dict[str, str]:
    """Read once the day of the last commit that touched each file; say where there is none, and why."""
    lack = find_lack(root)
    if lack:
        log.info(lack)
    return read_days(root)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Set the page's day: the latest of the files that it says it is made from, or of its own."""
    days = read_history(Path(config.config_file_path).parent)
    sources = [page.meta.get("source"), *page.meta.get("made_from", ())]
    known = [source for source in sources if source] or [f"docs/{page.file.src_uri}"]
    page.meta["changed"] = max((find_day(source, days) for source in known), default="")
