"""The pictures in a real browser: seen, hit with a thumb, and left out of nobody's reach."""

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import add_style
from dialogues.model.archive import Archive
from tabs import PHONE

TARGET = 24
"""Pixels that WCAG 2.2 asks of a target."""
NARROWEST = 320
LINKS = """links => links.map(link =>
  [link.getAttribute("href"), link.querySelector("title")?.textContent])"""
NAMES = """regions => regions.map(region => ["ol a", "svg a > title"].map(names =>
  [...region.querySelectorAll(names)].map(name => name.textContent)))"""
"""Of each region the names of its list, and those of its marks."""


def sizes(marks: Locator) -> list[float]:
    """Return the smaller side of each mark, in pixels of the screen."""
    measure = "marks => marks.map(mark => mark.getBoundingClientRect())"
    return [min(box["width"], box["height"]) for box in marks.evaluate_all(measure)]


def test_the_first_screen_of_a_phone_has_all_ways_in(page: Page) -> None:
    page.goto("")
    for way in (
        page.locator("button.find"),
        page.locator(".voice a").first,
        page.locator(".md-header a[href*='events/'], .md-header .navigation-open").first,
    ):
        box = way.bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_two_taps_to_all_that_was_said_on_a_theme(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="全部主題").click()
    page.locator("article ul.themes").get_by_role("link", name="交通與移動", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("交通與移動")
    expect(page.locator("article")).to_contain_text("公車追蹤")


@pytest.mark.parametrize("settings", [{}, {"java_script_enabled": False}])
def test_two_taps_to_all_that_was_said_by_a_city(page: Page) -> None:
    page.goto("")
    page.locator("a.small-map").click()
    page.locator("#map-europe a", has_text="布拉格市").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("布拉格市")
    expect(page.locator("article")).to_contain_text("開放數據")


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_two_taps_to_all_that_was_said_in_an_event(page: Page) -> None:
    page.goto("")
    page.locator("#events + .lines a").last.click()
    page.locator("article").get_by_role("link", name="Session 1：創新").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Session 1：創新")


def test_every_mark_of_the_maps_is_a_link_that_a_thumb_can_hit(
    page: Page, archive: Archive
) -> None:
    page.goto("cities/")
    marks = page.locator(".region a .mark")

    assert marks.count() == len(archive.cities)
    for width in (PHONE["width"], NARROWEST):
        page.set_viewport_size({"width": width, "height": PHONE["height"]})
        page.wait_for_function("width => document.documentElement.clientWidth === width", arg=width)
        assert min(sizes(marks)) >= TARGET
        assert min(sizes(page.locator(".map a .mark"))) >= TARGET
    links = page.locator(".map a, .region svg a").evaluate_all(LINKS)
    assert all(address and title for address, title in links)
    for listed, marked in page.locator(".region").evaluate_all(NAMES):
        assert listed == marked


def test_every_cell_of_the_grid_can_be_hit(page: Page) -> None:
    page.goto("en/themes/")
    cells = page.locator(".grid td a")
    assert min(sizes(cells)) >= TARGET
    cells.get_by_text("5").first.focus()
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    city, theme = label.split(":")[0].split(" on ")
    expect(page.get_by_role("heading", level=1)).to_have_text(theme)
    expect(page.locator("#cities + .index a").get_by_text(city, exact=True)).to_be_visible()
    expect(page.locator(":target ~ h3").first).to_be_visible()


def test_a_mark_that_is_too_small_is_found(page: Page) -> None:
    page.goto("cities/")
    add_style(page, ".mark { r: 1px !important }")

    assert min(sizes(page.locator(".map a .mark"))) < TARGET
