"""What surrounds the text, as a reader with a phone or a keyboard uses it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from audits.accessibility import check_accessibility
from audits.layout import HEIGHT, TARGETS
from audits.links import BuiltPage, list_pages, text_of

SETTLED = "Promise.allSettled(document.getAnimations().map(({finished}) => finished))"
FOCUS = f"""async () => {{
  await {SETTLED};
  const element = document.activeElement, {{x, y, width, height}} = element.getBoundingClientRect();
  const seen = document.elementFromPoint(x + width / 2, y + height / 2);
  const behind = element.contains(seen) ? "" : element.outerHTML;
  return [behind, element.matches(":focus-visible"), element.innerText.trim()];
}}"""
"""What has the focus, if something lies over it; whether one sees it; and its name."""


@pytest.mark.parametrize(
    ("address", "name", "where"),
    [
        ("events/2022-mayors-summit/eurasia/", "活動", "true"),
        ("en/cities/taipei/", "Cities", "true"),
        ("en/initiatives/taipeipass/", "People and initiatives", "true"),
        ("records/cited/", "紀錄與更正", "true"),
        ("themes/", "主題", "page"),
        ("", "首頁", "page"),
    ],
)
def test_a_page_says_where_it_stands(
    pages: Mapping[str, BuiltPage], address: str, name: str, where: str
) -> None:
    page = pages[address].html
    tabs = page.cssselect(".md-tabs__item--active a")
    active = page.cssselect(".md-sidebar--primary li.md-nav__item--active a[aria-current]")

    assert [(text_of(tab).strip(), tab.get("aria-current")) for tab in tabs] == [(name, where)]
    assert active == page.cssselect(".md-sidebar--primary a[aria-current]")
    assert len(active) == 1


def test_an_entry_of_the_contents_has_the_language_of_its_heading(
    site: Path, pages: Mapping[str, BuiltPage]
) -> None:
    marked = 0
    for address in (page for page in list_pages(site) if "events/" in page):
        page = pages[address].html
        for link in page.cssselect(".md-nav--secondary a[href^='#']"):
            heading = page.get_element_by_id(link.get("href")[1:])
            assert link.get("lang") == heading.get("lang"), address
            marked += "lang" in link.attrib
    assert marked > 10


@pytest.fixture
def drawer(page: Page) -> Locator:
    return page.locator(".md-sidebar--primary")


def walk(page: Page, drawer: Locator) -> list[str]:
    """Return the names of all that the Tab key reaches in an open drawer, each in sight."""
    names = []
    while drawer.locator(":focus").count():
        behind, is_seen, name = page.evaluate(FOCUS)
        assert behind == ""
        assert is_seen
        names.append(name)
        page.keyboard.press("Tab")
    return names


def test_the_navigation_of_a_phone_is_walked_by_keyboard(page: Page, drawer: Locator) -> None:
    page.goto("")
    menu = page.get_by_role("button", name="選單")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(drawer.locator("a.md-logo")).to_be_focused()

    level = drawer.get_by_role("button", name="人物與計畫", exact=True)
    expect(level).to_have_attribute("aria-expanded", "false")
    level.focus()
    page.keyboard.press("Enter")
    back = drawer.get_by_role("button", name="人物與計畫，返回")
    expect(back).to_be_focused()
    expect(drawer.get_by_role("link", name="活動")).to_be_hidden()
    expect(drawer.get_by_role("button")).to_have_count(1)

    page.keyboard.press("Enter")
    expect(level).to_be_focused()
    expect(level).to_have_attribute("aria-expanded", "false")
    expect(drawer.get_by_role("link", name="機構")).to_be_hidden()

    page.keyboard.press("Space")
    expect(back).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(back).to_be_hidden()


def test_only_what_is_in_sight_is_reached_and_leaving_closes(page: Page, drawer: Locator) -> None:
    page.goto("")
    menu = page.get_by_role("button", name="選單")
    menu.press("Enter")
    names = ["首頁", "活動", "主題", "城市", "人物與計畫", "紀錄與更正", "關於"]
    assert walk(page, drawer) == ["", *names]
    expect(menu).to_have_attribute("aria-expanded", "false")

    menu.press("Enter")
    drawer.get_by_role("button", name="紀錄與更正").press("Enter")
    assert walk(page, drawer) == ["紀錄與更正", "紀錄", "更正紀錄", "引用而未收錄", "詞彙"]
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_a_finger_opens_a_level_and_goes_back_at_its_edge(page: Page, drawer: Locator) -> None:
    page.goto("")
    page.get_by_role("button", name="選單").click()
    level = drawer.get_by_role("button", name="關於")
    level.click(position={"x": 2, "y": 2})
    back = drawer.get_by_role("button", name="關於，返回")
    expect(back).to_be_visible()
    expect(drawer.get_by_role("link", name="關於本站")).to_be_visible()
    back.click(position={"x": 2, "y": 2})
    expect(level).to_be_visible()
    expect(level).to_have_attribute("aria-expanded", "false")


def test_the_open_navigation_has_no_fault_that_axe_finds(page: Page, drawer: Locator) -> None:
    page.goto("en/records/")
    page.locator(".navigation-open").press("Enter")
    page.evaluate(SETTLED)
    expect(drawer.locator(":focus")).to_be_visible()
    found = [finding.rule for finding in check_accessibility(page, "en/records/")]
    assert [rule for rule in found if "unclear" not in rule] == []


@pytest.mark.parametrize("address", ["", "en/"])
def test_the_name_of_the_site_is_whole(page: Page, address: str) -> None:
    page.goto(address)
    name = page.locator(".md-header__topic .md-ellipsis").first
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert name.evaluate("name => name.scrollWidth <= name.clientWidth")


def test_numbers_and_cells_are_not_too_small_to_hit(page: Page) -> None:
    for address in ("themes/", "records/2022-mayors-summit/"):
        page.goto(address)
        large, targets = page.evaluate(TARGETS, 24)
        assert large == targets
