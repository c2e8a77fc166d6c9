"""The keyboard alone: everything is reached, in the order of reading, and shows that it is."""

import pytest
from playwright.sync_api import Page, ViewportSize

from conftest import add_style
from tabs import DESK, PHONE, Settings

WALKS = [
    ("", PHONE),
    ("en/", DESK),
    ("events/2022-mayors-summit/women-leaders/", PHONE),
    ("en/events/2022-industry-forum/", DESK),
    ("en/cities/bath/", PHONE),
    ("cities/", DESK),
    ("themes/", PHONE),
    ("en/records/2021-ctalk-innovation/", PHONE),
    ("en/correct/", PHONE),
    ("data/", DESK),
    ("404.html", PHONE),
]
FEW = """
() => {
  const many = ["li", "ul", "tr", "td", "th", "details", "svg a", ".region", ".index", ".passage", ".turn-themes a", "li a"];
  const alike = many.map(one => `:is(article, .md-nav--secondary) ${one}`)
    .map(one => `:nth-child(n + 5 of ${one}):not(:nth-last-child(1 of ${one}))`);
  document.querySelectorAll([...alike, ".md-top"]).forEach(one => { one.style.display = "none"; });
}
"""
"""Leaves the first of what a list, a table, a map or a page has many of, and the last.

The button to the top is there while a reader scrolls up, which a walk may do or not.
"""
MOST = 300
"""Steps after which a walk has no end."""
FOLLOW = """
() => {
  const walk = { stops: [], faults: [], ended: false };
  const step = () => {
    const element = document.activeElement;
    if (walk.ended) return;
    if (element === document.body) {
      walk.ended = true;
      const stops = [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
        .filter(stop => stop.checkVisibility({visibilityProperty: true}) && !stop.closest("[inert]"));
      const missed = [...stops, ...walk.stops].filter((_, n) => stops[n] !== walk.stops[n]);
      walk.faults.push(...missed.map(stop => `not in the order of the page: ${stop.outerHTML}`));
      return;
    }
    walk.stops.push(element);
    element.style.pointerEvents = "auto";  // the theme's links to the page itself cannot be clicked
    const mark = element.querySelector(".mark");
    const {outlineStyle, outlineWidth, stroke} = getComputedStyle(mark ?? element);
    const framed = mark ? stroke !== "none" : outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
    const parts = [1 / 9, 1 / 2, 8 / 9].flatMap(x => [1 / 9, 1 / 2, 8 / 9].map(y => [x, y]));
    const seen = [...element.getClientRects()].some(({left, top, width, height}) =>
      parts.some(([x, y]) =>
        element.contains(document.elementFromPoint(left + x * width, top + y * height))));
    const name = `${element.localName} ${element.textContent.trim().slice(0, 30)}`;
    if (!framed) walk.faults.push(`no mark of the focus: ${name}`);
    if (!seen) walk.faults.push(`out of sight: ${name}`);
  };
  window.walk = walk;
  window.addEventListener("keyup", step, true);  // the focus has moved, and the page with it
}
"""


def walk(page: Page) -> list[str]:
    """Press Tab until the page ends; return what is wrong on the way, which is that of reading."""
    page.evaluate(FOLLOW)
    for number in range(MOST):
        page.keyboard.press("Tab")
        if number % 10 == 0 and page.evaluate("walk.ended || walk.faults.length > 0"):
            return list(page.evaluate("walk.faults"))
    raise AssertionError(f"more than {MOST} steps")


@pytest.fixture
def settings() -> Settings:
    return {"reduced_motion": "reduce"}


@pytest.mark.parametrize(("address", "size"), WALKS)
def test_the_keyboard_reaches_all_in_order_and_shows_where(
    page: Page, address: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto(address)
    page.evaluate(FEW)

    assert walk(page) == []


@pytest.mark.parametrize(
    ("address", "planted", "fault"),
    [
        ("404.html", ":focus-visible { outline: none !important }", "no mark of the focus"),
        ("cities/", ".mark { stroke: none !important }", "no mark of the focus"),
        ("404.html", "article a { clip-path: inset(50%) }", "out of sight"),
        ("404.html", "article a { position: fixed; top: -9em }", "out of sight"),
    ],
)
def test_a_focus_that_nobody_sees_is_found(
    page: Page, address: str, planted: str, fault: str
) -> None:
    page.goto(address)
    add_style(page, planted)

    assert any(fault in each for each in walk(page))


@pytest.mark.parametrize("index", [-1, 1])
def test_a_link_out_of_order_is_found(page: Page, index: int) -> None:
    page.goto("404.html")
    page.eval_on_selector("article a", "(link, index) => { link.tabIndex = index }", index)

    assert any("not in the order" in each for each in walk(page))
