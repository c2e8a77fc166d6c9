"""Corrections as readers see them: on the passage, on their page, in the feed."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from dialogues.model.archive import Archive
from dialogues.model.entities import LANGUAGES
from dialogues.rendering.corrections import list_corrections, list_pages
from dialogues.rendering.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.org/dialogues/"


@pytest.fixture(scope="module")
def pages(archive: Archive) -> Mapping[str, str]:
    return render(archive)


def render(archive: Archive) -> Mapping[str, str]:
    """Return the page of corrections and the feed, in both languages."""
    site = Site.of(archive, address=ADDRESS)
    sites = [replace(site, language=language) for language in LANGUAGES]
    return {f"{each.language}/{p.path}": each.render(p) for each in sites for p in list_pages(each)}


def test_the_slips_that_are_certain_are_corrected(archive: Archive) -> None:
    found = {(one.correction.was, one.correction.now) for one in list_corrections(Site.of(archive))}

    assert {
        ("TapeiPASS", "TaipeiPASS"),
        ("黑克松", "黑客松"),
        ("创新中心以", "創新中心以"),
    } <= found
    shown = "".join(p.zh for r in archive.records.values() for s in r.sessions for p in s.passages)
    for slip in ("黑克松", "创", "个", "TapeiPASS"):
        assert slip not in shown
        assert any(slip in record.source.text for record in archive.records.values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_correction_is_on_its_page_newest_first(
    archive: Archive, pages: Mapping[str, str], language: str
) -> None:
    page = pages[f"{language}/corrections/index.md"]
    corrected = list_corrections(Site.of(archive))

    dates = [one.correction.date for one in corrected]
    assert dates == sorted(dates, reverse=True)
    assert page.count("<del ") == len(corrected) > 0
    places = [
        page.index(f"#{one.record.key}--{one.passage.id}--{one.number} ") for one in corrected
    ]
    assert places == sorted(places)


def test_a_correction_is_headed_by_who_speaks_and_leads_to_what_it_rests_on(
    pages: Mapping[str, str],
) -> None:
    page = pages["en/corrections/index.md"]

    assert "## [Wu Hsin-pei, Deputy Commissioner, Taipei](" in page
    assert "## [talk-" not in page
    assert re.search(r"Evidence: \[Lu Hsin-ke, [^]]+Session 2: Digital Governance I\]\(", page)
    assert "Evidence: 2021-" not in page
    assert "Evidence: https://" in page  # another host's page is named, as it is written
