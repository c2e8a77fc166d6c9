"""What the search finds, in a real browser: through its modules and through the box."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from audits.requests import Watch
from browsing import Served
from conftest import PHONE
from dialogues.model.archive import Archive
from measuring.search_index import serve_search
from measuring.search_quality import Score, ask_modules, judge, read_queries, report, score
from searching import ask, hits

FLOOR = 0.95
"""Recall and mean reciprocal rank that the search must reach on the queries of the project."""


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Served) -> Iterator[Page]:
    """Return one tab for all queries, in which the scripts and the index are fetched once."""
    context = browser.new_context(viewport=PHONE, base_url=server.address)
    watch = Watch(context.new_page(), server.address)
    yield watch.tab
    context.close()
    assert watch.findings == []


@pytest.fixture
def page(tab: Page) -> Page:
    """Open the home page."""
    tab.goto("")
    return tab


def test_the_modules_find_what_they_should(browser: Browser, archive: Archive) -> None:
    queries = read_queries()
    context = browser.new_context()
    with serve_search(archive) as address:
        scores = score(archive, queries, ask_modules(context.new_page(), address, queries))
    context.close()

    check_floor(scores, report(queries, scores))


def check_floor(scores: list[Score], table: str) -> None:
    recall = sum(s.recall for s in scores) / len(scores)
    rank = sum(s.reciprocal_rank for s in scores) / len(scores)
    assert recall >= FLOOR, table
    assert rank >= FLOOR, table
    assert all(s.reciprocal_rank for s in scores), table


def test_the_box_shows_what_the_modules_find(
    page: Page, browser: Browser, archive: Archive
) -> None:
    """Of each kind of query one in each language, typed into the box, which shows them by page."""
    kinds = {(query.lang, query.kind): query for query in read_queries()}
    queries = list(kinds.values())
    tab = browser.new_page()
    with serve_search(archive) as address:
        expected = ask_modules(tab, address, queries)
    tab.close()

    assert len(queries) > 10
    for query, found in zip(queries, expected, strict=True):
        home = {"zh": "", "en": "en/"}[query.lang]
        if not page.url.endswith(home or "/") or ("/en/" in page.url) != bool(home):
            page.goto(home)
        ask(page, query.q)
        shown = hits(page)
        assert shown[0] == found[0], query.q
        assert sorted(shown) == sorted(found[: len(shown)]), query.q


@pytest.mark.parametrize(
    ("relevant", "found", "recall", "rank"),
    [
        (["r#a"], ["r#a"], 1, 1),
        (["r#a", "r#b"], ["r#x", "r#b-1"], 0.5, 0.5),
        (["r#p-5"], ["r#p-50", "r#p-5-1"], 1, 0.5),
        (["r#a"], [], 0, 0),
        (["r#a"], [*(f"r#x{n}" for n in range(10)), "r#a"], 0, 1 / 11),
    ],
)
def test_the_score_of_a_query(
    relevant: list[str], found: list[str], recall: float, rank: float
) -> None:
    judged = judge(relevant, found)

    assert (judged.recall, judged.reciprocal_rank) == pytest.approx((recall, rank))


def test_what_finds_nothing_is_below_the_floor() -> None:
    with pytest.raises(AssertionError):
        check_floor([Score(1, 1)] * 18 + [Score(0.5, 0.5)] * 2 + [Score(0, 0)], "")


@pytest.mark.parametrize(
    ("query", "name", "sort"),
    [
        ("布拉格", "布拉格市", "城市"),
        ("prague", "布拉格市", "城市"),
        ("能源", "能源", "主題"),
        ("Khaled Mahdi", "Khaled Mahdi", "人物"),
        ("微软", "微軟", "機構"),
        ("ＴａｉｐｅｉＰＡＳＳ", "台北通", "計畫"),
    ],
)
def test_a_name_finds_its_page_first(page: Page, query: str, name: str, sort: str) -> None:
    ask(page, query)
    link = page.locator(".search-results a").first

    expect(link).to_have_text(name)
    expect(page.locator(".search-pages small").first).to_have_text(sort)
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("区块链", "區塊鏈"),
        ("臺北通", "台北通"),
        ("軟件", "軟體"),
        ("５Ｇ　物流", "5G 物流"),
        ("rzeszow", "Rzeszów"),
    ],
)
def test_forms_of_the_same_words_find_the_same(page: Page, typed: str, meant: str) -> None:
    ask(page, typed)
    found = hits(page)
    ask(page, meant)

    assert found
    assert found == hits(page)


@pytest.mark.parametrize(
    ("address", "query", "first"),
    [
        ("en/", "Nigeria", "eurasia-10"),
        ("en/", "governor", "eurasia-10"),
        ("en/", "bus", "p-4-4"),
        ("en/", "Ukraine", "eurasia-q1-2"),
        ("", "百分之七十", "talk-5"),
        ("", "三萬", "talk-4"),
        ("", "222MW", "americas-asia-6"),
    ],
)
def test_countries_offices_whole_words_and_numerals(
    page: Page, address: str, query: str, first: str
) -> None:
    page.goto(address)
    ask(page, query)

    assert hits(page)[0][1] == first


@pytest.mark.parametrize("query", ["台中", "大阪", "qqqq"])
def test_what_is_not_in_the_records_is_not_found(page: Page, query: str) -> None:
    ask(page, query)

    assert hits(page) == []
    expect(page.locator("dialog [role=status]")).to_contain_text("找不到")
