"""The built site in a real browser, as a reader with a phone or a desk has it."""

import pytest
from playwright.sync_api import Page, expect

from browsing import Served
from conftest import add_style
from tabs import DESK, Settings

WITHOUT_SCRIPT: Settings = {"viewport": DESK, "java_script_enabled": False}
SESSION = "events/2022-mayors-summit/eurasia/"
BEGIN_WITH_DOT = """() => {
  const lines = document.querySelectorAll("article :is(.facts, .speaker, .occasion, .turn-themes, .context, .about li)");
  return [...lines].filter(line => line.checkVisibility()).filter(line => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), range = new Range();
    const signs = [];
    while (texts.nextNode()) {
      const found = texts.currentNode.data.matchAll(/\\S/g);
      signs.push(...[...found].map(({index, 0: sign}) => [sign, texts.currentNode, index]));
    }
    const box = ([_, text, index]) => {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect();
    };
    return signs.some((sign, n) => sign[0] === "·" && box(sign).top >= box(signs[n - 1]).bottom);
  }).map(line => line.innerText);
}"""


@pytest.fixture
def settings() -> Settings:
    return {"viewport": DESK}


def overflow(page: Page) -> int:
    """Return how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("settings", [{}])
def test_from_the_home_page_to_a_passage_in_both_languages_and_on_to_a_city(
    page: Page, server: Served
) -> None:
    """The way begins with a phone and ends at a desk."""
    page.goto("")
    page.get_by_role("link", name="2022 智慧城市首長高峰會與女性領袖峰會").first.click()
    page.locator("article").get_by_role("link", name="首長高峰會歐亞場", exact=True).click()

    page.locator("#eurasia-3-1 > .text").click()
    page.locator("#eurasia-3-1").get_by_role("button", name="分享").click()
    expect(page.locator("#eurasia-3-1").get_by_role("button", name="已複製連結")).to_be_visible()
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(page).to_have_url(f"{server.address}p/2022-mayors-summit/eurasia-3-1/")
    page.get_by_role("link", name="到全文裡的這一段").click()
    expect(page).to_have_url(f"{server.address}{SESSION}#eurasia-3-1")
    expect(page.locator("#eurasia-3-1 > .text")).to_be_in_viewport()

    page.set_viewport_size(DESK)
    page.locator(".languages").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{server.address}en/{SESSION}#eurasia-3-1")
    expect(page.locator("#eurasia-3-1")).to_be_in_viewport()
    expect(page.locator("#eurasia-3-1 > .text")).to_have_text("Smart city examples:")

    page.locator("#eurasia-3").get_by_role("link", name="Gdynia").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gdynia")
    expect(page.locator("article")).to_contain_text("cyberbullying")


def test_a_passage_leads_to_its_line_of_the_source(page: Page) -> None:
    page.goto(f"en/{SESSION}")
    page.locator("#eurasia-6-3 > .text").click()
    page.locator("#eurasia-6-3").get_by_role("link", name="Source 16").click()

    expect(page.locator("li:target")).to_contain_text("技術打造公民參與獎勵計畫")
    expect(page.locator("li:target")).to_be_in_viewport()


@pytest.mark.parametrize("settings", [{}])
def test_a_line_that_is_too_long_is_found(page: Page) -> None:
    page.goto("")
    page.evaluate("document.querySelector('article').innerHTML += '<pre>' + 'x'.repeat(99)")
    add_style(page, "pre { white-space: pre !important; width: max-content }")

    assert overflow(page) > 0


@pytest.mark.parametrize("address", [f"en/{SESSION}", "cities/taipei/"])
def test_no_line_begins_with_what_stands_between_its_parts(page: Page, address: str) -> None:
    page.goto(address)
    for width in range(320, 440, 15):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(BEGIN_WITH_DOT) == [], width


@pytest.mark.parametrize("settings", [WITHOUT_SCRIPT])
def test_a_page_is_whole_without_script(page: Page) -> None:
    page.goto("events/2022-industry-forum/")
    expect(page.locator(".passage:not(.question)")).to_have_count(21)
    passage = page.locator("#q2-3-6")
    expect(passage.locator(".other")).to_be_hidden()
    passage.locator("summary").click()

    expect(passage.locator(".other")).to_be_visible()
    for link in passage.locator(".row a").all():
        expect(link).to_be_visible()
    passage.get_by_role("link", name="連結").click()
    expect(page.locator("#q2-3-6:target > .text")).to_be_in_viewport()
    page.locator("details.speakers > summary").click()
    expect(page.get_by_role("link", name="井琪，會長").first).to_be_visible()


@pytest.mark.parametrize("settings", [WITHOUT_SCRIPT])
def test_both_languages_are_there_without_script_and_no_button_that_does_nothing(
    page: Page,
) -> None:
    page.goto(f"en/{SESSION}")
    expect(page.locator("article button")).to_have_count(0)
    page.locator(".languages").get_by_role("link", name="Both").click()
    others = page.locator(".other")
    assert others.count() == others.locator("visible=true").count() > 20

    page.locator(".languages").get_by_role("link", name="中文").click()
    expect(page.locator("#eurasia-3-1 > .text")).to_have_text("智慧城市案例分享：")


def test_print_leaves_out_what_only_a_screen_needs(page: Page) -> None:
    page.goto(f"{SESSION}#eurasia-1-1")
    expect(page.locator("#eurasia-1-1 .tools button").first).to_be_visible()
    page.emulate_media(media="print")

    for left_out in (".tools button", ".tools .correct", ".languages", "header.md-header"):
        expect(page.locator(left_out).first).to_be_hidden()
    sources = page.locator(".tools .source")
    assert sources.count() == sources.locator("visible=true").count() > 20
    expect(page.locator(".printed-address")).to_contain_text(page.url.partition("#")[0])
    expect(page.locator("#eurasia-1-1 > .text")).to_be_visible()
    expect(page.locator("details.about")).to_contain_text("中文為官方紀錄原文，並非逐字稿")
    added = page.locator("h3.contribution, h2.contribution").first.evaluate(
        """(heading) => [
          heading.id,
          getComputedStyle(heading, "::before").content,
          parseFloat(getComputedStyle(heading, "::after").height),
        ]"""
    )
    assert added[1] == f'"{added[0]}"'  # others cite it
    assert added[2] > 80  # the room for lines beneath it, where no break-after is known
