"""How tests search: through the box of a page, or in the modules of a built site."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

from dialogues.model.archive import Archive
from measuring.search_index import serve_search
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


PREPARE = """
async (base) => {
  const {buildModel, addOther} = await import(`${base}assets/scripts/search/model.js`);
  const {search} = await import(`${base}assets/scripts/search/ranking.js`);
  const models = {};
  for (const language of ["zh", "en"]) {
    const load = async (name) => (await fetch(`${base}${language}/search/${name}.json`)).json();
    models[language] = buildModel(await load("index"));
    addOther(models[language], await load("other"));
  }
  window.answer = (language, request) => search(models[language], request);
}
"""
Answer = dict[str, Any]
Ask = Callable[..., Answer]


@contextmanager
def open_models(browser: Browser, archive: Archive) -> Iterator[Ask]:
    """Yield what asks the search's modules in a page of their own."""
    page = browser.new_page()
    with serve_search(archive) as address:
        page.goto(f"{address}assets/favicon.svg")
        page.evaluate(PREPARE, address)

        def answer(language: str, query: str, **request: Any) -> Answer:
            arguments = [language, {"query": query, **request}]
            answered: Answer = page.evaluate("([l, r]) => window.answer(l, r)", arguments)
            return answered

        yield answer
    page.close()


def ids(answer: Answer) -> list[str]:
    """Return the ids of the passages that are led to."""
    return [item["passage"] for item in answer["items"]]


def pages(answer: Answer) -> list[str]:
    return [page["address"] for page in answer["pages"]]
