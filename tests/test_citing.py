"""What a passage is used for, in a real browser: shared, copied, cited, looked up and corrected."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from audits.requests import Watch
from browsing import Served
from conftest import REPOSITORY, Settings

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def settings() -> Settings:
    return {"permissions": ["clipboard-read", "clipboard-write"]}


def open_tools(page: Page, address: str, passage: str) -> Locator:
    """Open the tools of a passage, on whatever page it stands, and return it."""
    page.goto(address)
    shown = page.locator(f'.passage:has([data-id="{passage}"])').first
    shown.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(shown.locator("button").first).to_be_visible()
    return shown


def open_box(page: Page, address: str, passage: str) -> None:
    name = "Cite" if address.startswith("en/") else "引用"
    open_tools(page, address, passage).get_by_role("button", name=name, exact=True).click()
    expect(page.locator("dialog.citing p a").first).to_contain_text(f"#{passage}")


def read_box(page: Page) -> list[str]:
    """Return the citations: in Chinese, in English, as BibTeX; the page's language stands first."""
    names = page.locator("dialog.citing h3").all_inner_texts()
    texts = dict(zip(names, page.locator("dialog.citing pre").all_inner_texts(), strict=True))
    own = "English" if "/en/" in page.url else "中文"
    assert names[0] == own
    return [texts[name] for name in ("中文", "English", "BibTeX")]


@pytest.mark.parametrize(
    "address", ["events/2022-mayors-summit/eurasia/", "cities/rzeszow/", "themes/mobility/"]
)
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_passage_is_cited_alike_wherever_it_stands(
    page: Page, server: Served, language: str, address: str
) -> None:
    open_box(page, language + address, "eurasia-5-1")
    zh, en, bibtex = read_box(page)

    link = "events/2022-mayors-summit/eurasia/#eurasia-5-1"
    assert "\n— " in zh
    zh, en = (text.partition("\n— ")[2] for text in (zh, en))
    assert zh.startswith(
        "波蘭熱舒夫市市長，2022 智慧城市首長高峰會與女性領袖峰會，首長高峰會歐亞場，2022年3月22日"
    )
    assert "談話摘要，非逐字稿" in zh
    assert zh.endswith(server.address + link)
    assert en.startswith("Mayor, Rzeszów, 2022 Smart City Mayors' Summit")
    assert "not verbatim; unofficial English translation" in en
    assert en.endswith(f"{server.address}en/{link}")
    assert re.search(r"version (\S+, [0-9a-f]{10}|)", en)
    author = {"": "波蘭熱舒夫市市長", "en/": "Mayor, Rzeszów"}[language]
    assert bibtex.startswith(f"@misc{{2022-mayors-summit-eurasia-5-1,\n  author = {{{{{author}}}}}")
    assert bool(HAN.search(bibtex)) == (language == "")
    assert bibtex.count("{") == bibtex.count("}")


def test_an_address_in_another_spelling_is_cited_as_it_is_written(
    page: Page, server: Served
) -> None:
    open_box(page, "en/%65vents/2022-mayors-summit/%65urasia/index.html?x=1", "eurasia-5-1")

    link = f"{server.address}en/events/2022-mayors-summit/eurasia/#eurasia-5-1"
    assert page.locator("dialog.citing p a").first.inner_text() == link
    assert page.locator("dialog.citing pre").all_inner_texts()[0].endswith(link)


def test_a_citation_says_nothing_of_a_version_that_is_not_known(page: Page) -> None:
    def forget(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"version": ""})

    page.route("**/citing/citations.*.json", forget)
    open_box(page, "events/2022-mayors-summit/eurasia/", "eurasia-5-1")
    zh, en, bibtex = read_box(page)

    assert "。城市對話錄，http" in zh
    assert "City Dialogues, http" in en
    assert "；城市對話錄},\n" in bibtex


@pytest.mark.parametrize(
    ("address", "author", "office"),
    [
        ("events", "呂新科", "局長，臺北市"),
        ("en/events", "Lu Hsin-ke", "Commissioner, Taipei"),
    ],
)
def test_a_citation_has_the_words_the_person_and_apart_the_office(
    page: Page, address: str, author: str, office: str
) -> None:
    open_box(page, f"{address}/2022-industry-forum/", "q1-1-2")
    zh, en, bibtex = read_box(page)

    words = {"events": zh, "en/events": en}[address].partition("\n— ")[0]
    assert zh.startswith("以智慧城市而言")
    assert en.startswith("A smart city needs not only development but also governance.")
    assert f"  author = {{{{{author}}}}}" in bibtex
    assert f"  note = {{{office}" in bibtex
    assert f"  abstract = {{{words}}}" in bibtex


def test_a_citation_says_what_is_doubtful_or_corrected(page: Page) -> None:
    open_box(page, "events/2021-ctalk/digital-governance/", "q1-1-1")
    zh, en, bibtex = read_box(page)

    assert "段落 q1-1-1（發言者存疑；此段有更正）。載於" in zh
    assert "passage q1-1-1 (speaker doubtful; this passage is corrected). In:" in en
    assert "  note = {發言者存疑；此段有更正；" in bibtex


def test_what_nobody_speaks_has_the_issuer_as_its_author(page: Page) -> None:
    open_box(page, "en/events/2021-mayors-summit/", "p-1-1")
    _, en, bibtex = read_box(page)

    assert en.partition("\n— ")[2].startswith("Text of the release, ")
    assert "  author = {{Department of Information Technology, Taipei City Government}}" in bibtex
    assert "  year = {2021},\n  date = {2021-03-23/2021-03-24}," in bibtex


def test_what_is_copied_is_what_is_shown(page: Page) -> None:
    open_box(page, "en/events/2022-industry-forum/", "q1-3-4")
    page.locator("dialog.citing section").nth(0).get_by_role("button", name="Copy").click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("dialog.citing pre").nth(0).inner_text()
    expect(page.locator("dialog").get_by_role("button", name="Copied")).to_be_visible()


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


def test_the_box_is_for_the_keyboard_too(page: Page) -> None:
    open_tools(page, "events/2022-industry-forum/", "q1-1-1")
    button = page.get_by_role("button", name="引用", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.citing pre").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.citing")).not_to_be_visible()
    expect(button).to_be_focused()


def refuse(route: Route) -> None:
    route.abort()


def answer_nothing(route: Route) -> None:
    route.fulfill(status=404, body="{}")


@pytest.mark.parametrize("fail", [refuse, answer_nothing])
def test_tools_that_cannot_be_loaded_say_so_and_are_tried_again(
    watch: Watch, fail: Callable[[Route], None]
) -> None:
    page = watch.tab
    page.route("**/citing/tools.js", fail)
    page.goto("events/2022-industry-forum/")
    passage = page.locator("#q1-1-1")
    for _ in range(2):
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
    assert {finding.rule for finding in watch.findings} <= {"console", "response"}
    watch.findings.clear()


@pytest.mark.parametrize("fail", [refuse, answer_nothing])
def test_citations_that_cannot_be_loaded_are_said_to_be_and_tried_again(
    watch: Watch, fail: Callable[[Route], None]
) -> None:
    page = watch.tab
    page.route("**/citing/citations.*.json", fail)
    shown = open_tools(page, "events/2022-industry-forum/", "q1-1-1")
    button = shown.locator("button").nth(2)
    button.click()
    expect(button).to_have_text("無法載入，請再試一次。")
    expect(button).to_have_attribute("aria-live", "polite")
    expect(button).to_be_focused()

    page.unroute("**/citing/citations.*.json")
    button.click()
    expect(page.locator("dialog.citing pre")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(button).to_have_text("引用")
    assert {finding.rule for finding in watch.findings} <= {"console", "response"}
    watch.findings.clear()
