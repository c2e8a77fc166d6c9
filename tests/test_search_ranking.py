"""What the search finds, in a real browser: through its modules and through the box."""

from collections.abc import Mapping
from itertools import groupby

import pytest
from playwright.sync_api import Browser, Page, expect

from dialogues.model.addresses import session_address
from dialogues.model.archive import Archive
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
NAMES = ("queries", "typed", "two-words")
"""Files of queries."""
Answers = Mapping[Query, Answer]
PRECISION = 0.8
"""The part of what is shown as having both of two words that must be relevant."""


@pytest.fixture(scope="module")
def answers(browser: Browser, served_search: str) -> Answers:
    """Return what the modules answer to all queries."""
    queries = [query for name in NAMES for query in read_queries(name)]
    page = browser.new_page()
    answers = ask_modules(page, served_search, queries)
    page.close()
    return answers


def test_the_modules_find_what_they_should(answers: Answers, archive: Archive) -> None:
    known, typed, two = map(read_queries, NAMES)
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


def test_the_box_shows_what_the_modules_find(page: Page, answers: Answers) -> None:
    """Of every other kind of query one, typed into the box, which shows them by page."""
    kinds = {query.kind: query for query in read_queries()}
    queries = sorted([*kinds.values()][::2], key=home_of)

    assert len(queries) > 5
    assert len({home_of(query) for query in queries}) == 2
    for home, asked in groupby(queries, home_of):
        page.goto(home)
        for query in asked:
            found = answers[query].items
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
    page.goto("")
    ask(page, "Khaled Mahdi")
    link = page.locator(".search-results a").first

    expect(link).to_have_text("Khaled Mahdi")
    expect(page.locator(".search-pages small").first).to_have_text("人物")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Khaled Mahdi")
