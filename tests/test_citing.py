"""The box of one passage, in a real browser: its link, citations, source and correction."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, Route, expect

from audits.requests import Watch
from browsing import Served
from conftest import REPOSITORY, Settings


@pytest.fixture
def settings() -> Settings:
    return {"permissions": ["clipboard-read", "clipboard-write"]}


def open_box(page: Page, address: str, passage: str) -> None:
    page.goto(address)
    page.locator(f'button.cite[aria-label$="{passage}"]').first.click()
    expect(page.locator("dialog.citing h2")).to_have_text(passage)


@pytest.mark.parametrize(
    "address", ["events/2022-mayors-summit/eurasia/", "cities/rzeszow/", "themes/mobility/"]
)
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_passage_is_cited_alike_wherever_it_stands(
    page: Page, server: Served, language: str, address: str
) -> None:
    open_box(page, language + address, "eurasia-5-1")
    zh, en, bibtex = page.locator("dialog.citing pre").all_inner_texts()

    link = "events/2022-mayors-summit/eurasia/#eurasia-5-1"
    assert zh.startswith(
        "波蘭熱舒夫市市長，2022 智慧城市首長高峰會與女性領袖峰會，首長高峰會歐亞場，2022年3月22日"
    )
    assert "談話摘要，非逐字稿" in zh
    assert zh.endswith(server.address + link)
    assert en.startswith("Mayor, Rzeszów, 2022 Smart City Mayors' Summit")
    assert "not verbatim; unofficial English translation" in en
    assert en.endswith(f"{server.address}en/{link}")
    assert re.search(r"version (\S+, [0-9a-f]{10}|)", en)
    assert bibtex.startswith("@misc{2022-mayors-summit-eurasia-5-1,\n  author = {{Mayor, Rzeszów}}")
    assert bibtex.count("{") == bibtex.count("}")


def test_a_citation_says_nothing_of_a_version_that_is_not_known(page: Page) -> None:
    def forget(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"version": ""})

    page.route("**/citing/citations.*.json", forget)
    open_box(page, "events/2022-mayors-summit/eurasia/", "eurasia-5-1")
    zh, en, bibtex = page.locator("dialog.citing pre").all_inner_texts()

    assert "。城市對話錄，http" in zh
    assert "City Dialogues, http" in en
    assert "City Dialogues},\n" in bibtex


def test_a_citation_says_what_is_doubtful_or_corrected(page: Page) -> None:
    open_box(page, "events/2021-ctalk/digital-governance/", "q1-1-1")
    zh, en, bibtex = page.locator("dialog.citing pre").all_inner_texts()

    assert "段落 q1-1-1（發言者存疑；此段有更正）。載於" in zh
    assert "passage q1-1-1 (speaker doubtful; this passage is corrected). In:" in en
    assert "  note = {speaker doubtful; this passage is corrected; " in bibtex


def test_what_nobody_speaks_has_the_issuer_as_its_author(page: Page) -> None:
    open_box(page, "en/events/2021-mayors-summit/", "p-1-1")
    _, en, bibtex = page.locator("dialog.citing pre").all_inner_texts()

    assert en.startswith("Text of the release, ")
    assert "  author = {{Department of Information Technology, Taipei City Government}}" in bibtex
    assert "  year = {2021},\n  date = {2021-03-23/2021-03-24}," in bibtex


def test_what_is_copied_is_what_is_shown(page: Page) -> None:
    open_box(page, "en/events/2022-industry-forum/", "q1-3-4")
    page.locator("dialog.citing section").nth(1).get_by_role("button", name="Copy").click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("dialog.citing pre").nth(1).inner_text()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()


def test_the_source_the_entry_and_the_form_are_a_tap_away(page: Page) -> None:
    open_box(page, "events/2022-industry-forum/", "q2-3-2")
    box = page.locator("dialog.citing")
    expect(box.get_by_role("link", name="原文第 39 行")).to_have_attribute(
        "href", re.compile("#L39$")
    )
    edit = box.get_by_role("link", name="更正這一段").get_attribute("href")
    assert re.fullmatch(
        rf"{REPOSITORY}/edit/main/docs/records/2022-industry-forum/passages\.yml#L\d+", str(edit)
    )

    form = urlparse(str(box.get_by_role("link", name="填表回報").get_attribute("href")))
    fields = {name: value[0] for name, value in parse_qs(form.query).items()}
    assert f"{form.scheme}://{form.netloc}{form.path}" == f"{REPOSITORY}/issues/new"
    assert fields["template"] == "correction.yml"
    assert fields["passage"] == "2022-industry-forum#q2-3-2"
    assert "回應井會長" in fields["text"]


def test_the_box_is_for_the_keyboard_too(page: Page) -> None:
    page.goto("events/2022-industry-forum/")
    page.locator("button.cite").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.citing pre").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.citing")).not_to_be_visible()
    expect(page.locator("button.cite").first).to_be_focused()


def refuse(route: Route) -> None:
    route.abort()


def answer_nothing(route: Route) -> None:
    route.fulfill(status=404, body="{}")


@pytest.mark.parametrize("fail", [refuse, answer_nothing])
@pytest.mark.parametrize("missing", ["**/citing/citations.*.json", "**/citing/box.js"])
def test_what_cannot_be_loaded_is_said(
    watch: Watch, missing: str, fail: Callable[[Route], None]
) -> None:
    page = watch.tab
    page.route(missing, fail)
    page.goto("events/2022-industry-forum/")
    button = page.locator("button.cite").first
    button.click()

    expect(page.get_by_role("alert")).to_have_text("無法載入，請再試一次。")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.citing")).not_to_be_visible()
    expect(button).to_be_focused()

    page.unroute(missing)
    button.click()
    expect(page.locator("dialog.citing pre")).to_have_count(3)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert {finding.rule for finding in watch.findings} <= {"console", "response"}
    watch.findings.clear()
