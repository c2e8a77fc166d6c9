"""The same content gives the same bytes: wherever it is built, and whatever a build remembers."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from stat import S_IMODE

import pytest

from browsing import Served
from building import run_build
from dialogues.memory import Memory
from mistakes.planting import RECORD, replace
from projects import read_files

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


@pytest.fixture(scope="module")
def project(made: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that remembers its last build, in which something is planted, and one word later."""
    project = tmp_path_factory.mktemp("changed") / "project"
    shutil.copytree(made.folder.parent / "project", project, symlinks=True)
    plant(project / ".cache/pages", made.address)
    for name in ("beta", "of_no_record"):
        (project / f".cache/docs/zh/cities/{name}.md").write_text("# Damaged\n", encoding="utf-8")
    for file in (f"{RECORD}/passages.yml", "docs/registry/featured.yml"):
        replace(file, "port uses a", "port has a")(project)
    return project


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


@pytest.fixture(scope="module")
def taken(project: Path, made: Served) -> dict[str, bytes]:
    """Return the files of a build of that project, which remembers the last one."""
    done = run_build(project, SITE_URL=made.address)
    assert done.returncode == 0, done.stdout
    return read_files(project / "site")


@pytest.fixture(scope="module")
def elsewhere(project: Path, made: Served) -> Path:
    """Return the project where another machine builds it, on another day, whatever that is set to.

    Other pages are served beside it. A module in the root that has the name of a library changes
    nothing either: it is not taken.
    """
    other = Path(shutil.copytree(project, project.parent / "an other/folder", symlinks=True))
    shutil.copytree(other / ".cache/docs/zh/cities", other / "docs/zh/cities")
    (other / "docs/zh/cities/beta.md").write_text("# Served\n", encoding="utf-8")
    (other / "click.py").write_text("raise SystemExit('this ran')", encoding="utf-8")
    served = read_files(other / "docs")
    odd = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONOPTIMIZE": "1"}
    far = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1800000000"}

    done = run_build(other, umask=0o077, SITE_URL=made.address, **odd, **far)
    assert done.returncode == 0, done.stdout
    assert read_files(other / "docs") == served
    return other / "site"


def differing(some: Mapping[str, bytes], others: Mapping[str, bytes]) -> set[str]:
    """Return the files that two sites, which have the same, have different."""
    assert some.keys() == others.keys()
    return {name for name in some if some[name] != others[name]}


def test_one_word_changes_the_files_that_show_it_and_no_other(
    made: Served, elsewhere: Path
) -> None:
    names = differing(read_files(made.folder), read_files(elsewhere))

    assert {re.sub(r"\.md$|\.[0-9a-f]{12}\.json$", "", name) for name in names} == SHOW_THE_WORD


def test_a_build_that_remembers_has_the_bytes_of_one_elsewhere_that_remembers_nothing(
    taken: dict[str, bytes], elsewhere: Path
) -> None:
    anew = read_files(elsewhere)
    of_the_word = tuple(f"data/{book}." for book in BOOKS)
    books = {n for n in anew if n.endswith(".epub") and not n.startswith(of_the_word)}

    assert books
    assert differing(anew, taken) == {*PLACES, *books}
    for place in (*PLACES, *books):
        assert taken[place].replace(PLANTED, b"") == anew[place]
    for name in ("en/index.html", "en/events/2030-harbour/index.html"):
        assert b"port has a" in anew[name]


def test_a_server_of_another_user_can_read_all_of_a_site(elsewhere: Path) -> None:
    modes = {path: S_IMODE(path.stat().st_mode) for path in [elsewhere, *elsewhere.rglob("*")]}

    assert [path for path, mode in modes.items() if mode & 0o44 != 0o44] == []


def test_a_link_to_nothing_stops_the_build_also_on_a_page_that_is_remembered(
    project: Path, taken: dict[str, bytes], made: Served, tmp_path: Path
) -> None:
    broken = Path(shutil.copytree(project, tmp_path / "project", symlinks=True))
    docs = broken / "docs"
    correct = docs / "en/correct.md"
    text = correct.read_text(encoding="utf-8")
    correct.write_text(text.partition("## Here")[0], encoding="utf-8")
    for page in ("zh/about.md", "en/accessibility.md"):
        (docs / page).write_text(f"# x\n\n[x](no-{page[:2]}.md)\n", encoding="utf-8")

    done = run_build(broken, SITE_URL=made.address)
    assert done.returncode == 1
    for said in (r"no-zh\.md", r"no-en\.md", r"en/about\.md.* does not contain an anchor '#here'"):
        assert re.search(said, done.stdout), done.stdout
    assert read_files(broken / "site") == taken


@pytest.mark.parametrize("damage", [lambda data: data[:-2], lambda _: b"0\n{}", lambda _: b""])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Half of a file, a file of something else, none: as a build finds it that was ended at any moment."""
    memory = Memory("code", tmp_path / "pages")
    for folder in (memory.folder, memory.next):
        assert folder
        folder.mkdir()
    key = memory.hash("a page")
    file = tmp_path / "pages" / key
    memory.keep(key, b"made")
    file.write_bytes((tmp_path / "pages.next" / key).read_bytes())
    (tmp_path / "pages.next" / key).unlink()
    assert memory.take(key, lambda: b"anew") == b"made"

    (tmp_path / "pages.next" / key).unlink()
    file.write_bytes(damage(file.read_bytes()))
    assert memory.take(key, lambda: b"anew") == b"anew"
