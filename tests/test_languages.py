"""Both languages of a page, side by side or one beneath the other: chosen, kept, and linked to."""

import pytest
from playwright.sync_api import Page, expect

from tabs import DESK, PHONE

SESSION = "events/2022-mayors-summit/eurasia/"


def test_both_languages_are_shown_at_once_and_remembered(page: Page) -> None:
    page.goto(f"en/{SESSION}")
    own, both, _ = page.locator(".languages a").all()
    chinese = page.locator("#eurasia-3-1 > .other")
    expect(own).to_have_attribute("aria-current", "true")
    expect(chinese).to_be_hidden()

    both.focus()
    page.keyboard.press("Enter")
    expect(both).to_have_attribute("aria-current", "true")
    expect(page.locator(".languages [aria-current]")).to_have_count(1)
    expect(chinese).to_be_visible()
    expect(chinese).to_have_attribute("lang", "zh-Hant")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto("cities/rzeszow/")
    others = page.locator(".other")
    assert others.count() == others.locator("visible=true").count() > 5
    expect(others.first).to_have_attribute("lang", "en")

    page.locator(".languages").get_by_role("link", name="中文", exact=True).click()
    page.goto(f"en/{SESSION}")
    expect(chinese).to_be_hidden()


def test_a_link_can_ask_for_both_and_the_other_language_has_both_too(page: Page) -> None:
    page.goto(f"{SESSION}?both#eurasia-9-2")
    english = page.locator("#eurasia-9-2 > .other")
    expect(english).to_be_visible()
    expect(english).to_be_in_viewport()

    page.locator(".languages").get_by_role("link", name="English").click()
    expect(page.locator("#eurasia-9-2")).to_be_in_viewport()
    expect(page.locator("#eurasia-9-2 > .other")).to_be_visible()
    assert "?both" in page.url
    assert page.url.endswith(f"/en/{SESSION}{page.url[page.url.index('?') :]}")

    page.locator("a.language-switch").click()
    expect(english).to_be_visible()
    assert "/en/" not in page.url


@pytest.mark.parametrize("address", [f"{SESSION}?both", "cities/rzeszow/?both=1"])
def test_both_are_there_before_any_script_of_the_page_runs(page: Page, address: str) -> None:
    page.route("**/page.js", lambda route: route.abort())  # what runs when all else is there
    page.goto(address)

    expect(page.locator(".other").first).to_be_visible()


def test_what_is_kept_is_there_before_the_next_page_is(page: Page) -> None:
    page.goto(SESSION)
    page.locator(".languages").get_by_role("link", name="中英並列").click()
    page.route("**/page.js", lambda route: route.abort())
    page.goto("cities/rzeszow/")

    expect(page.locator(".other").first).to_be_visible()


@pytest.mark.own_tab
def test_where_nothing_can_be_kept_both_are_shown_on_this_page(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw Error() }})")
    page.goto(SESSION)
    page.locator(".languages").get_by_role("link", name="中英並列").click()

    expect(page.locator("#eurasia-3-1 > .other")).to_be_visible()


def test_they_stand_side_by_side_on_a_desk_and_one_beneath_the_other_on_a_phone(
    page: Page,
) -> None:
    page.goto("cities/rzeszow/?both")
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        text, other = (
            page.locator(f".passage > {name}").first.bounding_box() for name in (".text", ".other")
        )
        assert text
        assert other
        if size == DESK:
            assert other["x"] >= text["x"] + text["width"]
            assert other["y"] == text["y"]
        else:
            assert other["x"] == text["x"]
            assert other["y"] >= text["y"] + text["height"]


@pytest.mark.parametrize("settings", [{"viewport": DESK}])
def test_one_passage_shows_its_other_language_by_the_keyboard_alone(page: Page) -> None:
    page.goto("cities/rzeszow/")
    passage = page.locator(".passage").first
    passage.locator("summary").focus()
    page.keyboard.press("Enter")
    button = passage.get_by_role("button", name="English")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")

    expect(button).to_have_attribute("aria-pressed", "true")
    expect(passage.locator(".other")).to_be_visible()
    expect(page.locator(".other >> visible=true")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(passage.locator(".other")).to_be_hidden()
