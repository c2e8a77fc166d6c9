"""The same commit gives the same bytes, wherever and whenever it is built."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import copy_project


def build(project: Path, **settings: str) -> dict[str, bytes]:
    """Build a project with settings of the environment; return its files."""
    settings = {"SOURCE_DATE_EPOCH": "1790000000", "SITE_VERSION": "test"} | settings
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environment = os.environ | settings
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    site = project / "site"
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    one = build(
        copy_project(tmp_path / "one"), TZ="Asia/Taipei", PYTHONHASHSEED="1", LC_ALL="C.UTF-8"
    )
    other = build(
        copy_project(tmp_path / "an other/folder"),
        TZ="America/Lima",
        PYTHONHASHSEED="2",
        LC_ALL="C",
    )

    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_another_day_is_seen_in_the_packed_sitemap_alone(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    one = build(project)
    other = build(project, SOURCE_DATE_EPOCH="1800000000")

    different = {name for name in one if one[name] != other[name]}
    assert different == {"sitemap.xml.gz"}
