"""Visits pages in a browser, at the width of a phone and of a desk, several at a time."""

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
    browser: Browser, pages: list[str], root: str, widths: tuple[int, ...] = (PHONE, DESK)
) -> list[Visit]:
    """Visit each page at each width with a browser that runs."""
    return [visit for width in widths for visit in _visit(browser, pages, root, width)]


def _visit_part(pages: list[str], root: str) -> list[Visit]:
    with open_browser() as browser:
        return visit_pages(browser, pages, root)


def _visit(browser: Browser, pages: list[str], root: str, width: int) -> list[Visit]:
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme="light")
    tab = context.new_page()
    observe_shifts(tab)
    watch = Watch(tab, root)
    visits = []
    for number, page in enumerate(pages):
        watch.open(page)
        asked = dict(watch.asked)
        axe = check_accessibility(tab, page)
        fit = check_layout(tab, page)
        visits.append(Visit(page, width, [*axe, *fit.findings, *watch.finish()], asked, fit))
        if number % 50 == 0:
            print(f"{width} px: {number} of {len(pages)} pages", file=sys.stderr)
    context.close()
    return visits
