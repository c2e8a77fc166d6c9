"""The same commit gives the same bytes, wherever and whenever it is built."""

import re
from pathlib import Path

import pytest

from conftest import build_site
from projects import copy_small_project

pytestmark = pytest.mark.builds

PAGES = ("cities/alpha", "events/2030-harbour", "people/wang", "themes/connectivity")
SHOW_THE_WORD = {
    *(f"{language}{page}/index.html" for page in PAGES for language in ("", "en/")),
    *(f"data/{page}.json" for page in PAGES if not page.startswith("people/")),
    *(
        "data/city-dialogues.json",
        "data/city-dialogues.sqlite",
        "data/city-dialogues.en.txt",
        "data/passages.csv",
        "data/tei/2030-harbour-talks.xml",
    ),
    *(
        f"data/{book}{edition}.epub"
        for book in ("city-dialogues", "events/2030-harbour", "themes/connectivity")
        for edition in ("", ".en")
    ),
    *(f"{language}p/2030-harbour-talks/talk-1-2/index.html" for language in ("", "en/")),
    # Both files of a language have the hash of both.
    *(f"{language}search/{name}" for name in ("index", "other") for language in ("", "en/")),
} - {"people/wang/index.html"}  # a line of it in Chinese alone
"""Of some 200 files, those with the word of the passage that is changed, beside copies in Markdown."""


def read_files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of a site of the small project."""
    folder = tmp_path_factory.mktemp("reproducible")
    build_site(copy_small_project(folder / "project"), folder / "site")
    return read_files(folder / "site")


def test_another_day_and_place_are_seen_in_the_packed_sitemap_alone(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    """A module in the root that has the name of a library changes nothing either: it is not taken."""
    project = copy_small_project(tmp_path / "an other/folder")
    (project / "click.py").write_text("raise SystemExit('this ran')", encoding="utf-8")
    elsewhere = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    build_site(project, tmp_path / "site", SOURCE_DATE_EPOCH="1800000000", **elsewhere)
    others = read_files(tmp_path / "site")

    assert files.keys() == others.keys()
    assert {name for name in files if files[name] != others[name]} == {"sitemap.xml.gz"}


def test_one_word_changes_the_files_that_show_it_and_no_other(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    project = copy_small_project(tmp_path / "project")
    (passages,) = (project / "docs/records").glob("*/passages.yml")
    text = passages.read_text(encoding="utf-8")
    assert text.count("that reaches the whole port") == 1
    passages.write_text(text.replace("that reaches the whole", "that spans the whole"), "utf-8")
    build_site(project, tmp_path / "site")
    others = read_files(tmp_path / "site")

    changed = {name for name in files.keys() & others if files[name] != others[name]}
    bare = {re.sub(r"\.md$|\.[0-9a-f]{12}\.json$", "", name) for name in changed}
    assert bare == SHOW_THE_WORD
    assert files.keys() == others.keys()
