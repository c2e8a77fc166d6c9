"""What a passage is used for, in a real browser: shared, copied, cited, looked up and corrected."""

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from audits.requests import Watch
from building import REPOSITORY


def open_tools(page: Page, address: str, passage: str) -> Locator:
    """Open the tools of a passage, on whatever page it stands, and return it."""
    page.goto(address)
    shown = page.locator(f'.passage:has([data-id="{passage}"])').first
    shown.locator("summary").press("Enter")
    expect(shown.locator("button").first).to_be_visible()
    return shown


def open_box(page: Page, address: str, passage: str) -> None:
    name = "Cite" if address.startswith("en/") else "引用"
    open_tools(page, address, passage).get_by_role("button", name=name, exact=True).click()
    expect(page.locator("dialog.citing p a").first).to_contain_text(f"#{passage}")


def test_what_is_copied_is_what_is_shown_and_the_box_is_for_the_keyboard_too(page: Page) -> None:
    open_box(page, "en/events/2022-industry-forum/", "q1-3-4")
    page.locator("dialog.citing section").nth(0).get_by_role("button", name="Copy").click()

    copied = page.evaluate("navigator.clipboard.readText()")
    in_both = page.locator("dialog.citing pre").all_inner_texts()[:2]
    assert copied == in_both[0]
    # The mark of an item stands in both.
    assert [text[:3] for text in in_both] == ["4. ", "4. "]
    expect(page.locator("dialog").get_by_role("button", name="Copied")).to_be_visible()

    button = page.get_by_role("button", name="Cite", exact=True)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.citing pre").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.citing")).not_to_be_visible()
    expect(button).to_be_focused()


def test_a_quotation_says_who_spoke_where_and_that_it_is_not_verbatim(page: Page) -> None:
    shown = open_tools(page, "en/events/2022-industry-forum/", "q1-1-2")
    shown.get_by_role("button", name="Copy").click()
    expect(shown.get_by_role("button", name="Copied")).to_be_visible()

    words, who, link = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert words.startswith("A smart city needs not only development but also governance.")
    assert words.endswith("and deals with matters on their behalf?")  # and not with the marks
    assert who.startswith("— Lu Hsin-ke, Commissioner, Taipei, Smart City Industry Forum")
    assert who.endswith(
        "(this passage is corrected; Minutes, not verbatim; unofficial English translation)"
    )
    assert link.endswith("/en/events/2022-industry-forum/#q1-1-2")


def test_what_is_shared_is_a_card_that_leads_to_the_passage_with_one_tap(page: Page) -> None:
    shown = open_tools(page, "cities/rzeszow/", "eurasia-5-1")
    shown.get_by_role("button", name="分享").click()
    expect(shown.get_by_role("button", name="已複製連結")).to_be_visible()

    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith("/p/2022-mayors-summit/eurasia-5-1/")
    page.goto(address)
    expect(page.get_by_role("heading")).to_have_text("波蘭熱舒夫市市長")
    page.get_by_role("link", name="到全文裡的這一段").click()
    expect(page.locator("#eurasia-5-1")).to_be_in_viewport()
    page.wait_for_url("**/events/2022-mayors-summit/eurasia/#eurasia-5-1")


@pytest.mark.own_tab
def test_a_phone_offers_its_own_ways_to_share_and_closing_them_is_no_failure(page: Page) -> None:
    page.add_init_script("""
      navigator.share = async (given) => { window.shared = given; throw new DOMException("", "AbortError"); };
    """)
    shown = open_tools(page, "en/events/2022-industry-forum/", "q1-3-4")
    button = shown.get_by_role("button", name="Share")
    button.click()
    page.wait_for_function("window.shared")

    shared = page.evaluate("shared")
    assert "the best form is no form" in shared["text"]
    assert "not verbatim" in shared["text"]
    assert shared["url"].endswith("/en/p/2022-industry-forum/q1-3-4/")
    expect(button).to_have_text("Share")


@pytest.mark.own_tab
def test_the_source_the_entry_and_the_form_are_a_tap_away(watch: Watch) -> None:
    page = watch.tab
    page.route(f"{REPOSITORY}/**", lambda route: route.fulfill(body="The form."))
    shown = open_tools(page, "events/2022-industry-forum/", "q2-3-2")
    expect(shown.get_by_role("link", name="原文 39")).to_have_attribute("href", re.compile("#L39$"))
    edit = shown.get_by_role("link", name="更正").get_attribute("href")
    assert re.fullmatch(
        rf"{REPOSITORY}/edit/main/docs/records/2022-industry-forum/passages\.yml#L\d+", str(edit)
    )

    shown.get_by_role("button", name="回報錯誤").click()
    page.wait_for_url(f"{REPOSITORY}/**")
    form = urlparse(page.url)
    fields = {name: value[0] for name, value in parse_qs(form.query).items()}
    assert f"{form.scheme}://{form.netloc}{form.path}" == f"{REPOSITORY}/issues/new"
    assert fields["template"] == "correction.yml"
    assert fields["passage"] == "2022-industry-forum#q2-3-2"
    assert "回應井會長" in fields["text"]
    assert {finding.rule for finding in watch.findings} <= {"request"}  # to the form alone
    watch.findings.clear()


def refuse(route: Route) -> None:
    route.abort()


def answer_nothing(route: Route) -> None:
    route.fulfill(status=404, body="{}")


def test_tools_that_cannot_be_loaded_say_so_and_are_tried_again(watch: Watch) -> None:
    page = watch.tab
    page.goto("events/2022-industry-forum/")
    passage = page.locator("#q1-1-1")
    for fail in (refuse, refuse, answer_nothing):
        page.unroute("**/citing/tools.js")
        page.route("**/citing/tools.js", fail)
        passage.locator("summary").press("Enter")
        expect(passage.get_by_role("alert")).to_have_text("無法載入，請再試一次。")
        expect(passage.get_by_role("alert")).to_have_count(1)
        expect(passage.get_by_role("link", name="連結")).to_be_visible()
        expect(passage.locator("summary")).to_be_focused()
        passage.locator("summary").press("Enter")

    page.unroute("**/citing/tools.js")
    passage.locator("summary").press("Enter")
    expect(passage.get_by_role("button", name="分享")).to_be_visible()
    expect(passage.get_by_role("alert")).to_have_count(0)
    assert {finding.rule for finding in watch.findings} == {"console", "response"}
    watch.findings.clear()


def test_citations_that_cannot_be_loaded_are_said_to_be_and_tried_again(watch: Watch) -> None:
    page = watch.tab
    page.route("**/citing/citations.*.json", refuse)
    shown = open_tools(page, "events/2022-industry-forum/", "q1-1-1")
    button = shown.locator("button").nth(2)
    for fail in (refuse, answer_nothing):
        page.route("**/citing/citations.*.json", fail)
        button.click()
        expect(button).to_have_text("無法載入，請再試一次。")
        expect(button).to_have_attribute("aria-live", "polite")
        expect(button).to_be_focused()

    page.unroute("**/citing/citations.*.json")
    button.click()
    expect(page.locator("dialog.citing pre")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(button).to_have_text("引用")
    assert {finding.rule for finding in watch.findings} == {"console", "response"}
    watch.findings.clear()
