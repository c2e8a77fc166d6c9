"""The real site keeps the limits of `make audit`, on the largest page of each kind."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audits.exceptions import apply_exceptions, read_exceptions
from audits.figures import COUNTED, compare_layouts, compare_weights
from audits.findings import Finding
from audits.kinds import choose_worst
from audits.links import list_pages, read_page
from audits.metadata import check_metadata
from audits.validity import check_validity
from audits.visiting import Visit, visit_pages
from audits.weight import weigh
from browsing import Server, file_at
from conftest import ROOT


@pytest.fixture(scope="module")
def sample(site: Path) -> list[str]:
    """Choose a page of each kind, every other one in English, and the page of what is not there."""
    pages = [page for page in list_pages(site) if page.startswith("en/")]
    largest = choose_worst(pages, lambda page: file_at(f"{site}/{page}").stat().st_size).values()
    both = [page if n % 2 else page.removeprefix("en/") for n, page in enumerate(largest)]
    return [*both, "404.html"]


@pytest.fixture(scope="module")
def visits(sample: list[str], server: Server, browser: Browser) -> list[Visit]:
    return visit_pages(browser, sample, server.address)


@pytest.fixture(scope="module")
def findings(sample: list[str], visits: list[Visit], server: Server) -> list[Finding]:
    """Return what was found on the pages of the sample and has no reason to be so."""
    site = server.folder
    pages = [read_page(site, page) for page in sample if page != "404.html"]
    found = [
        *(finding for visit in visits for finding in visit.findings),
        *check_validity(site, [file_at(f"{site}/{page}") for page in sample]),
        *check_metadata(site, pages, server.address),
    ]
    kept, _ = apply_exceptions(found, read_exceptions(ROOT / "tests/audit/exceptions.yml"))
    return [finding for finding in kept if finding.page in sample]


def test_the_sample_has_all_kinds_in_both_languages(sample: list[str]) -> None:
    assert {"", "en/about/"} & set(sample)
    assert len(sample) > 18
    assert sum(page.startswith("en/") for page in sample) > 8


@pytest.mark.parametrize("row", COUNTED)
def test_nothing_is_found(findings: list[Finding], row: str) -> None:
    assert [finding for finding in findings if COUNTED[row](finding.rule)] == []


def test_nothing_moves_while_a_page_loads(visits: list[Visit], findings: list[Finding]) -> None:
    assert [finding for finding in findings if finding.rule == "layout shift"] == []
    assert all(figure.holds for figure in compare_layouts(visits))


def test_the_first_view_is_light(visits: list[Visit], site: Path) -> None:
    weights = {visit.page: weigh(site, visit.asked) for visit in visits}

    assert [figure for figure in compare_weights(weights) if not figure.holds] == []
