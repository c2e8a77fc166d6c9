"""A build takes from the last one what nothing has changed: the same bytes as without it."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import BUILT
from mistakes.planting import RECORD, replace
from projects import copy_small_project
from test_reproducible import read_files

pytestmark = pytest.mark.builds

PLANTED = b"<!-- remembered -->"
PAGE = "cities/beta/index.html"
HOME = "index.html"
"""Has parts that are written anew with each build."""
PLACES = (PAGE, HOME)
OF_THE_WORD = re.compile(r"/(?:city-dialogues|2030-harbour|connectivity)\.")
"""The books that show the word that changes."""
CANONICAL = re.compile(r'rel="canonical" href="http://localhost:8000/(?:cities/beta/)?"')


def build(project: Path, code: int = 0) -> str:
    """Run `make build`; return what it says."""
    done = subprocess.run(
        [sys.executable, "scripts/build.py"],
        cwd=project,
        env=os.environ | BUILT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stderr


def test_a_build_after_one_word_has_the_bytes_of_one_that_remembers_nothing(
    tmp_path: Path,
) -> None:
    project = copy_small_project(tmp_path / "project")
    correct = project / "docs/en/correct.md"
    about = project / "docs/en/about.md"
    text = correct.read_text(encoding="utf-8")
    correct.write_text(f"{text}\n## Here {{ #here }}\n", encoding="utf-8")
    about.write_text("# About\n\n[x](correct.md#here)\n", encoding="utf-8")
    build(project)
    plant(project / ".cache/pages")
    for name in ("beta", "of_no_record"):
        (project / f".cache/docs/zh/cities/{name}.md").write_text("# Damaged\n", encoding="utf-8")
    for file in (f"{RECORD}/passages.yml", "docs/registry/featured.yml"):
        replace(file, "port uses a", "port has a")(project)

    build(project)
    taken = read_files(project / "site")
    damage(project / ".cache/pages")
    build(project)
    made = read_files(project / "site")

    books = {name for name in made if name.endswith(".epub") and not OF_THE_WORD.search(name)}
    assert {name for name in made if made[name] != taken[name]} == {*PLACES, *books}
    for place in (*PLACES, *books):
        assert taken[place].replace(PLANTED, b"") == made[place]
    assert books
    for changed in ("en/index.html", "en/events/2030-harbour/index.html"):
        assert b"port has a" in made[changed]

    correct.write_text(text, encoding="utf-8")
    assert re.search(r"en/about\.md.* does not contain an anchor '#here'", build(project, code=1))
    assert read_files(project / "site") == made


def plant(memory: Path) -> None:
    """Change what is remembered of two pages and of all books, so that it is seen to be taken."""
    for file in memory.iterdir():
        made = file.read_bytes().partition(b"\n")[2]
        if made.startswith(b"PK"):
            made += PLANTED
        elif CANONICAL.search((kept := json.loads(made))["html"]):
            made = json.dumps(kept | {"html": kept["html"] + PLANTED.decode()}).encode()
        else:
            continue
        file.write_bytes(hashlib.sha256(made).hexdigest().encode() + b"\n" + made)


def damage(memory: Path) -> None:
    """Leave nothing whole: half of a file, a file of something else, none."""
    for number, file in enumerate(sorted(memory.iterdir())):
        data = file.read_bytes()
        file.write_bytes((data[: len(data) // 2], b"0\n{}", b"")[number % 3])
