"""The built site in a real browser, as a reader with a phone or a desk has it."""

import pytest
from playwright.sync_api import Page, expect

from browsing import Served
from conftest import DESK, PHONE, Settings, add_style

WITHOUT_SCRIPT: Settings = {"viewport": DESK, "java_script_enabled": False}

BEGIN_WITH_DOT = """() => {
  const lines = document.querySelectorAll("article :is(.speaker, .occasion, .about li)");
  return [...lines].filter(line => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), range = new Range();
    const boxes = [];
    while (texts.nextNode()) {
      for (const {index, 0: sign} of texts.currentNode.data.matchAll(/\\S/g)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + 1);
        boxes.push([sign, range.getBoundingClientRect()]);
      }
    }
    return boxes.some(([sign, {top}], n) => sign === "·" && top >= boxes[n - 1][1].bottom);
  }).map(line => line.innerText);
}"""


@pytest.fixture
def settings() -> Settings:
    return {"viewport": DESK}


def overflow(page: Page) -> int:
    """Return how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("settings", [{}, {"viewport": DESK}], ids=["phone", "desk"])
def test_from_the_home_page_to_a_passage_in_both_languages_and_on_to_a_city(
    page: Page, server: Served
) -> None:
    page.get_by_role("link", name="2022 智慧城市首長高峰會與女性領袖峰會").first.click()
    page.locator("article").get_by_role("link", name="首長高峰會歐亞場", exact=True).click()

    if (
        page.viewport_size == PHONE
    ):  # beside each passage the link would be in the way: the box has it
        page.locator("#eurasia-3-1 button.cite").click()
        page.locator("dialog.citing p a").first.click()
        page.keyboard.press("Escape")
    else:
        page.get_by_label("段落 eurasia-3-1 的固定連結").click()
    expect(page).to_have_url(f"{server.address}events/2022-mayors-summit/eurasia/#eurasia-3-1")
    expect(page.locator("#eurasia-3-1")).to_be_in_viewport()

    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{server.address}en/events/2022-mayors-summit/eurasia/#eurasia-3-1")
    expect(page.locator("#eurasia-3-1")).to_be_in_viewport()
    expect(page.locator("#eurasia-3-1 > p").first).to_have_text("Smart city examples:")

    page.locator("#eurasia-3 + .speaker").get_by_role("link", name="Gdynia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gdynia")
    expect(page.locator("article")).to_contain_text("cyberbullying")


def test_a_passage_leads_to_its_line_of_the_source(page: Page) -> None:
    page.goto("en/events/2022-mayors-summit/eurasia/")
    page.locator("#eurasia-6-3").get_by_role("link", name="Source line 16").click()

    expect(page.locator("li:target")).to_contain_text("技術打造公民參與獎勵計畫")
    expect(page.locator("li:target")).to_be_in_viewport()


@pytest.mark.parametrize("settings", [{}])
def test_a_line_that_is_too_long_is_found(page: Page) -> None:
    page.evaluate("document.querySelector('article').innerHTML += '<pre>' + 'x'.repeat(99)")
    add_style(page, "pre { white-space: pre !important; width: max-content }")

    assert overflow(page) > 0


@pytest.mark.parametrize("address", ["en/events/2022-mayors-summit/eurasia/", "cities/taipei/"])
def test_no_line_begins_with_what_stands_between_its_parts(page: Page, address: str) -> None:
    page.goto(address)
    for width in range(320, 440, 15):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(BEGIN_WITH_DOT) == [], width


@pytest.mark.parametrize("settings", [WITHOUT_SCRIPT])
def test_a_page_is_whole_without_script(page: Page) -> None:
    page.goto("events/2022-industry-forum/")

    expect(page.locator(".passage")).to_have_count(21)
    page.get_by_label("段落 q2-3-6 的固定連結").click()
    expect(page.locator("#q2-3-6")).to_be_in_viewport()
    page.locator("details.speakers > summary").click()
    expect(page.get_by_role("link", name="井琪，會長").first).to_be_visible()


@pytest.mark.parametrize("settings", [{}])
def test_one_button_shows_both_languages_and_is_remembered(page: Page) -> None:
    page.goto("en/events/2022-mayors-summit/eurasia/")
    button = page.get_by_role("button", name="Show the Chinese too")
    chinese = page.locator("#eurasia-3-1 details.other > p")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(chinese).to_be_hidden()

    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(chinese).to_be_visible()
    expect(chinese).to_have_attribute("lang", "zh-Hant")
    assert overflow(page) <= 0

    page.goto("events/2022-mayors-summit/eurasia/#eurasia-9-2")
    english = page.locator("#eurasia-9-2 details.other > p").first
    expect(english).to_be_visible()
    expect(english).to_have_attribute("lang", "en")
    expect(page.locator("#eurasia-9-2")).to_be_in_viewport()
    expect(page.locator("details.other:not([open])")).to_have_count(0)

    page.get_by_role("button", name="中英並列").click()
    page.goto("cities/rzeszow/")
    expect(page.locator("details.other[open]")).to_have_count(0)


@pytest.mark.parametrize("settings", [{"viewport": DESK}, WITHOUT_SCRIPT])
def test_one_passage_shows_its_other_language_by_the_keyboard_alone(page: Page) -> None:
    page.goto("cities/rzeszow/")
    other = page.locator("details.other").first
    other.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(other.locator("p").first).to_be_visible()
    expect(page.locator("details.other[open]")).to_have_count(1)


@pytest.mark.parametrize("settings", [WITHOUT_SCRIPT])
def test_without_script_there_is_no_button_that_does_nothing(page: Page) -> None:
    page.goto("events/2022-mayors-summit/eurasia/")

    expect(page.locator("button.both")).to_be_hidden()


def test_print_leaves_out_what_only_a_screen_needs(page: Page) -> None:
    page.goto("events/2022-mayors-summit/eurasia/")
    page.emulate_media(media="print")

    expect(page.locator(".tools button").first).to_be_hidden()
    expect(page.locator(".tools .source").first).to_be_visible()
    expect(page.locator(".printed-address")).to_contain_text(page.url)
    expect(page.locator("header.md-header")).to_be_hidden()
    expect(page.locator("#eurasia-1-1")).to_be_visible()
