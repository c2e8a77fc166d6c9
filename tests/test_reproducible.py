"""The same commit gives the same bytes, wherever and whenever it is built."""

from pathlib import Path

import pytest

from conftest import build_site
from projects import copy_small_project

pytestmark = pytest.mark.builds


def read_files(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of a site of the small project."""
    folder = tmp_path_factory.mktemp("reproducible")
    build_site(copy_small_project(folder / "project"), folder / "site")
    return read_files(folder / "site")


def test_two_builds_are_the_same_bytes(files: dict[str, bytes], tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "an other/folder")
    elsewhere = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    build_site(project, tmp_path / "site", **elsewhere)
    others = read_files(tmp_path / "site")

    assert files.keys() == others.keys()
    assert [name for name in files if files[name] != others[name]] == []


def test_another_day_is_seen_in_the_packed_sitemap_alone(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    """A module in the root that has the name of a library changes nothing either: it is not taken."""
    project = copy_small_project(tmp_path / "project")
    (project / "click.py").write_text("raise SystemExit('this ran')", encoding="utf-8")
    build_site(project, tmp_path / "site", SOURCE_DATE_EPOCH="1800000000")
    others = read_files(tmp_path / "site")

    assert {name for name in files if files[name] != others[name]} == {"sitemap.xml.gz"}
