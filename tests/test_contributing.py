"""What somebody proposes, from the change over the checks of a pull request to the built pages."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from audits.links import read_page, text_of
from conftest import build_site
from dialogues.commands import sync
from histories import git
from mistakes.planting import RECORD, REGISTRY, replace
from projects import ROOT, copy_small_project

pytestmark = pytest.mark.builds
CITY = "  kind: city\n  country: TW\n  latitude: 24.0\n  longitude: 121.0\n"
TRAM = "docs/records/2021-tram-talk"
SOURCE = """\
2021 輕軌座談(3/14)

編號\t代表\t內容
1\t丙鎮 林美玉鎮長\t<p>輕軌以綠電行駛，每年減碳。</p>
"""
TALK = "輕軌以綠電行駛，每年減碳。"
TALK_EN = "The tram runs on green power and saves carbon every year."
RECORD_OF_TRAM = f"""\
title: {{zh: 2021 輕軌座談摘要, en: "2021 Tram Talk, summary"}}
kind: summary
issuer: office
added: 2021-04-01
source: {{sha256: {hashlib.sha256(SOURCE.encode()).hexdigest()}}}
sessions:
  - event: 2021-tram
    id: tram
    heading: 2021 輕軌座談(3/14)
    title: {{zh: 輕軌座談, en: Tram Talk}}
    dates: [2021-03-14]
columns: {{編號: number, 代表: label, 內容: content}}
labels:
  丙鎮 林美玉鎮長:
    person: lin
    role: {{zh: 鎮長, en: Mayor}}
    cities: [gamma]
left_out: {{kinds: [column-headings, markup, spacing]}}
"""


def correct_a_word(root: Path) -> None:
    replace(
        f"{RECORD}/passages.yml",
        "  refers_to: [talk-1-2]",
        "  corrections:\n    - {was: 岸電, now: 岸上電力, why: {zh: 用語一致, en: One term},"
        " by: Chen, date: 2020-06-01}",
    )(root)


def better_a_translation(root: Path) -> None:
    replace(
        f"{RECORD}/passages.yml",
        "An innovative R&D centre.",
        "A new R&D centre.\n  state: {en: draft}",
    )(root)


def add_a_theme(root: Path) -> None:
    replace(
        f"{RECORD}/passages.yml",
        "themes: [connectivity]",
        "themes: [connectivity, innovation]\n  evidence: {innovation: 擴及}",
    )(root)


def add_a_record(root: Path) -> None:
    """Add a record as CONTRIBUTING.md says: the folder, the registry, `make sync`, the English."""
    (root / TRAM).mkdir()
    (root / TRAM / "source.txt").write_text(SOURCE, encoding="utf-8")
    (root / TRAM / "record.yml").write_text(RECORD_OF_TRAM, encoding="utf-8")
    title = "{zh: 2021 輕軌座談, en: 2021 Tram Talk}"
    for file, entry in {
        "events": f"2021-tram:\n  title: {title}\n  city: gamma\n",
        "cities": f"gamma:\n  zh: 丙鎮\n  en: Gamma\n{CITY}",
        "people": "lin:\n  zh: 林美玉\n  en: Lin Mei-yu\n",
    }.items():
        with (root / REGISTRY / f"{file}.yml").open("a", encoding="utf-8") as opened:
            opened.write(entry)
    sync(root)
    entry = f"  proposed: {{energy: {json.dumps('減碳', ensure_ascii=False)}}}"
    replace(f"{TRAM}/passages.yml", entry, f"  en: {TALK_EN}\n  themes: [energy]")(root)


CHANGES = {
    correct_a_word: ["以岸上電力取代柴油。", "`/themes/energy/`"],
    better_a_translation: ["<td>A new R&#38;D centre.</td>"],
    add_a_theme: ["<td>connectivity; innovation</td>", "`/themes/innovation/`"],
    add_a_record: [TALK, TALK_EN, "`/events/2021-tram/`", "`/en/cities/gamma/`"],
}


def review(root: Path, summary: Path) -> str:
    """Check what changed since the last commit, as .github/workflows/check.yml does."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/review.py"), "HEAD"],
        cwd=root,
        env=os.environ | {"GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return summary.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Propose, check and accept each change in a repository; return the site built of them all."""
    folder = tmp_path_factory.mktemp("contributing")
    root = copy_small_project(folder / "project")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "docs")
    git(root, "commit", "--quiet", "-m", "x")
    for change, told in CHANGES.items():
        change(root)
        summary = review(root, folder / "summary.md")
        assert [words for words in told if words not in summary] == [], change.__name__
        git(root, "add", "docs")
        git(root, "commit", "--quiet", "-m", change.__name__)
    build_site(root, folder / "site")
    return folder / "site"


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
def test_a_new_record_is_wherever_a_reader_may_look(built: Path, home: str) -> None:
    english = bool(home)
    said, title = ((TALK, "2021 輕軌座談"), (TALK_EN, "2021 Tram Talk"))[english]

    assert said in read(built, f"{home}events/2021-tram", "talk-1-1")
    for page in ("", "events", "cities/gamma", "themes/energy", "people/lin"):
        assert title in read(built, home + page), page
    assert said in index_of(built, home)
    assert "輕軌以綠電行駛" in read(built, f"{home}records/2021-tram-talk")
    address = f"http://localhost:8000/{home}events/2021-tram/"
    assert f"<loc>{address}</loc>" in (built / "sitemap.xml").read_text(encoding="utf-8")
