"""The site of the frozen records keeps the limits of `make audit`, on the largest page of each kind."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from audits import layout
from audits.exceptions import apply_exceptions, read_exceptions
from audits.figures import COUNTED, compare_layouts, compare_weights
from audits.findings import Finding
from audits.first_view import weigh
from audits.kinds import choose_worst
from audits.layout import OVERFLOW
from audits.links import list_pages
from audits.requests import Watch
from audits.validity import check_validity
from audits.visiting import Visit, visit_pages
from browsing import Served, file_at
from projects import ROOT
from tabs import DESK, PHONE, Settings

KINDS = [
    *("", "about/", "correct/", "events/", "events/2022-mayors-summit/", "cities/"),
    *("records/", "glossary/", "themes/", "themes/pandemic/", "people/", "organizations/"),
    *("initiatives/", "initiatives/taipeipass/", "people/ko-wen-je/", "records/cited/"),
    *("events/2022-mayors-summit/eurasia/", "events/2021-mayors-summit/", "cities/taipei/"),
    *("events/2021-ctalk/digital-governance/", "records/2022-mayors-summit/"),
]
SMALL = ["records/2022-mayors-summit/", "en/themes/"]
"""Pages of numbers and of cells, which are large enough (test_navigation.py)."""
WALKS: dict[str, Settings] = {
    "in the dark": {"color_scheme": "dark"},
    "no script": {"java_script_enabled": False},
}


@pytest.fixture(scope="module")
def sample(site: Path) -> list[str]:
    """Choose a page of each kind, every other one in English, and the page of what is not there."""
    pages = [page for page in list_pages(site) if page.startswith("en/")]
    largest = choose_worst(pages, lambda page: file_at(f"{site}/{page}").stat().st_size).values()
    both = [page if n % 2 else page.removeprefix("en/") for n, page in enumerate(largest)]
    return [*both, "404.html"]


@pytest.fixture(scope="module")
def visits(sample: list[str], server: Served, browser: Browser) -> list[Visit]:
    """Visit the sample as on a phone, and some as on a desk, whose frame is that of all pages.

    `make audit` visits all pages at both widths, and all that is on them.
    """
    return [
        *visit_pages(browser, sample, server.address, (layout.PHONE,), thin=True),
        *visit_pages(browser, sample[::8], server.address, (layout.DESK,), thin=True),
    ]


@pytest.fixture(scope="module")
def findings(sample: list[str], visits: list[Visit], server: Served) -> list[Finding]:
    """Return what was found and has no reason to be so (of all files: real/test_files.py)."""
    site = server.folder
    found = [
        *(finding for visit in visits for finding in visit.findings),
        *check_validity(site, [file_at(f"{site}/{page}") for page in sample]),
    ]
    kept, _ = apply_exceptions(found, read_exceptions(ROOT / "tests/audit/exceptions.yml"))
    return kept


def test_the_sample_has_all_kinds_in_both_languages(sample: list[str]) -> None:
    assert {"", "en/about/"} & set(sample)
    assert len(sample) > 18
    assert sum(page.startswith("en/") for page in sample) > 8


@pytest.mark.parametrize("row", COUNTED)
def test_nothing_is_found(findings: list[Finding], row: str) -> None:
    assert [finding for finding in findings if COUNTED[row](finding.rule)] == []


@pytest.mark.parametrize("settings", WALKS.values(), ids=WALKS)
def test_what_no_visit_has_seen_is_whole_too(
    watch: Watch, sample: list[str], settings: Settings
) -> None:
    """Some kinds at both widths, in the dark others than without scripts."""
    dark = "color_scheme" in settings
    pages = [f"en/{kind}" if (number + dark) % 2 else kind for number, kind in enumerate(KINDS)]
    pages = pages[1::3] if dark else pages[::2]
    for page in pages:
        watch.tab.set_viewport_size(PHONE)
        watch.tab.goto(page)
        expect(watch.tab.get_by_role("heading", level=1)).to_be_visible()
        assert watch.tab.evaluate(OVERFLOW) == [0, ""], page
        watch.tab.set_viewport_size(DESK)
        assert watch.tab.evaluate(OVERFLOW) == [0, ""], page
    assert not set(pages) <= set(sample)


def test_nothing_moves_while_a_page_loads(visits: list[Visit], findings: list[Finding]) -> None:
    assert [finding for finding in findings if finding.rule == "layout shift"] == []
    assert all(figure.holds for figure in compare_layouts(visits))


def test_a_thumb_hits_what_is_no_part_of_a_sentence(visits: list[Visit]) -> None:
    small = [
        visit.page
        for visit in visits
        if visit.width == layout.PHONE and visit.fit.large_targets <= 0.93 * visit.fit.targets
    ]
    assert small == SMALL


def test_the_first_view_is_light(visits: list[Visit], site: Path) -> None:
    weights = {visit.page: weigh(site, visit.asked) for visit in visits}

    assert [figure for figure in compare_weights(weights) if not figure.holds] == []
