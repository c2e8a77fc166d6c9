"""The same commit gives the same bytes, wherever and whenever it is built."""

from pathlib import Path

from bare import copy_small_project
from browsing import Server
from conftest import build_site, copy_project


def read_files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_two_builds_are_the_same_bytes(server: Server, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "an other/folder")
    elsewhere = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    build_site(project, tmp_path / "site", server.address, **elsewhere)
    one, other = read_files(server.folder), read_files(tmp_path / "site")

    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_another_day_is_seen_in_the_packed_sitemap_alone(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    build_site(project, tmp_path / "one")
    build_site(project, tmp_path / "other", SOURCE_DATE_EPOCH="1800000000")
    one, other = read_files(tmp_path / "one"), read_files(tmp_path / "other")

    different = {name for name in one if one[name] != other[name]}
    assert different == {"sitemap.xml.gz"}
