"""Visit pages in a browser, at the width of a phone and of a desk, several at a time."""

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Browser

from audits.accessibility import check_accessibility
from audits.findings import Finding
from audits.layout import DESK, HEIGHT, PHONE, Fit, check_layout, observe_shifts
from audits.requests import Watch
from browsing import open_browser

WORKERS = 2
# Headings stay: the list of contents leads to them.
THIN = """() => {
  for (const parent of document.querySelectorAll("main *")) {
    const alike = {};
    for (const child of [...parent.children]) {
      const kind = `${child.localName} ${child.getAttribute("class")}`;
      alike[kind] = (alike[kind] ?? 0) + 1;
      if (alike[kind] > 4 && !child.matches("h2, h3, :has(h2, h3)")) child.remove();
    }
  }
}"""


@dataclass(frozen=True)
class Visit:
    """What one page did and had at one width."""

    page: str
    width: int
    findings: list[Finding]
    asked: dict[str, str]
    """What it asked for before anybody touched it: addresses below the root, and their types."""
    fit: Fit


def visit_all(pages: list[str], root: str) -> list[Visit]:
    """Visit each page at both widths, in browsers of their own beside each other."""
    parts = [pages[first::WORKERS] for first in range(WORKERS)]
    with ProcessPoolExecutor(WORKERS) as pool:
        found = pool.map(partial(_visit_part, root=root), parts)
        return [visit for part in found for visit in part]


def visit_pages(
    browser: Browser,
    pages: list[str],
    root: str,
    widths: tuple[int, ...] = (PHONE, DESK),
    *,
    thin: bool = False,
) -> list[Visit]:
    """Visit each page at each width with a browser that runs.

    A thin visit gives axe a few of the elements that follow each other and are alike: it finds what
    is wrong with their kind, in a fifth of the time. All else is done with the whole page.
    """
    return [visit for width in widths for visit in _visit(browser, pages, root, width, thin=thin)]


def _visit_part(pages: list[str], root: str) -> list[Visit]:
    with open_browser() as browser:
        return visit_pages(browser, pages, root)


def _visit(browser: Browser, pages: list[str], root: str, width: int, *, thin: bool) -> list[Visit]:
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme="light")
    tab = context.new_page()
    observe_shifts(tab)
    watch = Watch(tab, root)
    visits = []
    for number, page in enumerate(pages):
        watch.open(page)
        asked = dict(watch.asked)
        fit = check_layout(tab, page)
        if thin:
            tab.evaluate(THIN)
        axe = check_accessibility(tab, page)
        visits.append(Visit(page, width, [*axe, *fit.findings, *watch.finish()], asked, fit))
        if number % 50 == 0:
            print(f"{width} px: {number} of {len(pages)} pages", file=sys.stderr)
    context.close()
    return visits
