"""The search in a real browser: what it finds, how it is typed into, and what cannot break it."""

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect

from browsing import Server, serve
from conftest import copy_project
from dialogues.archive import Archive
from search_eval import Found, Query, Score, ask_modules, judge, read_queries, report, score

PHONE = ViewportSize(width=360, height=740)
FLOOR = 0.95
"""Recall and mean reciprocal rank that the search must reach on the queries of the project."""
MOST_BYTES = 61_440
"""Of both files of a language's index, compressed: 60 KB."""
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


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Page]:
    """Open the home page on a phone; whatever the console says is a fault."""
    context = browser.new_context(viewport=PHONE, **getattr(request, "param", {}))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(server.address)
    yield page
    context.close()
    assert [text for text in said if "ERR_FAILED" not in text] == []


def ask(page: Page, query: str) -> None:
    """Put a query into the box at once, as pasting does, and wait for its results."""
    if not page.locator("dialog.search").evaluate("box => box.open"):
        page.locator("header .search-open").click()
    results = page.locator(".search-results")
    results.evaluate("results => results.replaceChildren('waiting')")
    page.locator("dialog.search input").fill(query)
    expect(results).not_to_have_text("waiting")


def hits(page: Page) -> Found:
    """Return the hits that the box shows, as (address of the page, id of the contribution)."""
    links = page.locator(".search-results section li > a").evaluate_all(
        "links => links.map((link) => link.href)"
    )
    home = str(page.evaluate("new URL('.', location).href")).split("?")[0]
    found = [link.removeprefix(home).split("#") for link in links]
    return [[address, re.sub(r"-\d+$", "", key)] for address, key in found]


def test_the_modules_find_what_they_should(browser: Browser, site: Path) -> None:
    queries = read_queries()
    context = browser.new_context()
    docs = unhash(site)
    with serve(docs) as served:
        scores = score(queries, ask_modules(context.new_page(), served.address, queries))
    context.close()

    check_floor(scores, report(queries, scores))


def unhash(site: Path) -> Path:
    """Return a folder with the search of a built site under plain names."""
    docs = site.parent / "unhashed"
    for language, folder in (("zh", "search"), ("en", "en/search")):
        for name in ("index", "other"):
            (file,) = (site / folder).glob(f"{name}.*.json")
            target = docs / language / "search" / f"{name}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    (scripts,) = (site / "assets").glob("scripts-*")
    shutil.copytree(scripts, docs / "assets/scripts", dirs_exist_ok=True)
    (docs / "assets/search.css").touch()
    return docs


def check_floor(scores: list[Score], table: str) -> None:
    recall = sum(s.recall for s in scores) / len(scores)
    rank = sum(s.reciprocal_rank for s in scores) / len(scores)
    assert recall >= FLOOR, table
    assert rank >= FLOOR, table
    assert all(s.reciprocal_rank for s in scores), table


def test_the_box_shows_what_the_modules_find(page: Page, server: Server) -> None:
    queries = read_queries()
    found: dict[int, Found] = {}
    for language, address in (("zh", ""), ("en", "en/")):
        page.goto(server.address + address)
        for number, query in enumerate(queries):
            if query.lang == language:
                ask(page, query.q)
                found[number] = hits(page)

    scores = score(queries, [found[number] for number in range(len(queries))])
    check_floor(scores, report(queries, scores))


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


def test_a_hit_leads_to_the_passage_that_matched(page: Page) -> None:
    ask(page, "車牌辨識")
    hit = page.locator(".search-results section li > a").first
    expect(hit.locator("mark")).to_have_text("車牌辨識")
    hit.click()

    expect(page.locator("dialog.search")).not_to_be_visible()
    expect(page).to_have_url(re.compile(r"/americas-asia/#americas-asia-3-3$"))
    expect(page.locator("#americas-asia-3-3")).to_be_in_viewport()


def test_hits_stand_under_their_pages_and_each_contribution_once(page: Page) -> None:
    ask(page, "數位轉型")
    expect(page.locator(".search-results section li")).to_have_count(10)
    page.get_by_role("button", name="顯示更多").click()
    total = int(str(page.locator("dialog [role=status]").text_content()).split()[0])
    expect(page.locator(".search-results section li")).to_have_count(min(20, total))

    headings = page.locator(".search-results section h2").all_text_contents()
    assert len(headings) == len(set(headings)) > 1
    found = hits(page)
    assert len({tuple(hit) for hit in found}) == len(found)


def test_the_other_language_is_found_and_said(page: Page, server: Server) -> None:
    ask(page, "cyberbullying")
    first = page.locator(".search-results section li > a").first
    expect(first).to_contain_text("網路霸凌")
    expect(first.locator(".search-other")).to_have_text("見於英譯： cyberbullying")

    page.goto(f"{server.address}en/")
    ask(page, "網路霸凌")
    first = page.locator(".search-results section li > a").first
    expect(first).to_contain_text("cyberbullying")
    expect(first.locator(".search-other")).to_have_text("Found in the Chinese.")


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
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


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


def test_the_keyboard_alone(page: Page, server: Server) -> None:
    page.keyboard.press("/")
    field = page.locator("dialog.search input")
    expect(field).to_be_focused()
    page.keyboard.type("停車")
    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言")
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
    expect(page).to_have_url(re.compile(r"/eurasia/#eurasia-6-2$"))

    page.go_back()
    expect(field).to_have_value("區塊鏈")
    expect(page.locator(".search-results section li").first).to_be_visible()


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
    page: Page, server: Server, address: str, query: str, first: str
) -> None:
    page.goto(server.address + address)
    ask(page, query)

    assert hits(page)[0][1] == first


@pytest.mark.parametrize("query", ["台中", "大阪", "qqqq"])
def test_what_is_not_in_the_records_is_not_found(page: Page, query: str) -> None:
    ask(page, query)

    assert hits(page) == []
    expect(page.locator("dialog [role=status]")).to_contain_text("找不到")


def test_a_name_that_is_only_like_another_is_said_to_be(page: Page) -> None:
    ask(page, "黃姍姍")

    expect(page.locator("dialog [role=status]")).to_contain_text("以下相近")


def test_what_an_input_method_composes_is_searched_when_it_is_done(page: Page) -> None:
    page.locator("header .search-open").click()
    client = page.context.new_cdp_session(page)
    for text in ("ㄊ", "ㄊㄧㄥ", "停", "停車"):
        arguments = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        client.send("Input.imeSetComposition", arguments)
    expect(page.locator("dialog [role=status]")).to_have_text("")
    client.send("Input.insertText", {"text": "停車"})

    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言")


def test_a_query_can_be_linked_to(page: Page, server: Server) -> None:
    page.goto(f"{server.address}en/themes/?q={quote('parking sensors')}")
    expect(page.locator("dialog.search input")).to_have_value("parking sensors")
    expect(page.locator(".search-results section li").first).to_be_visible()

    ask(page, "cyberbullying")
    expect(page).to_have_url(f"{server.address}en/themes/?q=cyberbullying")


def test_nothing_is_fetched_before_a_reader_searches(browser: Browser, server: Server) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(f"{server.address}en/events/2022-mayors-summit/eurasia/", wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url or "worker" in url]
    scripts = {url.rsplit("/", 1)[1] for url in asked if "/scripts-" in url}
    assert scripts == {"page.js", "dialog.js", "elements.js", "languages.js", "settings.js"}

    ask(page, "parking")
    data = [url for url in asked if "/search/" in url and "/scripts-" not in url]
    assert [re.sub(r"\.[0-9a-f]{12}\.", ".", url) for url in data] == [
        f"{server.address}en/search/index.json"
    ]
    ask(page, "停車")
    data = [url for url in asked if "/search/" in url and "/scripts-" not in url]
    assert len(data) == 2
    context.close()


@pytest.mark.parametrize("folder", ["search", "en/search"])
def test_the_index_is_light_and_its_address_has_its_hash(site: Path, folder: str) -> None:
    files = sorted((site / folder).iterdir())

    assert [file.name.split(".")[0] for file in files] == ["index", "other"]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= MOST_BYTES
    for file in files:
        assert file.name.split(".")[1] == hashlib.sha256(file.read_bytes()).hexdigest()[:12]
        json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_script_there_is_no_field_and_the_indexes_are_offered(page: Page) -> None:
    expect(page.locator(".search-open:visible")).to_have_count(0)
    expect(page.locator("dialog.search")).not_to_be_visible()
    for name in ("主題", "活動", "城市地圖", "人物", "計畫"):
        expect(page.locator(".ways").get_by_role("link", name=name)).to_be_visible()


def test_no_text_breaks_the_search(page: Page) -> None:
    title = page.title()
    for text in HOSTILE:
        ask(page, text)
        results = page.locator(".search-results")
        assert results.locator("img, script, b").count() == 0, text
        expect(page.locator("dialog [role=status]")).not_to_have_text("無法載入搜尋。")
    assert page.title() == title

    ask(page, "停車")
    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言")


def test_a_failed_fetch_says_so_and_can_be_tried_again(page: Page) -> None:
    page.route("**/search/index.*.json", lambda route: route.abort())
    page.locator("header .search-open").click()
    page.locator("dialog.search input").fill("停車")
    expect(page.locator("dialog [role=status]")).to_have_text("無法載入搜尋。")

    page.unroute("**/search/index.*.json")
    page.get_by_role("button", name="再試一次").click()
    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言")


def test_a_build_without_the_index_fails(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("  - hooks/conversion.py\n", ""))
    for language in ("zh", "en"):
        (project / f"docs/{language}/search/index.json").unlink(missing_ok=True)

    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "the site needs docs/zh/search/index.json" in done.stdout


def test_every_contribution_is_found_by_its_own_words(
    browser: Browser, site: Path, archive: Archive
) -> None:
    """Ask for the first words of each contribution; it is among the first hits."""
    expected = [
        (place.event.key, place.contribution.id, place.contribution.passages[0].zh[:24])
        for place in archive.places
    ]
    context = browser.new_context()
    with serve(unhash(site)) as served:
        queries = [Query("zh", words, "own words", ()) for _, _, words in expected]
        found = ask_modules(context.new_page(), served.address, queries)
    context.close()

    for (event, key, words), items in zip(expected, found, strict=True):
        assert any(event in address and key == item for address, item in items[:10]), words
