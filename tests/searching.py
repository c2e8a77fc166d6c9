"""How tests search: through the box of a page, or in the modules of a built site."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, expect

from measuring.search_quality import Found

WAITING = "waiting|搜尋中|Searching"
"""What is said before there is an answer: what this file puts there, or that it is slow."""
WAIT = """status => {
  status.replaceChildren("waiting");
  return status.closest("dialog").open;
}"""


def ask(page: Page, query: str) -> None:
    """Put a query into the box at once, as pasting does, and wait for its results."""
    status = page.locator("dialog.search [role=status]")
    if not status.evaluate(WAIT):
        page.locator("header .search-open").click()
        status.evaluate(WAIT)
    page.locator("dialog.search input").fill(query)
    expect(status).not_to_have_text(re.compile(f"^$|{WAITING}" if query.strip() else WAITING))


def hits(page: Page) -> Found:
    """Return the hits that the box shows, as (address of the page, id of the contribution)."""
    home, links = page.evaluate("""[
      new URL(".", location).href,
      [...document.querySelectorAll(".search-results section li > a")].map(link => link.href),
    ]""")
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
  window.answer = (language, request) => JSON.stringify(search(models[language], request));
}
"""
Answer = dict[str, Any]
Ask = Callable[..., Answer]


@dataclass(frozen=True)
class Modules:
    """The modules of the search in a page of their own, and the address at which they are."""

    page: Page
    address: str

    def ask(self, language: str, query: str, **request: Any) -> Answer:
        """Return the answer of the model of a language; it comes as JSON, which is much faster."""
        arguments = [language, {"query": query, **request}]
        answer: Answer = json.loads(
            self.page.evaluate("([l, r]) => window.answer(l, r)", arguments)
        )
        return answer


@contextmanager
def open_modules(browser: Browser, address: str) -> Iterator[Modules]:
    """Yield the search that is served at an address, with the models of both languages."""
    page = browser.new_page()
    page.goto(f"{address}assets/favicon.svg")
    page.evaluate(PREPARE, address)
    yield Modules(page, address)
    page.close()


def ids(answer: Answer) -> list[str]:
    """Return the ids of the passages that are led to."""
    return [item["passage"] for item in answer["items"]]


def pages(answer: Answer) -> list[str]:
    return [page["address"] for page in answer["pages"]]
