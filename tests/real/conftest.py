"""What must hold of any records: tests in this folder see those in docs/, and their site."""

from pathlib import Path

import pytest

from audits.links import Page, read_pages
from browsing import Served
from conftest import SHARED, build_site
from dialogues.loading import load_archive
from dialogues.model.archive import Archive
from projects import ROOT, copy_project
from sharing import fill_once


@pytest.fixture(scope="session")
def archive() -> Archive:
    return load_archive(ROOT)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Served:
    return fill_once(request.config.stash[SHARED]["real"], build_real)


@pytest.fixture(scope="session")
def site(server: Served) -> Path:
    return server.folder


def build_real(workshop: Path, served: Served) -> None:
    build_site(copy_project(workshop / "project", ROOT), served.folder, served.address)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Return all pages, read at once, but for those that only lead on."""
    return {page.address: page for page in read_pages(site)}
