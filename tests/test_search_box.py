"""The search box in a real browser: how it is typed into, what it shows, what cannot break it."""

import re
from collections.abc import Mapping
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browsing import Served
from searching import ask, hits

HOSTILE = [
    "停車" * 5_000,
    "x" * 10_000,
    "<img src=x onerror=alert(1)>",
    "<script>document.title='x'</script>",
    ".*+?^${}()|[]\\/",
    "(((((((((((((((",
    "[a-",
    "\\",
    "😀 👩‍👩‍👧 🏳️‍🌈",
    "\ud800 \udfff",
    "\u0000\u0007",
    "\u202e\u200b",
    "%",
    "%zz",
    "&lt;b&gt;",
    "0",
    "　　",
    "ﬁ ﬀ ½ ㌔",
    "١٢٣",
    "constructor __proto__ toString",
]

SHOWN = """[
  document.querySelectorAll(".search-results :is(img, script, b)").length,
  document.querySelector("dialog [role=status]").textContent.includes("無法載入搜尋。"),
]"""
MATCHED = {
    "": {
        "黑克松": "原文所印：黑克松",
        "startups": "見於英譯：startups",
    },
    "en/": {
        "wifi": "Wi-Fi",
        "交通": "Found in the Chinese: 交通",
        "City of Rzeszów bicycles": "speaks for it",
        "cyberbullying": "cyberbullying",
    },
}
"""Queries, and what a result says of why it is one."""


def test_a_hit_leads_to_the_passage_that_matched(page: Page) -> None:
    page.goto("")
    ask(page, "車牌辨識")
    hit = page.locator(".search-results section li > a").first
    expect(hit.locator("mark")).to_have_text("車牌辨識")
    hit.click()

    expect(page.locator("dialog.search")).not_to_be_visible()
    expect(page).to_have_url(re.compile(r"/americas-asia/#americas-asia-3-3$"))
    expect(page.locator("#americas-asia-3-3")).to_be_in_viewport()
    expect(page.locator("#americas-asia-3-3 mark")).to_have_text("車牌辨識")


def test_a_pasted_quotation_is_found_and_marked_where_it_stands(page: Page) -> None:
    page.goto("")
    quotation = (
        "所以本省大力推廣線上平台整合資源，並於本次烏克蘭戰事，因應難民湧入而重新利用這樣的機制"
    )
    ask(page, f"「{quotation}」")
    page.locator(".search-results section li > a").first.click()

    expect(page.locator(".passage:target mark").first).to_be_in_viewport()
    marked = page.locator(".passage:target > .text mark").all_text_contents()
    assert "".join(marked) == quotation
    assert page.locator("article mark").count() == len(marked)
    page.reload()
    expect(page.locator(".passage:target mark")).to_have_count(len(marked))


@pytest.mark.parametrize(
    ("home", "word", "other", "said"),
    [
        ("", "artefacts", "文物", "見於英譯：artefacts"),
        ("en/", "文物", "artefacts", "Found in the Chinese: 文物"),
    ],
)
def test_a_word_of_the_other_language_is_found_said_and_shown_on_the_page(
    page: Page, home: str, word: str, other: str, said: str
) -> None:
    page.goto(home)
    ask(page, word)
    first = page.locator(".search-results section li > a").first
    expect(first).to_contain_text(other)
    expect(first.locator(".search-other")).to_have_text(said)
    first.click()

    expect(page.locator(".passage:target > .other mark").first).to_have_text(word)
    expect(page.locator(".passage:target > .other")).to_be_visible()


def test_hits_stand_under_their_pages_and_each_contribution_once(page: Page) -> None:
    page.goto("")
    ask(page, "數位轉型")
    expect(page.locator(".search-results section li")).to_have_count(10)
    headings = page.locator(".search-results section h2").all_text_contents()
    assert len(headings) == len(set(headings)) > 1
    page.get_by_role("button", name="再顯示").click()
    expect(page.locator(".search-results section li")).not_to_have_count(10)

    found = hits(page)
    assert len({tuple(hit) for hit in found}) == len(found)

    ask(page, "黃姍姍")  # a name that is only like another is said to be
    expect(page.locator("dialog [role=status]")).to_contain_text("沒有「黃姍姍」，改找：黃珊珊。")


def test_a_query_can_be_linked_to_and_every_result_shows_what_matched(
    page: Page, server: Served
) -> None:
    page.goto(f"en/themes/?q={quote('parking sensors')}")
    expect(page.locator("dialog.search input")).to_have_value("parking sensors")
    expect(page.locator(".search-results section li").first).to_be_visible()

    check_reasons(page, MATCHED["en/"])
    expect(page).to_have_url(f"{server.address}en/themes/?q=cyberbullying")


def test_every_result_in_chinese_shows_what_matched(page: Page) -> None:
    page.goto("")
    check_reasons(page, MATCHED[""])


def check_reasons(page: Page, shown: Mapping[str, str]) -> None:
    """Ask each query; one result says why it is shown, and none says nothing of it."""
    results = page.locator(".search-results section li")
    for query, said in shown.items():
        ask(page, query)
        expect(results.filter(has_text=said).first).to_be_visible()
        without = results.filter(has_not=page.locator("a:is(:has(mark, .search-other))"))
        expect(without).to_have_count(0)


def test_the_keyboard_alone(page: Page, server: Served) -> None:
    page.goto("")
    page.keyboard.press("/")
    field = page.locator("dialog.search input")
    expect(field).to_be_focused()
    page.keyboard.type("停車")
    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言。")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-results section li > a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).not_to_be_visible()
    expect(page).to_have_url(server.address)

    page.keyboard.press("/")
    page.keyboard.type("區塊鏈")
    page.keyboard.press("Enter")  # before there are results
    expect(page.locator(".search-results section li > a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/eurasia/#eurasia-6-2$"))

    page.go_back()
    expect(page.locator("dialog.search input")).to_have_value("區塊鏈")
    expect(page.locator(".search-results section li").first).to_be_visible()


def test_escape_closes_the_box_and_gives_the_focus_back(page: Page) -> None:
    page.goto("")
    button = page.locator("header .search-open")
    for typed in ("", "停車"):
        button.press("Enter")
        field = page.locator("dialog.search input")
        expect(field).to_be_focused()
        field.press_sequentially(typed)
        page.keyboard.press("Escape")

        expect(page.locator("dialog.search")).not_to_be_visible()
        expect(button).to_be_focused()
        expect(field).to_have_value(typed)


def test_what_an_input_method_composes_is_searched_when_it_is_done(page: Page) -> None:
    page.goto("")
    page.locator("header .search-open").click()
    client = page.context.new_cdp_session(page)
    for text in ("ㄊ", "ㄊㄧㄥ", "停", "停車"):
        arguments = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        client.send("Input.imeSetComposition", arguments)
    expect(page.locator("dialog [role=status]")).to_have_text("")
    client.send("Input.insertText", {"text": "停車"})

    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言。")


def test_no_text_breaks_the_search(page: Page) -> None:
    """Nothing of it becomes an element, and none ends in a search that could not be loaded."""
    page.goto("")
    title = page.title()
    for text in HOSTILE:
        ask(page, text)
        assert page.evaluate(SHOWN) == [0, False], text
    assert page.title() == title

    ask(page, "停車")
    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言。")
