"""What `make build` says where it fails, and that it leaves the last good site: tried with a small project."""

import fcntl
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import Files

from building import run_build
from navigation import on_nav
from projects import copy_small_project

builds = pytest.mark.builds


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project that has a good site."""
    project = copy_small_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site")
    return project


def fail(project: Path) -> str:
    """Return what a build says that must fail and leave the last good site."""
    done = run_build(project)
    assert done.returncode == 1
    assert (project / "site/index.html").read_text() == "the last good site"
    return done.stdout


@builds
def test_a_problem_in_the_data_leaves_the_last_good_site(project: Path) -> None:
    cities = project / "docs/registry/cities.yml"
    text = cities.read_text(encoding="utf-8")
    cities.write_text(re.sub(r"\n  country: \w\w", "\n  country: XX", text, count=1))

    said = fail(project)
    assert re.search(r"cities\.yml:\d+: \S+\.country must be an ISO 3166-1 code", said)


@builds
def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(project: Path) -> None:
    (project / ".cache").touch()

    assert fail(project) == "the site stays as it was: [Errno 17] File exists: '.cache'\n"


@builds
def test_a_second_build_says_that_it_waits_and_then_that_an_address_is_empty(project: Path) -> None:
    command, pipe = [sys.executable, "scripts/build.py"], subprocess.PIPE
    (project / ".cache").mkdir()
    with (project / ".cache/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        environment = os.environ | {"SITE_URL": ""}
        running = subprocess.Popen(
            command, cwd=project, env=environment, text=True, stdout=pipe, stderr=subprocess.STDOUT
        )
        assert running.stdout
        assert "this one waits" in running.stdout.readline()
        assert running.poll() is None
    said, _ = running.communicate()

    assert running.returncode == 1
    assert "SITE_URL must be the address of the site" in said
    assert (project / "site/index.html").read_text() == "the last good site"


def test_what_the_navigation_lacks_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    """Which stops a build, as a link to nothing does (test_reproducible)."""
    pages = [SimpleNamespace(file=SimpleNamespace(src_uri="zh/events/index.md"), title="")]
    nav: Any = SimpleNamespace(pages=pages, items=[SimpleNamespace(title="Accessibility")])
    config: Any = SimpleNamespace(plugins={"i18n": SimpleNamespace(current_language="zh")})

    on_nav(nav, config, Files([]))
    said = [record.message for record in caplog.records if record.levelno == logging.WARNING]
    assert any("nav must have every index page, and lacks 'corrections/'" in line for line in said)
    assert any("nav_translations must have every name, and lacks 'Acc" in line for line in said)
    assert not any("lacks 'events/'" in line for line in said)
    assert {record.name.partition(".")[0] for record in caplog.records} == {"mkdocs"}
