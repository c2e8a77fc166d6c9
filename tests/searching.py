"""How tests search: through the box of a page, or in the modules of a built site."""

import re

from playwright.sync_api import Page, expect

from measuring.search_quality import Found

WAITING = re.compile("waiting|搜尋中|Searching")
"""What is said before there is an answer: what this file puts there, or that it is slow."""


def ask(page: Page, query: str) -> None:
    """Put a query into the box at once, as pasting does, and wait for its results."""
    if not page.locator("dialog.search").evaluate("box => box.open"):
        page.locator("header .search-open").click()
    status = page.locator("dialog [role=status]")
    status.evaluate("status => status.replaceChildren('waiting')")
    page.locator("dialog.search input").fill(query)
    expect(status).not_to_have_text(WAITING)
    if query.strip():
        expect(status).not_to_have_text("")


def hits(page: Page) -> Found:
    """Return the hits that the box shows, as (address of the page, id of the contribution)."""
    links = page.locator(".search-results section li > a").evaluate_all(
        "links => links.map((link) => link.href)"
    )
    home = str(page.evaluate("new URL('.', location).href")).split("?")[0]
    found = [re.sub(r"\?[^#]*", "", link).removeprefix(home).split("#") for link in links]
    return [[address, re.sub(r"-\d+$", "", key)] for address, key in found]
