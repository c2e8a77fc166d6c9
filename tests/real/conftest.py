"""What must hold of any records: tests in this folder see those in docs/, and their site."""

from functools import partial
from pathlib import Path

import pytest

from audits.links import BuiltPage, read_pages
from browsing import Served
from building import build_frozen, build_site, memory_of
from conftest import SHARED
from dialogues.loading import load_archive
from dialogues.model.archive import Archive
from projects import FROZEN, ROOT, copy_project, read_files
from sharing import fill_once


@pytest.fixture(scope="session")
def archive() -> Archive:
    return load_archive(ROOT)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Served:
    """Return the site of the records and the address in its pages, at which no browser opens it.

    It is that of the frozen records, from whose build pages are taken that are the same; all of
    them, as long as the records themselves are.
    """
    shared = request.config.stash[SHARED]
    frozen = fill_once(shared["frozen"], build_frozen)
    if read_data(ROOT) == read_data(FROZEN):
        return frozen
    real = Served(shared["real"].folder, frozen.address)
    return fill_once(real, partial(build_real, memory=memory_of(frozen)))


@pytest.fixture(scope="session")
def site(server: Served) -> Path:
    return server.folder


def read_data(project: Path) -> list[object]:
    """Return the addresses, records and registry of a project: files by their places."""
    docs = project / "docs"
    folders = (read_files(docs / name) for name in ("records", "registry"))
    return [(docs / "addresses.txt").read_bytes(), *folders]


def build_real(workshop: Path, served: Served, memory: Path) -> None:
    project = copy_project(workshop / "project", ROOT)
    build_site(project, served.folder, served.address, BUILD_MEMORY=f"{memory}.next")


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    """Return all pages, read at once, but for those that only lead on."""
    return {page.address: page for page in read_pages(site)}
