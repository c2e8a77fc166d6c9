"""When the data of a page was last changed: the days of the commits that touched its files."""

import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

DAYS: dict[str, str] = {}
"""The day of the last commit that touched each file, as `2026-11-21`."""


def on_config(config: MkDocsConfig) -> None:
    """Read the history once; without one no page says when it was changed."""
    if not DAYS:
        DAYS.update(read_days(Path(config.config_file_path).parent))


def read_days(root: Path) -> dict[str, str]:
    """Return the day of the last commit of each file below docs/; nothing outside of a repository."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", "log"]
    command += ["--format=/%cs", "--name-only", "--no-renames", "--relative", "--", "docs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    days: dict[str, str] = {}
    day = ""
    for line in done.stdout.splitlines() if done.returncode == 0 else ():
        if line.startswith("/"):
            day = line[1:]
        elif line:
            days.setdefault(line, day)
    return days


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Set the page's day: the latest of the files that it says it is made from, or of its own."""
    sources = [page.meta.get("source"), *page.meta.get("made_from", ())]
    known = [source for source in sources if source] or [f"docs/{page.file.src_uri}"]
    page.meta["changed"] = max((find_day(source) for source in known), default="")


def find_day(source: str) -> str:
    """Return the day of a file, or the latest of a folder's; nothing where it has no history."""
    if source in DAYS:
        return DAYS[source]
    return max((day for path, day in DAYS.items() if path.startswith(f"{source}/")), default="")
