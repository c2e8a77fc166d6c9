"""Where on a long page a reader is."""

import pytest
from playwright.sync_api import Page, expect

from audits.requests import Watch
from tabs import DESK, PHONE, Settings

LONG = "en/cities/taipei/"
MARKED = ".md-sidebar--secondary [aria-current=location]"
READ = "id => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - 200)"


@pytest.fixture
def settings() -> Settings:
    return {"viewport": DESK, "reduced_motion": "reduce"}


@pytest.fixture
def page(page: Page) -> Page:
    page.goto(LONG)
    return page


def test_the_header_names_the_page_while_its_heading_is_out_of_sight(page: Page) -> None:
    site, own = page.locator(".md-header__topic").all()
    expect(site).to_have_css("opacity", "1")
    expect(own).to_have_css("opacity", "0")
    page.evaluate("scrollTo(0, 3000)")
    expect(own).to_have_css("opacity", "1")
    expect(own).to_have_text("Taipei")
    expect(site).to_have_css("opacity", "0")
    page.evaluate("scrollTo(0, 0)")
    expect(site).to_have_css("opacity", "1")


def test_the_contents_show_what_is_read(page: Page) -> None:
    expect(page.locator(MARKED)).to_have_count(0)
    # A session's heading and that of its first speaker stand together: the second is what is read.
    headings = page.locator("article :is(h2, h3):not(.occasion)")
    ids = headings.evaluate_all("all => all.map(each => each.id)")
    for identifier in [*ids[:-6:6], *ids[5:0:-1]]:
        page.evaluate(READ, identifier)
        expect(page.locator(MARKED)).to_have_attribute("href", f"#{identifier}")
        expect(page.locator(MARKED)).to_have_count(1)
        expect(page.locator(MARKED)).to_be_in_viewport(ratio=0.9)


def test_the_contents_are_seen_to_their_end(page: Page) -> None:
    page.set_viewport_size({"width": DESK["width"], "height": 400})
    last = page.locator(".md-sidebar--secondary a").last
    expect(last).not_to_be_in_viewport()
    page.locator(".md-sidebar--secondary .md-nav__title").hover()
    page.mouse.wheel(0, 9000)
    expect(last).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("scrollY") == 0


def test_who_scrolls_back_is_led_to_the_beginning(page: Page) -> None:
    button = page.get_by_role("button", name="Back to top")
    page.evaluate("scrollTo(0, 4000)")
    expect(page.locator(MARKED)).to_have_count(1)
    expect(button).to_be_hidden()
    page.evaluate("scrollBy(0, -100)")
    expect(button).to_be_visible()
    button.press("Enter")
    expect(page.locator("h1")).to_be_in_viewport()
    expect(button).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()


def test_an_entry_of_the_contents_closes_the_navigation_of_a_phone(watch: Watch) -> None:
    page = watch.tab
    page.set_viewport_size(PHONE)
    page.goto("en/accessibility/")
    page.locator(".navigation-open").click()
    drawer = page.locator(".md-sidebar--primary")
    drawer.get_by_role("button", name="Accessibility", exact=True).click()
    drawer.get_by_role("link", name="Known limits").click()

    expect(drawer).to_be_hidden()
    expect(page.get_by_role("heading", name="Known limits")).to_be_in_viewport()
