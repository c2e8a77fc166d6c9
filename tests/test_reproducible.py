"""The same commit gives the same bytes, wherever and whenever it is built."""

from pathlib import Path

import pytest

from conftest import build_site
from projects import copy_small_project

pytestmark = pytest.mark.builds


def read_files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = (copy_small_project(tmp_path / name) for name in ("one", "an other/folder"))
    elsewhere = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    build_site(one, tmp_path / "site")
    build_site(other, tmp_path / "other site", **elsewhere)
    files, others = read_files(tmp_path / "site"), read_files(tmp_path / "other site")

    assert files.keys() == others.keys()
    assert [name for name in files if files[name] != others[name]] == []


def test_another_day_is_seen_in_the_packed_sitemap_alone(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    build_site(project, tmp_path / "one")
    build_site(project, tmp_path / "other", SOURCE_DATE_EPOCH="1800000000")
    one, other = read_files(tmp_path / "one"), read_files(tmp_path / "other")

    different = {name for name in one if one[name] != other[name]}
    assert different == {"sitemap.xml.gz"}
