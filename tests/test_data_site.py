"""Open data on the built site: the page's examples run, and the files say what the pages show."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from audits.links import BuiltPage, read_page, text_of
from browsing import Served
from copying import find_faults_of_copy
from dialogues.model.archive import Archive
from dialogues.rendering.site import Site

EXAMPLES = ("city", "json", "csv", "sqlite", "package")


def read_examples(site: Path, language: str) -> dict[str, tuple[str, str]]:
    """Return the language and the code of each example on a page, by its anchor."""
    found = {}
    for block in read_page(site, f"{language}data/").html.cssselect("div.highlight"):
        heading = block.xpath("preceding::h3[1]")[0].get("id")
        (kind,) = [c for c in block.classes if c.startswith("language-")]
        found[heading] = kind.removeprefix("language-"), text_of(block)
    return found


def run_example(site: Path, name: str, folder: Path) -> str:
    """Run an example as it stands on the page; return what it prints."""
    kind, code = read_examples(site, "")[f"example-{name}"]
    command = {"sh": ["sh", "-e", "-c"], "python": [sys.executable, "-c"]}[kind]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "NO_PROXY": "127.0.0.1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*command, code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_both_pages_have_the_same_examples(site: Path) -> None:
    examples = read_examples(site, "")

    assert list(examples) == [f"example-{name}" for name in EXAMPLES]
    assert read_examples(site, "en/") == examples


def test_the_example_of_a_city_shows_its_file(site: Path, tmp_path: Path) -> None:
    city = json.loads(run_example(site, "city", tmp_path))
    path = site / f"data/cities/{city['city']['city']}.json"
    assert city == json.loads(path.read_text(encoding="utf-8"))

    told = run_example(site, "json", tmp_path)
    for passage in city["said"]:
        assert passage["zh"] in told
        assert f"{passage['en_unofficial']} {passage['state_en']}" in told


def test_the_example_of_themes_counts_as_the_site_does(
    site: Path, tmp_path: Path, archive: Archive
) -> None:
    printed = dict(line.split() for line in run_example(site, "csv", tmp_path).splitlines())

    assert len(printed) == 5
    for theme, count in printed.items():
        passages = [p for _, p in archive.passages if archive.themes[theme] in p.themes]
        assert len(passages) == int(count)


def test_the_example_of_cities_counts_as_the_site_does(
    site: Path, tmp_path: Path, archive: Archive
) -> None:
    counts = {
        (city.name.en, theme.name.en): count
        for city, themes in Site.of(archive).themes.counts.items()
        for theme, count in themes.items()
    }
    lines = [line.split("\t") for line in run_example(site, "sqlite", tmp_path).splitlines()]

    assert [int(count) for *_, count in lines] == sorted(counts.values(), reverse=True)[:5]
    assert all(counts[city, theme] == int(count) for city, theme, count in lines)


def test_the_example_of_the_package_finds_it_valid(site: Path, tmp_path: Path) -> None:
    """As it does who uses the data: each table by the descriptor, faults of which test_data_files plants."""
    printed = run_example(site, "package", tmp_path)

    assert "INVALID" not in printed
    assert printed.count(" VALID ") == len(list((site / "data").glob("*.csv"))) > 20


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        ("[q1-1-1](", "[#](", "[q1-1-1]("),
        ("並非逐字稿", "", "head"),
        ("## ", "<div>", "<div"),
        ("## ", "{ .contribution }", "{ ."),
    ],
)
def test_a_fault_in_a_copy_is_found(
    server: Served, pages: Mapping[str, BuiltPage], was: str, now: str, fault: str
) -> None:
    page = pages["events/2022-industry-forum/"]
    file = server.folder / page.address / "index.html.md"
    copy = file.read_text(encoding="utf-8").replace(was, now)

    (found,) = {*find_faults_of_copy(page, copy, server.address + page.address)}
    assert found.startswith(fault)
