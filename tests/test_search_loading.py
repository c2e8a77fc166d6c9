"""What the search loads, when, how heavy it is, and what happens where it does not come."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from audits.first_view import weigh
from audits.requests import Watch
from conftest import open_quietly
from projects import copy_small_project
from searching import ask, hits

LIGHT = 75
"""Kilobytes that are fetched for a first search, compressed: index, worker, box, and whatever else."""
EMPTY = {"texts": [], "names": [], "synonyms": [], "script": "", "usage": []}
"""A second file of an index that says nothing."""
WAITING = 500
"""Milliseconds after which the box would have said that it is still searching."""

FIRST = (
    "colours",
    "dialog",
    "elements",
    "languages",
    "navigation",
    "passages",
    "searching",
    "settings",
)
"""What every page loads."""


@pytest.mark.own_tab
@pytest.mark.parametrize(
    ("home", "own", "other"), [("", "停車", "parking"), ("en/", "parking", "停車")]
)
def test_nothing_is_fetched_before_a_reader_searches_and_little_for_the_first_result(
    watch: Watch, site: Path, home: str, own: str, other: str
) -> None:
    open_quietly(watch.tab, f"{home}events/2021-ctalk/digital-governance/")
    before = dict(watch.asked)
    assert not [address for address in before if "search/" in address or "worker" in address]
    scripts = {address.rsplit("/", 1)[1] for address in before if "/scripts-" in address}
    assert scripts == {"page.js", *(f"{name}.js" for name in FIRST)}

    ask(watch.tab, own)
    asked = {address: kind for address, kind in watch.asked.items() if address not in before}
    names = sorted(address.rsplit("/", 1)[1].split(".")[0] for address in asked)
    assert names == ["box", "index", "worker"]
    assert is_light(site, asked)
    ask(watch.tab, other)
    assert list_indexes(watch) == [f"{home}search/index.json", f"{home}search/other.json"]


def is_light(site: Path, asked: dict[str, str]) -> bool:
    return weigh(site, asked).whole <= LIGHT


def test_what_is_too_heavy_for_a_first_search_is_seen(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_bytes(os.urandom(LIGHT * 1000 - 100))

    assert is_light(tmp_path, {"index.json": "fetch"})
    (tmp_path / "more.js").write_bytes(os.urandom(100))
    assert not is_light(tmp_path, {"index.json": "fetch", "more.js": "script"})


@pytest.mark.own_tab
@pytest.mark.parametrize(("home", "query"), [("", "parking"), ("en/", "停車")])
def test_the_texts_of_the_other_language_are_asked_for_while_a_reader_types(
    watch: Watch, home: str, query: str
) -> None:
    """At once with the index, not behind it: on a slow line each round costs half a second."""
    open_quietly(watch.tab, f"{home}events/2021-ctalk/digital-governance/")
    for missing in ("index.*.json", "worker.js", "box.js"):
        watch.tab.context.route(f"**/search/{missing}", lambda _: None)  # which never comes
    watch.tab.keyboard.press("/")
    with watch.tab.expect_request("**/search/other.*.json"):
        watch.tab.keyboard.type(query)


def list_indexes(watch: Watch) -> list[str]:
    """Return the files of the index that a page has asked for, without their hashes."""
    data = [address for address in watch.asked if re.match(r"(en/)?search/", address)]
    return [re.sub(r"\.[0-9a-f]{12}\.", ".", address) for address in data]


@pytest.mark.parametrize("folder", ["search", "en/search"])
def test_both_files_of_an_index_fit_the_scripts_and_each_other(site: Path, folder: str) -> None:
    files = sorted((site / folder).iterdir())
    (scripts,) = (site / "assets").glob("scripts-*")
    version = scripts.name.removeprefix("scripts-")

    assert [file.name for file in files] == [f"index.{version}.json", f"other.{version}.json"]
    index, other = (json.loads(file.read_text(encoding="utf-8")) for file in files)
    assert index["made"] == other["made"]


def test_texts_of_another_build_are_not_taken_and_all_is_asked_for_anew(page: Page) -> None:
    """The site was published anew between the first search and the second."""
    page.goto("")
    page.route(
        "**/search/other.*.json",
        lambda route: route.fulfill(json={**EMPTY, "made": "otherwise"}),
    )
    page.locator("header .search-open").click()
    page.locator("dialog.search input").fill("artefacts")
    expect(page.locator("dialog [role=status]")).to_have_text("無法載入搜尋。")

    page.unroute("**/search/other.*.json")
    with page.expect_request("**/search/index.*.json"):
        page.get_by_role("button", name="再試一次").click()
    expect(page.locator(".search-results .search-other").first).to_contain_text("artefacts")


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_without_script_the_indexes_are_offered_and_the_sign_leads_to_how_to_find_things(
    page: Page, site: Path
) -> None:
    page.goto("")
    expect(page.locator(".search-open:visible")).to_have_count(0)
    expect(page.locator("dialog.search")).not_to_be_visible()
    for name in ("主題", "活動", "城市", "人物", "計畫"):
        expect(page.locator(".foot").get_by_role("link", name=name, exact=True)).to_be_visible()

    page.locator("header .search-find").click()
    expect(page.locator("h1")).to_have_text("怎麼找")
    article = page.locator("article")
    for name in ("主題", "城市", "活動", "人物", "紀錄"):
        expect(article.get_by_role("link", name=name, exact=True)).to_be_visible()
    whole = article.get_by_role("link", name="city-dialogues.zh.txt").get_attribute("href")
    assert (site / "find" / str(whole)).resolve().is_file()


def test_a_failed_fetch_says_so_and_can_be_tried_again(page: Page) -> None:
    page.goto("")
    page.route("**/search/index.*.json", lambda route: route.abort())
    page.locator("header .search-open").click()
    page.locator("dialog.search input").fill("停車")
    status = page.locator("dialog [role=status]")
    expect(status).to_have_text("無法載入搜尋。")

    page.evaluate("Object.defineProperty(navigator, 'onLine', {value: false})")
    page.get_by_role("button", name="再試一次").click()
    expect(status).to_have_text("目前沒有網路，無法載入搜尋。")

    page.unroute("**/search/index.*.json")
    page.get_by_role("button", name="再試一次").click()
    expect(status).to_have_text("4 則發言。")


@pytest.mark.parametrize("missing", ["box", "worker"])
def test_a_script_that_does_not_come_is_said_and_can_be_tried_again(
    page: Page, missing: str
) -> None:
    page.goto("")
    page.context.route(f"**/search/{missing}.js", lambda route: route.abort())
    page.locator("header .search-open").click()
    field = page.locator("dialog.search input")
    field.fill("停車")
    status = page.locator("dialog [role=status]")
    expect(status).to_have_text("無法載入搜尋。")
    page.wait_for_timeout(WAITING)
    expect(status).to_have_text("無法載入搜尋。")

    page.context.unroute_all()
    page.get_by_role("button", name="再試一次").click()
    expect(status).to_have_text("4 則發言。")
    expect(field).to_be_focused()


def test_without_the_other_language_the_own_is_found_and_the_rest_later(page: Page) -> None:
    page.goto("")
    page.route("**/search/other.*.json", lambda route: route.abort())
    status = page.locator("dialog [role=status]")
    ask(page, "artefacts")
    expect(status).to_contain_text("英譯部分無法載入。")
    ask(page, "taipeipass 台北通")
    expect(status).to_contain_text("英譯部分無法載入。")
    assert hits(page)

    page.unroute("**/search/other.*.json")
    ask(page, "artefacts")
    expect(status).not_to_contain_text("無法載入")
    expect(page.locator(".search-results .search-other").first).to_contain_text("artefacts")


@pytest.mark.builds
def test_a_build_without_the_index_fails(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("  - hooks/conversion.py\n", ""))

    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "the site needs docs/zh/search/index.json" in done.stdout
