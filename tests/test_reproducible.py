"""The same content gives the same bytes: wherever it is built, and whatever a build remembers."""

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE

import pytest

from browsing import Served
from building import run_build
from mistakes.planting import RECORD, replace
from projects import read_files, share_templates

pytestmark = pytest.mark.builds

PAGES = ("cities/alpha", "events/2030-harbour", "people/wang", "themes/connectivity")
BOOKS = ("city-dialogues", "events/2030-harbour", "themes/connectivity")
SHOW_THE_WORD = {
    "en/index.html",  # which has it in a voice
    *(f"{language}{page}/index.html" for page in PAGES for language in ("", "en/")),
    *(f"data/{page}.json" for page in PAGES if not page.startswith("people/")),
    *(
        "data/city-dialogues.json",
        "data/city-dialogues.sqlite",
        "data/city-dialogues.en.txt",
        "data/passages.csv",
        "data/tei/2030-harbour-talks.xml",
    ),
    *(f"data/{book}{edition}.epub" for book in BOOKS for edition in ("", ".en")),
    *(f"{language}p/2030-harbour-talks/talk-1-2/index.html" for language in ("", "en/")),
    # Both files of a language have the hash of both.
    *(f"{language}search/{name}" for name in ("index", "other") for language in ("", "en/")),
} - {"people/wang/index.html"}  # a line of it in Chinese alone
"""Of some 200 files, those with the word of the passage that is changed, beside copies in Markdown."""

PLANTED = b"<!-- remembered -->"
PLACES = ("cities/beta/index.html", "index.html")
"""Pages that no changed word touches; the home page has parts that are written anew with each build."""


@dataclass(frozen=True)
class Changed:
    """A project of which one word was changed, and its site."""

    project: Path
    taken: dict[str, bytes]
    """The files of a build that remembers the last one, in which something was planted."""
    made: dict[str, bytes]
    """Those of a build that remembers nothing whole."""


@pytest.fixture(scope="module")
def changed(made: Served, tmp_path_factory: pytest.TempPathFactory) -> Changed:
    project = tmp_path_factory.mktemp("changed") / "project"
    shutil.copytree(made.folder.parent / "project", project, symlinks=True)
    plant(project / ".cache/pages", made.address)
    for name in ("beta", "of_no_record"):
        (project / f".cache/docs/zh/cities/{name}.md").write_text("# Damaged\n", encoding="utf-8")
    for file in (f"{RECORD}/passages.yml", "docs/registry/featured.yml"):
        replace(file, "port uses a", "port has a")(project)

    taken = build(project, made)
    damage(project / ".cache/pages")
    return Changed(project, taken, build(project, made))


def build(project: Path, made: Served) -> dict[str, bytes]:
    """Build a project for the address of the other site; return the files."""
    done = run_build(project, SITE_URL=made.address)
    assert done.returncode == 0, done.stdout
    return read_files(project / "site")


def plant(memory: Path, address: str) -> None:
    """Change what is remembered of two pages and of all books, so that it is seen to be taken."""
    canonical = re.compile(rf'rel="canonical" href="{address}(?:cities/beta/)?"')
    for file in memory.iterdir():
        kept = file.read_bytes().partition(b"\n")[2]
        if kept.startswith(b"PK"):
            kept += PLANTED
        elif canonical.search((page := json.loads(kept))["html"]):
            kept = json.dumps(page | {"html": page["html"] + PLANTED.decode()}).encode()
        else:
            continue
        file.write_bytes(hashlib.sha256(kept).hexdigest().encode() + b"\n" + kept)


def damage(memory: Path) -> None:
    """Leave nothing whole: half of a file, a file of something else, none."""
    for number, file in enumerate(sorted(memory.iterdir())):
        data = file.read_bytes()
        file.write_bytes((data[: len(data) // 2], b"0\n{}", b"")[number % 3])


def test_one_word_changes_the_files_that_show_it_and_no_other(
    made: Served, changed: Changed
) -> None:
    before, after = read_files(made.folder), changed.made
    names = {name for name in before.keys() & after if before[name] != after[name]}
    bare = {re.sub(r"\.md$|\.[0-9a-f]{12}\.json$", "", name) for name in names}

    assert bare == SHOW_THE_WORD
    assert before.keys() == after.keys()


def test_a_build_after_one_word_has_the_bytes_of_one_that_remembers_nothing(
    changed: Changed,
) -> None:
    taken, made = changed.taken, changed.made
    of_the_word = tuple(f"data/{book}." for book in BOOKS)
    books = {n for n in made if n.endswith(".epub") and not n.startswith(of_the_word)}

    assert books
    assert {name for name in made if made[name] != taken[name]} == {*PLACES, *books}
    for place in (*PLACES, *books):
        assert taken[place].replace(PLANTED, b"") == made[place]
    for name in ("en/index.html", "en/events/2030-harbour/index.html"):
        assert b"port has a" in made[name]


def test_a_link_to_nothing_stops_the_build_also_on_a_page_that_is_remembered(
    made: Served, changed: Changed
) -> None:
    docs = changed.project / "docs"
    correct = docs / "en/correct.md"
    text = correct.read_text(encoding="utf-8")
    correct.write_text(text.partition("## Here")[0], encoding="utf-8")
    for page in ("zh/about.md", "en/accessibility.md"):
        (docs / page).write_text(f"# x\n\n[x](no-{page[:2]}.md)\n", encoding="utf-8")

    done = run_build(changed.project, SITE_URL=made.address)
    assert done.returncode == 1
    for said in (r"no-zh\.md", r"no-en\.md", r"en/about\.md.* does not contain an anchor '#here'"):
        assert re.search(said, done.stdout), done.stdout
    assert read_files(changed.project / "site") == changed.made


def test_another_day_and_place_are_seen_in_no_file(made: Served, tmp_path: Path) -> None:
    """Whatever a machine is set to, with other pages served beside it; and a server can read all.

    A module in the root that has the name of a library changes nothing either: it is not taken.
    """
    project = Path(shutil.copytree(made.folder.parent / "project", tmp_path / "an other/folder"))
    shutil.copytree(project / ".cache/docs", project / "docs", dirs_exist_ok=True)
    (project / "docs/zh/cities/beta.md").write_text("# Served\n", encoding="utf-8")
    served = read_files(project / "docs")
    shutil.rmtree(project / ".cache")
    share_templates(project)
    (project / "click.py").write_text("raise SystemExit('this ran')", encoding="utf-8")
    odd = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONOPTIMIZE": "1"}
    elsewhere = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1800000000"}

    done = run_build(project, umask=0o077, SITE_URL=made.address, **odd, **elsewhere)
    assert done.returncode == 0, done.stdout

    assert read_files(project / "docs") == served
    before, after = read_files(made.folder), read_files(project / "site")
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
    site = project / "site"
    modes = {path: S_IMODE(path.stat().st_mode) for path in [site, *site.rglob("*")]}
    assert [path for path, mode in modes.items() if mode & 0o44 != 0o44] == []
