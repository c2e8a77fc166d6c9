"""Builds that must fail, and leave what was good: made with a small project."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import build_site
from projects import copy_small_project

pytestmark = pytest.mark.builds


def test_a_broken_link_stops_the_build_in_either_language(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    for language in ("zh", "en"):
        page = project / f"docs/{language}/about.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n[x](no-{language}.md)\n", "utf-8")

    with pytest.raises(AssertionError, match=r"no-zh\.md(.|\n)*no-en\.md"):
        build_site(project, tmp_path / "site")


def test_a_problem_in_the_data_leaves_the_last_good_site(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site")
    cities = project / "docs/registry/cities.yml"
    text = cities.read_text(encoding="utf-8")
    cities.write_text(re.sub(r"\n  country: \w\w", "\n  country: XX", text, count=1))

    command = [sys.executable, "scripts/build.py"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert re.search(r"cities\.yml:\d+: \S+\.country must be an ISO 3166-1 code", done.stdout)
    assert (project / "site/index.html").read_text() == "the last good site"
