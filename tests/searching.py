"""How tests search: through the box of a page, or in the modules of a built site."""

import re
import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from search_eval import Found

SEARCHING = re.compile("搜尋中|Searching")


def ask(page: Page, query: str) -> None:
    """Put a query into the box at once, as pasting does, and wait for its results."""
    if not page.locator("dialog.search").evaluate("box => box.open"):
        page.locator("header .search-open").click()
    results = page.locator(".search-results")
    results.evaluate("results => results.replaceChildren('waiting')")
    page.locator("dialog.search input").fill(query)
    expect(results).not_to_have_text("waiting")
    expect(page.locator("dialog [role=status]")).not_to_have_text(SEARCHING)  # said when it is slow


def hits(page: Page) -> Found:
    """Return the hits that the box shows, as (address of the page, id of the contribution)."""
    links = page.locator(".search-results section li > a").evaluate_all(
        "links => links.map((link) => link.href)"
    )
    home = str(page.evaluate("new URL('.', location).href")).split("?")[0]
    found = [link.removeprefix(home).split("#") for link in links]
    return [[address, re.sub(r"-\d+$", "", key)] for address, key in found]


def unhash(site: Path) -> Path:
    """Return a folder with the search of a built site under plain names."""
    docs = site.parent / "unhashed"
    for language, folder in (("zh", "search"), ("en", "en/search")):
        for name in ("index", "other"):
            (file,) = (site / folder).glob(f"{name}.*.json")
            target = docs / language / "search" / f"{name}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    (scripts,) = (site / "assets").glob("scripts-*")
    shutil.copytree(scripts, docs / "assets/scripts", dirs_exist_ok=True)
    (docs / "assets/search.css").touch()
    return docs
