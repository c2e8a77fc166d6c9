"""What somebody proposes, from the change over the checks of a pull request to the built pages."""

from pathlib import Path

import pytest

from audits.links import read_page, text_of
from browsing import Served
from proposing import CHANGES, TALK, TALK_EN


@pytest.fixture
def built(proposed: Served) -> Path:
    """Return the site built of all that was proposed."""
    return proposed.folder


def test_the_review_tells_of_each_change(proposed: Served) -> None:
    summary = (proposed.folder.parent / "summary.md").read_text(encoding="utf-8")

    for change, told in CHANGES.items():
        assert [words for words in told if words not in summary] == [], change.__name__


def read(site: Path, address: str, anchor: str | None = None) -> str:
    """Return the text of a page, or of what an anchor of it leads to."""
    html = read_page(site, address).html
    return text_of(html.get_element_by_id(anchor) if anchor else html)


def index_of(site: Path, home: str) -> str:
    (path,) = (site / home / "search").glob("index.*.json")
    return path.read_text(encoding="utf-8")


HOMES = pytest.mark.parametrize("home", ["", "en/"])


@HOMES
def test_a_corrected_word_is_on_its_page_in_the_search_and_among_the_corrections(
    built: Path, home: str
) -> None:
    shown = read(built, f"{home}events/2030-harbour", "q1-1-1")
    listed = read(built, f"{home}corrections")

    assert "岸上電力" in shown
    assert ("用語一致", "One term")[bool(home)] in shown
    assert all(words in listed for words in ("岸電", "岸上電力", "Chen (1)"))
    assert "岸上電力" in (built / home / "corrections/feed.xml").read_text(encoding="utf-8")
    assert "以岸上電力取代柴油" in index_of(built, "")


@HOMES
def test_a_better_translation_is_beside_its_passage(built: Path, home: str) -> None:
    shown = read(built, f"{home}events/2030-harbour", "talk-1-4")

    assert "A new R&D centre." in shown
    assert "innovative" not in shown
    assert "A new R&D centre." in index_of(built, "en/")
    assert "An innovative" not in index_of(built, "en/")


@HOMES
def test_a_theme_has_the_passage_that_was_added_to_it(built: Path, home: str) -> None:
    shown = read(built, f"{home}events/2030-harbour", "talk-1-2")
    links = read_page(built, f"{home}themes/innovation").html.cssselect("a.permalink")

    assert ("創新", "Innovation")[bool(home)] in shown
    assert any(link.get("href").endswith("events/2030-harbour/#talk-1-2") for link in links)


@HOMES
def test_a_new_record_is_wherever_a_reader_may_look(
    proposed: Served, built: Path, home: str
) -> None:
    english = bool(home)
    said, title = ((TALK, "2021 輕軌座談"), (TALK_EN, "2021 Tram Talk"))[english]

    assert said in read(built, f"{home}events/2021-tram", "talk-1-1")
    for page in ("", "events", "cities/gamma", "themes/energy", "people/lin"):
        assert title in read(built, home + page), page
    assert said in index_of(built, home)
    assert "輕軌以綠電行駛" in read(built, f"{home}records/2021-tram-talk")
    address = f"{proposed.address}{home}events/2021-tram/"
    assert f"<loc>{address}</loc>" in (built / "sitemap.xml").read_text(encoding="utf-8")
