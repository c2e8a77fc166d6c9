"""What surrounds the text of a page: its policy, its addresses, what machines read, its day."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Route as BrowserRoute

from audits.files import check_pages
from audits.links import BuiltPage, read_pages
from audits.requests import Watch
from browsing import Served
from building import SCRIPT
from dialogues.finishing.policies import add_policy

EVIL = ("about/", "en/about/")


def test_a_site_is_without_fault_beneath_a_name(proposed: Served) -> None:
    """As GitHub Pages serves it; sites at a domain's root are looked at elsewhere (real/test_files.py)."""
    pages = read_pages(proposed.folder)

    assert len(pages) > 20
    assert check_pages(proposed.folder, pages, proposed.address) == []


def test_an_unknown_address_is_answered_in_both_languages(
    proposed: Served, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page, proposed.address)
    answer = page.goto(f"{proposed.address}en/nowhere/at/all/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    assert "找不到這一頁" in page.inner_text("h1")
    assert "Page not found" in page.inner_text("h1 [lang=en]")
    page.click("article .search-open")
    page.fill("dialog.search input", "shore power")
    page.wait_for_selector("dialog.search section a")
    page.keyboard.press("Escape")
    page.click("article [lang=en] >> text=Events")
    assert page.url == f"{proposed.address}en/events/"
    context.close()
    assert [finding for finding in watch.findings if "404" not in finding.found] == []


@pytest.mark.parametrize("address", ["", "en/cities/taipei/"])
def test_a_card_says_what_a_page_is_about(
    site: Path, pages: Mapping[str, BuiltPage], address: str
) -> None:
    page = pages[address].html
    card = {meta.get("property"): meta.get("content") for meta in page.cssselect("[property]")}
    (description,) = page.cssselect("meta[name=description]")
    assert card["og:description"] == description.get("content")
    assert card["og:title"] in page.findtext(".//title")
    picture = site / "assets" / card["og:image"].rpartition("/")[2]
    assert picture.read_bytes()[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")


@pytest.mark.parametrize("home", ["", "en/"])
def test_the_home_page_of_a_language_has_the_name_of_the_site(
    pages: Mapping[str, BuiltPage], home: str
) -> None:
    page = pages[home].html
    card = {meta.get("property"): meta.get("content") for meta in page.cssselect("[property]")}

    assert card["og:type"] == "website"
    assert page.findtext(".//title") == card["og:title"] == card["og:site_name"]


def test_the_policy_allows_the_script_of_the_frame_and_no_other() -> None:
    page = '<head><meta charset="utf-8"></head><script>theme()</script><main></main>'
    policy = add_policy(page, "<script>frame()</script>")

    assert policy.count("'sha256-") == 1
    assert policy.index("Content-Security-Policy") < policy.index("<script>")
    assert "'unsafe" not in policy


def test_no_script_of_a_page_by_hand_runs(proposed: Served, browser: Browser) -> None:
    page = browser.new_page()
    for path in EVIL:
        assert SCRIPT in (proposed.folder / path / "index.html").read_text(encoding="utf-8")
        page.goto(proposed.address + path)
        expect(page.get_by_role("heading", level=1)).to_have_text("Evil")
        assert page.evaluate("window.hurt") is None
    page.close()


def test_the_frames_own_script_runs(server: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(server.address)
    page.evaluate("localStorage.setItem('city-dialogues.colours', 'dark')")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.colours") == "dark"
    page.close()


def test_an_injected_script_does_not_run(server: Served, browser: Browser) -> None:
    injected = "<script>window.hurt = 1</script><img src=x onerror='window.hurt = 2'>"
    for path in ("", "en/events/2022-industry-forum/"):
        context = browser.new_context()
        page = context.new_page()
        watch = Watch(page, server.address)
        file = server.folder / path / "index.html"
        html = file.read_text(encoding="utf-8").replace("</h1>", f"</h1>{injected}", 1)
        answer = partial(BrowserRoute.fulfill, body=html, content_type="text/html")
        page.route(server.address + path, answer)
        page.goto(server.address + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.hurt") is None
        told = [finding for finding in watch.findings if "Content Security Policy" in finding.found]
        assert len(told) == 2
        context.close()
