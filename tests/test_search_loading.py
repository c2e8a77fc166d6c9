"""What the search loads, when, how heavy it is, and what happens where it does not come."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from audits.requests import Watch
from conftest import open_quietly
from projects import copy_small_project
from searching import ask, hits

MOST_BYTES = 75_000
"""Of both files of a language's index, compressed."""
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


def test_nothing_is_fetched_before_a_reader_searches(watch: Watch) -> None:
    open_quietly(watch.tab, "en/events/2022-mayors-summit/eurasia/")
    assert not [address for address in watch.asked if "search/" in address or "worker" in address]
    scripts = {address.rsplit("/", 1)[1] for address in watch.asked if "/scripts-" in address}
    assert scripts == {"page.js", *(f"{name}.js" for name in FIRST)}

    ask(watch.tab, "parking")
    assert list_indexes(watch) == ["en/search/index.json"]
    ask(watch.tab, "停車")
    assert len(list_indexes(watch)) == 2


def list_indexes(watch: Watch) -> list[str]:
    """Return the files of the index that a page has asked for, without their hashes."""
    data = [address for address in watch.asked if re.match(r"(en/)?search/", address)]
    return [re.sub(r"\.[0-9a-f]{12}\.", ".", address) for address in data]


@pytest.mark.parametrize("folder", ["search", "en/search"])
def test_the_index_is_light_and_fits_the_scripts_and_its_other_file(
    site: Path, folder: str
) -> None:
    files = sorted((site / folder).iterdir())
    index, other = files
    (scripts,) = (site / "assets").glob("scripts-*")

    assert [file.name.split(".")[0] for file in files] == ["index", "other"]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= MOST_BYTES
    assert index.name == f"index.{scripts.name.removeprefix('scripts-')}.json"
    digest = hashlib.sha256(other.read_bytes()).hexdigest()[:12]
    assert other.name == f"other.{digest}.json"
    assert json.loads(index.read_text(encoding="utf-8"))["other"] == digest
    json.loads(other.read_text(encoding="utf-8"))


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_without_script_the_sign_leads_to_how_to_find_things(page: Page, site: Path) -> None:
    page.locator("header .search-find").click()
    expect(page.locator("h1")).to_have_text("怎麼找")
    article = page.locator("article")
    for name in ("主題", "城市", "活動", "人物", "紀錄"):
        expect(article.get_by_role("link", name=name, exact=True)).to_be_visible()
    whole = article.get_by_role("link", name="city-dialogues.zh.txt").get_attribute("href")
    assert (site / "find" / str(whole)).resolve().is_file()


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_without_script_there_is_no_field_and_the_indexes_are_offered(page: Page) -> None:
    expect(page.locator(".search-open:visible")).to_have_count(0)
    expect(page.locator("dialog.search")).not_to_be_visible()
    for name in ("主題", "活動", "城市", "人物", "計畫"):
        expect(page.locator(".foot").get_by_role("link", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("line", "said"), [("true", "無法載入搜尋。"), ("false", "目前沒有網路，無法載入搜尋。")]
)
def test_a_failed_fetch_says_so_and_can_be_tried_again(page: Page, line: str, said: str) -> None:
    page.evaluate(f"Object.defineProperty(navigator, 'onLine', {{value: {line}}})")
    page.route("**/search/index.*.json", lambda route: route.abort())
    page.locator("header .search-open").click()
    page.locator("dialog.search input").fill("停車")
    expect(page.locator("dialog [role=status]")).to_have_text(said)

    page.unroute("**/search/index.*.json")
    page.get_by_role("button", name="再試一次").click()
    expect(page.locator("dialog [role=status]")).to_have_text("4 則發言。")


@pytest.mark.parametrize("missing", ["box", "worker"])
def test_a_script_that_does_not_come_is_said_and_can_be_tried_again(
    page: Page, missing: str
) -> None:
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
