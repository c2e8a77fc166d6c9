"""What `make build` leaves, where it fails and where it succeeds: tried with a small project."""

import fcntl
import os
import re
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest

from conftest import build_site
from dialogues.commands import convert
from projects import copy_small_project
from test_reproducible import read_files

pytestmark = pytest.mark.builds


def test_a_broken_link_stops_the_build_and_what_the_navigation_lacks(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    for language in ("zh", "en"):
        page = project / f"docs/{language}/about.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n[x](no-{language}.md)\n", "utf-8")

    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    for line in ("      - corrections/index.md\n", "            Accessibility: 無障礙\n"):
        assert line in settings
        settings = settings.replace(line, "")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")

    with pytest.raises(AssertionError, match=r"no-zh\.md(.|\n)*no-en\.md") as stopped:
        build_site(project, tmp_path / "site")
    said = str(stopped.value)
    assert said.count("nav must have every index page, and lacks 'corrections/'") > 1
    assert "nav_translations must have every name, and lacks 'Accessibility'" in said


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project that has a good site."""
    project = copy_small_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site")
    return project


def start(project: Path, settings: dict[str, str], umask: int = 0o022) -> "subprocess.Popen[str]":
    """Start `make build`, with nothing that was set for the tests."""
    command = [sys.executable, "scripts/build.py"]
    pipe: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    environment = os.environ | settings
    return subprocess.Popen(
        command, cwd=project, env=environment, umask=umask, text=True, encoding="utf-8", **pipe
    )


def fail(project: Path, **settings: str) -> str:
    """Return what a build says that must fail and leave the last good site."""
    running = start(project, settings)
    said, _ = running.communicate()
    assert running.returncode == 1
    assert (project / "site/index.html").read_text() == "the last good site"
    return said


def test_a_problem_in_the_data_leaves_the_last_good_site(project: Path) -> None:
    cities = project / "docs/registry/cities.yml"
    text = cities.read_text(encoding="utf-8")
    cities.write_text(re.sub(r"\n  country: \w\w", "\n  country: XX", text, count=1))

    said = fail(project)
    assert re.search(r"cities\.yml:\d+: \S+\.country must be an ISO 3166-1 code", said)


def test_an_empty_address_is_said_to_be_so(project: Path) -> None:
    assert "SITE_URL must be the address of the site" in fail(project, SITE_URL="")


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(project: Path) -> None:
    (project / ".cache").touch()

    assert fail(project) == "the site stays as it was: [Errno 17] File exists: '.cache'\n"


def test_a_second_build_says_that_it_waits(project: Path) -> None:
    (project / ".cache").mkdir()
    with (project / ".cache/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        running = start(project, {"SITE_URL": ""})
        assert running.stdout
        assert "this one waits" in running.stdout.readline()
        assert running.poll() is None
    running.communicate()
    assert running.returncode == 1


def test_a_build_beside_serve_has_pages_of_its_own_that_a_server_can_read(project: Path) -> None:
    """Whatever the machine is set to: a umask, an encoding, no assertions."""
    convert(project, address="http://localhost:8000/")
    served = read_files(project / "docs")
    odd = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONOPTIMIZE": "1"}

    running = start(project, {"SITE_URL": "https://a.example/x/", **odd}, umask=0o077)
    said, _ = running.communicate()
    assert running.returncode == 0, said

    assert read_files(project / "docs") == served
    site = project / "site"
    assert [name for name, data in read_files(site).items() if b"localhost:8000" in data] == []
    assert "https://a.example/x/" in (site / "index.html").read_text(encoding="utf-8")
    closed = [
        path for path in [site, *site.rglob("*")] if S_IMODE(path.stat().st_mode) & 0o44 != 0o44
    ]
    assert closed == []
