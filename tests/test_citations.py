"""What a citation says, in a real browser: the words, who said them where, and what they are."""

import re

import pytest
from playwright.sync_api import Page, Route

from browsing import Served
from dialogues.finding.characters import HAN
from test_citing import open_box

CHINESE = re.compile(f"[{HAN}]")


def read_box(page: Page) -> list[str]:
    """Return the citations: in Chinese, in English, as BibTeX; the page's language stands first."""
    names = page.locator("dialog.citing h3").all_inner_texts()
    texts = dict(zip(names, page.locator("dialog.citing pre").all_inner_texts(), strict=True))
    own = "English" if "/en/" in page.url else "中文"
    assert names[0] == own
    return [texts[name] for name in ("中文", "English", "BibTeX")]


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("", "events/2022-mayors-summit/eurasia/"),
        ("en/", "cities/rzeszow/"),
        ("", "themes/mobility/"),
    ],
)
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
    assert bool(CHINESE.search(bibtex)) == (language == "")
    assert bibtex.count("{") == bibtex.count("}")


def test_an_address_in_another_spelling_is_cited_as_it_is_written(
    page: Page, server: Served
) -> None:
    open_box(page, "en/%65vents/2022-mayors-summit/%65urasia/index.html?x=1", "eurasia-5-1")

    link = f"{server.address}en/events/2022-mayors-summit/eurasia/#eurasia-5-1"
    assert page.locator("dialog.citing p a").first.inner_text() == link
    assert page.locator("dialog.citing pre").all_inner_texts()[0].endswith(link)


def test_a_citation_says_what_is_doubtful_or_corrected_and_no_version_that_is_not_known(
    page: Page,
) -> None:
    def forget(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"version": ""})

    page.route("**/citing/citations.*.json", forget)
    open_box(page, "events/2021-ctalk/digital-governance/", "q1-1-1")
    zh, en, bibtex = read_box(page)

    assert "段落 q1-1-1（發言者存疑；此段有更正）。載於" in zh
    assert "passage q1-1-1 (speaker doubtful; this passage is corrected). In:" in en
    assert "  note = {發言者存疑；此段有更正；" in bibtex
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


def test_what_nobody_speaks_has_the_issuer_as_its_author(page: Page) -> None:
    open_box(page, "en/events/2021-mayors-summit/", "p-1-1")
    _, en, bibtex = read_box(page)

    assert en.partition("\n— ")[2].startswith("Text of the release, ")
    assert "  author = {{Department of Information Technology, Taipei City Government}}" in bibtex
    assert "  year = {2021},\n  date = {2021-03-23/2021-03-24}," in bibtex
