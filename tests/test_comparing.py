"""Two cities side by side on a theme: what they said, and no way to what is not shown."""

import pytest
from playwright.sync_api import Page, expect

from tabs import DESK

TWO = "themes/mobility/?both&cities=rzeszow,bristol"
DEAD = """() => [...document.querySelectorAll('.overview a, .md-nav--secondary a[href^="#"]')]
  .filter(link => link.checkVisibility())
  .filter(({hash}) => !document.getElementById(decodeURIComponent(hash).slice(1)).checkVisibility())
  .map(link => link.textContent.trim())"""
BARE = """() => [...document.querySelectorAll(".overview li")].filter(line => line.checkVisibility())
  .filter(line => {
    const last = [...line.querySelectorAll(":scope > span")].findLast(link => link.checkVisibility());
    return !last || getComputedStyle(last, "::after").content !== "none";
  })
  .map(line => line.innerText)"""
"""Lines without a link, and those whose last shown link has a sign behind it."""


@pytest.mark.parametrize("settings", [{"viewport": DESK}])
def test_what_two_cities_said_stands_side_by_side_and_no_way_leads_nowhere(page: Page) -> None:
    page.goto(TWO)
    expect(page.locator(".turn:visible")).to_have_count(4)
    assert page.evaluate(DEAD) == []
    assert page.evaluate(BARE) == []
    first, second = (
        page.locator(f".turn[data-cities~={city}] .passage:visible").first
        for city in ("rzeszow", "bristol")
    )
    left, right = first.bounding_box(), second.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] < right["x"]

    # Four columns would be too narrow to read: the other language stands beneath.
    words, other = first.locator(".text").bounding_box(), first.locator(".other").bounding_box()
    assert words
    assert other
    assert words["y"] + words["height"] <= other["y"]


@pytest.mark.parametrize("settings", [{"viewport": DESK}])
def test_where_one_of_two_cities_is_silent_its_column_says_so(page: Page) -> None:
    page.goto("themes/mobility/?cities=rzeszow,bristol")
    shown = page.locator("section.turns:visible")
    for section in shown.all():
        told = [
            section.locator(f".turn[data-cities~={city}]").count()
            for city in ("rzeszow", "bristol")
        ].count(0)
        expect(section.locator(".silence")).to_have_count(told)
    assert shown.locator(".silence").count()
    section = shown.filter(has=page.locator(".silence.second")).first
    second = section.locator(".silence.second")
    expect(second).to_contain_text("布里斯托")
    left, right = section.locator(".turn:visible").first.bounding_box(), second.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] < right["x"]


def test_an_address_may_name_a_city_that_is_silent_on_the_theme(page: Page) -> None:
    page.goto("themes/mobility/?cities=rzeszow,nowhere")
    expect(page.locator(".compare > p")).to_be_visible()
    expect(page.locator(".silence")).to_have_count(0)
    page.locator(".compare select").last.select_option("bristol")
    expect(page.locator(".compare > p")).to_have_count(0)
