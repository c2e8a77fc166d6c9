"""The colours of a page: those of the system, until the reader chooses others."""

import pytest
from playwright.sync_api import Page, expect

from tabs import Settings

DAY, NIGHT = "rgb(255, 255, 255)", "rgb(30, 33, 41)"
NAMES = {
    "": ["配色：依系統", "配色：淺色", "配色：深色"],
    "en/": ["Colours: as the system", "Colours: light", "Colours: dark"],
}


@pytest.fixture
def settings() -> Settings:
    return {"color_scheme": "dark"}


@pytest.mark.parametrize("home", NAMES)
def test_the_switch_says_in_words_what_is_chosen_and_changes_it(page: Page, home: str) -> None:
    page.goto(home)
    switch = page.locator("button.colours")
    for name, ground in zip(NAMES[home], [NIGHT, DAY, NIGHT], strict=True):
        expect(switch).to_have_accessible_name(name)
        expect(switch).to_have_text(name)
        expect(page.locator("body")).to_have_css("background-color", ground)
        switch.click()
    expect(switch).to_have_accessible_name(NAMES[home][0])


def test_the_systems_colours_are_followed(page: Page) -> None:
    page.goto("")
    body = page.locator("body")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_css("background-color", DAY)
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_css("background-color", NIGHT)

    page.locator("button.colours").click()
    expect(body).to_have_css("background-color", DAY)
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_css("background-color", DAY)


def test_what_is_chosen_is_there_before_the_next_page_is(page: Page) -> None:
    page.goto("")
    page.locator("button.colours").click()
    page.route("**/page.js", lambda route: route.abort())  # what runs when all else is there
    page.goto("en/events/")

    expect(page.locator("body")).to_have_css("background-color", DAY)
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_what_is_no_choice_is_the_systems(page: Page) -> None:
    page.goto("")
    page.locator("button.colours").click()
    assert page.evaluate("Object.values(localStorage)") == ["light"]
    for kept in ("purple", "system", ""):
        page.evaluate("kept => localStorage.setItem(Object.keys(localStorage)[0], kept)", kept)
        page.reload()

        expect(page.locator("body")).to_have_css("background-color", NIGHT)
        expect(page.locator("button.colours")).to_have_accessible_name(NAMES[""][0])


@pytest.mark.parametrize("settings", [{"color_scheme": "dark", "java_script_enabled": False}])
def test_the_systems_colours_need_no_script(page: Page) -> None:
    page.goto("")
    expect(page.locator("body")).to_have_css("background-color", NIGHT)
    expect(page.locator("button.colours")).to_be_hidden()


def test_paper_has_the_colours_of_the_day_whatever_is_chosen(page: Page) -> None:
    page.goto("")
    for name in NAMES[""]:
        page.emulate_media(media="screen")
        expect(page.locator("button.colours")).to_have_accessible_name(name)
        page.emulate_media(media="print")
        expect(page.locator("body")).to_have_css("background-color", DAY)
        expect(page.locator("h1")).to_have_css("color", "rgba(0, 0, 0, 0.87)")
        page.locator("button.colours").evaluate("button => button.click()")


@pytest.mark.own_tab
def test_where_nothing_can_be_kept_a_choice_holds_for_the_page(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw Error() }})")
    page.goto("")
    page.locator("button.colours").click()

    expect(page.locator("body")).to_have_css("background-color", DAY)
    expect(page.locator("button.colours")).to_have_accessible_name(NAMES[""][1])
