"""The audit: each of its checks finds a fault planted in a small site, and none in one without.

The pages of the real site are looked at in `test_audited.py`, and all of them by `make audit`.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import install
from audits.figures import (
    compare_layouts,
    compare_weights,
    compare_words,
)
from audits.findings import Finding
from audits.first_view import Weight, weigh
from audits.layout import DESK, PHONE
from audits.reading import compare_readings
from audits.speed import find_slow, measure_speed
from audits.validity import check_validity
from audits.visiting import visit_pages
from browsing import serve
from faults import END, IN_BROWSER, IN_FILES, Small


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Small]:
    with serve(tmp_path, "/name/") as server:
        yield Small(tmp_path, server.address)


NONE = "no fault"


def rules(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings}


def test_nothing_is_found_in_a_site_without_fault(tiny: Small, browser: Browser) -> None:
    visits = visit_pages(browser, ["", "en/"], tiny.root)

    assert [finding for visit in visits for finding in visit.findings] == []
    assert visits[0].asked == {"": "document", "picture.svg": "other"}
    assert tiny.check() == []


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> dict[str, set[str]]:
    """Visit a page with each fault, one after the other; return the rules that each has broken."""
    folder = tmp_path_factory.mktemp("faults")
    pages = {fault: f"{number}.html" for number, fault in enumerate([*IN_BROWSER, NONE])}
    with serve(folder, "/name/") as server:
        small = Small(folder, server.address)
        for fault, page in pages.items():
            small.copy(page, IN_BROWSER.get(fault, ("", ""))[0] + END)
        visits = visit_pages(browser, [*pages.values()], small.root, (PHONE,))
    return {fault: rules(visit.findings) for fault, visit in zip(pages, visits, strict=True)}


@pytest.mark.parametrize("fault", IN_BROWSER)
def test_a_fault_that_a_browser_shows_is_found(seen: dict[str, set[str]], fault: str) -> None:
    assert IN_BROWSER[fault][1] in seen[fault]
    assert seen[NONE] == set()


@pytest.mark.parametrize("fault", IN_FILES)
def test_a_fault_of_a_file_is_found(tiny: Small, fault: str) -> None:
    old, new, rule = IN_FILES[fault]
    tiny.plant(old, new)

    assert rule in rules(tiny.check()) <= {rule, "link"}


APPARATUS = '<div style="height: 2000px"></div>'
WORDS = '<article>{}<div class="passage"><p style="line-height: 300px">字</p></div></article>'


@pytest.mark.parametrize(("above", "holds"), [("", True), (APPARATUS, False)])
def test_words_that_come_late_and_are_few_are_found(
    tiny: Small, browser: Browser, above: str, *, holds: bool
) -> None:
    tiny.plant(END, WORDS.format(above) + END)

    visits = visit_pages(browser, [""], tiny.root)
    at = {visit.width: visit.fit.reading for visit in visits}
    readings = {width: reading for width, reading in at.items() if reading}
    phone, desk = (replace(readings[width], page="events/one/") for width in (PHONE, DESK))
    city = replace(readings[PHONE], page="cities/one/")

    figures = list(compare_readings([phone, city], [desk]))
    assert len(figures) == 5
    assert {figure.holds for figure in figures} == {holds}


def test_what_stays_above_the_words_is_found(tiny: Small, browser: Browser) -> None:
    bar = '<p style="position: fixed; inset: 0 0 auto; margin: 0; height: 30vh"></p>'
    tiny.plant(END, f'<div style="height: 3000px">{bar}</div>' + END)

    visits = tiny.visit(browser)
    assert [round(visit.fit.covered, 2) for visit in visits] == [0.3]
    assert not [figure for figure in compare_words(visits) if figure.holds]


def test_what_the_content_policy_forbids_is_found(tiny: Small, browser: Browser) -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content=\"img-src 'none'\">"
    tiny.plant("<title>", f"{policy}<title>")
    tiny.plant(END, '<img src="picture.svg" alt="">' + END)

    found = [finding for visit in tiny.visit(browser) for finding in visit.findings]

    assert {"csp", "console"} == rules(found)


@pytest.mark.slow
def test_invalid_html_is_found_and_none_on_a_page_without_fault(tiny: Small) -> None:
    tiny.plant(END, "<p><div>x</div></p><section>x</section>" + END)

    found = check_validity(tiny.folder)
    assert {finding.page for finding in found} == {""}
    assert sorted(finding.rule for finding in found) == ["html error", "html warning"]


@pytest.mark.parametrize("name", ["title", "description"])
def test_what_two_pages_of_a_language_share_is_found(tiny: Small, name: str) -> None:
    (tiny.folder / "en/other").mkdir()
    text = (tiny.folder / "en/index.html").read_text(encoding="utf-8")
    other = {"title": "description", "description": "title"}[name]
    word = {"title": "Home", "description": "A page."}[other]
    tiny.write("en/other/index.html", text.replace(word, "Something else"))

    found = [finding for finding in tiny.check() if "must be its own" in finding.found]

    assert rules(found) == {f"metadata {name}"}


def test_a_page_that_one_language_lacks_is_found(tiny: Small) -> None:
    (tiny.folder / "en/index.html").unlink()

    assert f"{tiny.root}en/ leads nowhere" in {finding.found for finding in tiny.check()}


def test_a_sitemap_that_differs_from_the_pages_is_found(tiny: Small) -> None:
    tiny.plant("<url><loc>" + tiny.root + "en/", "<url><loc>" + tiny.root + "gone/", "sitemap.xml")
    tiny.plant('hreflang="en"', 'hreflang="zh"', "sitemap.xml")

    assert {finding.found.partition(":")[0] for finding in tiny.check()} == {
        "must name what the page names",
        "must list the page",
        "lists what is not there",
    }


def test_a_page_that_is_too_heavy_fails(tiny: Small, browser: Browser) -> None:
    words = "".join(f"/* {hash((number, 'x')):x} */" for number in range(5000))
    tiny.write("heavy.js", words)
    tiny.plant(END, '<script src="heavy.js"></script>' + END)
    (visit,) = tiny.visit(browser)

    weight = weigh(tiny.folder, visit.asked)

    assert weight.scripts > 45
    assert 1 > weight.whole - weight.scripts > 0.3
    assert [figure.holds for figure in compare_weights({"events/x/": weight})] == [True, False]
    assert [figure.holds for figure in compare_weights({"events/x/": Weight(66, 6.2)})] == [
        False,
        True,
    ]


def test_a_shift_and_small_targets_are_in_the_table(tiny: Small, browser: Browser) -> None:
    tiny.plant(END, IN_BROWSER["what comes late"][0] + END)
    large = '<button style="width: 50px; height: 50px">x</button>'
    tiny.plant(END, large + '<button style="width: 30px; height: 30px">x</button>' + END)

    shift, share = compare_layouts(tiny.visit(browser))

    assert not shift.holds
    assert share.measured == 50


@pytest.mark.slow
def test_lighthouse_says_what_a_page_lacks(tiny: Small) -> None:
    browser = install.find_browser()
    assert browser
    tiny.plant('<html lang="zh-Hant">', "<html>")

    (report,) = measure_speed([""], tiny.root, browser, runs=1)
    found = [finding for finding in find_slow([report]) if "performance" not in finding.rule]

    assert 0 < report.scores["performance"] <= 100  # it depends on what else the machine does
    assert [finding.rule for finding in found] == ["lighthouse accessibility"]
    assert "html-has-lang" in found[0].found
