"""What the search finds, in a real browser: through its modules and through the box."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from audits.requests import Watch
from browsing import Served
from conftest import PHONE
from dialogues.model.addresses import session_address
from dialogues.model.archive import Archive
from measuring.search_index import serve_search
from measuring.search_quality import (
    Answer,
    Query,
    Score,
    ask_modules,
    judge,
    measure_precision,
    read_queries,
    report,
    score,
)
from searching import ask, hits

FLOOR = 0.95
"""Recall and mean reciprocal rank that the search must reach on the queries that it was made with."""
TYPED = (0.95, 0.9)
"""The same on queries as people type them."""
PRECISION = 0.8
"""The part of what is shown as having both of two words that must be relevant."""


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
    known, typed, two = (read_queries(name) for name in ("queries", "typed", "two-words"))
    context = browser.new_context()
    with serve_search(archive) as address:
        answers = ask_modules(context.new_page(), address, [*known, *typed, *two])
    context.close()

    scores = score(archive, known, answers)
    check_floor(scores, report(known, scores))
    findable = [query for query in typed if query.relevant]
    scores = score(archive, findable, answers)
    check_floor(scores, report(findable, scores), *TYPED)
    assert [q.q for q in typed if not q.relevant and not answers[q].honest] == []
    assert measure_precision(archive, two, answers) >= PRECISION


def check_floor(
    scores: list[Score], table: str, recall: float = FLOOR, rank: float = FLOOR
) -> None:
    assert sum(s.recall for s in scores) / len(scores) >= recall, table
    assert sum(s.reciprocal_rank for s in scores) / len(scores) >= rank, table
    assert all(s.reciprocal_rank for s in scores), table


def test_the_box_shows_what_the_modules_find(
    page: Page, browser: Browser, archive: Archive
) -> None:
    """Of each kind of query one, typed into the box, which shows them by page."""
    queries = sorted({query.kind: query for query in read_queries()}.values(), key=home_of)
    tab = browser.new_page()
    with serve_search(archive) as address:
        expected = ask_modules(tab, address, queries)
    tab.close()

    assert len(queries) > 10
    for query in queries:
        found = expected[query].items
        if ("/en/" in page.url) != bool(home_of(query)):
            page.goto(home_of(query))
        ask(page, query.q)
        shown = hits(page)
        assert shown[0] == found[0], query.q
        assert sorted(shown) == sorted(found[: len(shown)]), query.q


def home_of(query: Query) -> str:
    """Return the address of the home page in the language in which somebody asks."""
    return {"zh": "", "en": "en/"}[query.lang]


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


def test_what_is_shown_and_not_relevant_lowers_the_precision(archive: Archive) -> None:
    event, session = next(archive.sessions)
    page, key = session_address(event, session), session.contributions[0].id
    query = Query("en", "two words", "two", (f"{session.record}#{key}",))
    answer = Answer([[page, key], [page, "none"], [page, "none"]], whole=2, told=False)

    assert measure_precision(archive, [query], {query: answer}) == 0.5


@pytest.mark.parametrize(
    ("answer", "honest"),
    [
        (Answer([["a", "b"]], whole=1, told=False), False),
        (Answer([["a", "b"]], whole=1, told=True), True),
        (Answer([], whole=0, told=False), True),
    ],
)
def test_what_is_found_where_nothing_is_must_be_told(answer: Answer, *, honest: bool) -> None:
    assert answer.honest == honest


def test_what_finds_nothing_is_below_the_floor() -> None:
    with pytest.raises(AssertionError):
        check_floor([Score(1, 1)] * 18 + [Score(0.5, 0.5)] * 2 + [Score(0, 0)], "")


def test_a_name_in_the_box_leads_to_its_page(page: Page) -> None:
    ask(page, "Khaled Mahdi")
    link = page.locator(".search-results a").first

    expect(link).to_have_text("Khaled Mahdi")
    expect(page.locator(".search-pages small").first).to_have_text("人物")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Khaled Mahdi")
