"""What tests share: an archive, a small project to change, built sites and a browser.

Tests of the code stand on records of their own: `small`, to be changed, and `frozen`, the five
records as they were one day, of which goldens, queries and pages can be known (`make freeze` takes
them anew). Of the records in docs/, which anybody may change, they say only what must hold of any.
"""

import gc
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from xdist.scheduler import LoadFileScheduling

from audits.links import BuiltPage, read_page
from audits.requests import Watch
from browsing import Served, open_browser
from building import build_frozen, build_proposed, build_small
from dialogues.data.files import render_data
from dialogues.data.rows import Rows, list_rows
from dialogues.loading import load_archive
from dialogues.model.archive import Archive
from dialogues.rendering.site import Site
from measuring.search_index import serve_search
from projects import FROZEN, ROOT, SMALL
from searching import Ask, Modules, open_modules
from sharing import Shared, fill_once, pack, share, unpack
from tabs import Settings, Tabs, clean, open_tab, set_up

ADDRESS = "https://example.org/"
FIRST = ("test_hurting", "test_files", "test_words", "test_audited")
"""Modules that take longest: no processor waits for them at the end."""
SHARED = pytest.StashKey[Shared]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write goldens; read the diff then")


def pytest_configure(config: pytest.Config) -> None:
    """Serve what all workers share: in the process that they belong to, or without any, here.

    The trees of hundreds of pages are no garbage, and are looked through for some less often.
    """
    gc.set_threshold(100_000)
    if hasattr(config, "workerinput"):
        config.stash[SHARED] = unpack(config.workerinput["shared"])
    else:
        stack = ExitStack()
        config.stash[SHARED] = stack.enter_context(
            share(frozen="/", real="/", small="/", proposed="/name/")
        )
        config.add_cleanup(stack.close)


class OfModules(LoadFileScheduling):  # type: ignore[misc]  # it has no types
    """A worker gets a whole module, so that what it makes is made once; it reads all pages once."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return "real" if "/real/" in file else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling:
    return OfModules(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return more than there are processors: while one waits for a browser, another works."""
    return (os.cpu_count() or 1) * 3 // 2


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    node.workerinput["shared"] = pack(node.config.stash[SHARED])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        asked = {"server", "browser", "made", "proposed"}.intersection(
            getattr(item, "fixturenames", ())
        )
        if asked or item.get_closest_marker("builds"):
            item.add_marker("slow")
    items.sort(key=lambda item: item.path.stem not in FIRST)


@pytest.fixture(scope="session")
def archive() -> Archive:
    """Return the archive of the frozen records."""
    return load_archive(FROZEN)


@pytest.fixture(scope="session")
def whole(archive: Archive) -> Site:
    """Return what the open data of the frozen records are made of."""
    return Site.of(archive, address=ADDRESS, version="2026-11-21, 0123456789")


@pytest.fixture(scope="session")
def rows(whole: Site) -> Rows:
    return list_rows(whole.archive, whole.address, whole.version)


@pytest.fixture(scope="session")
def data(whole: Site) -> Mapping[str, str | bytes]:
    return dict(render_data(whole))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of a small valid project, for tests to change."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> "Golden":
    """Return what compares a text with a file under tests/goldens."""
    return Golden(accept=bool(request.config.getoption("--accept")))


class Golden:
    """Texts that a person has read and accepted."""

    def __init__(self, *, accept: bool) -> None:
        self.accept = accept

    def check(self, name: str, text: str) -> None:
        path = ROOT / "tests/goldens" / name
        if self.accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        accepted = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text == accepted, f"read the diff, then --accept: {name}"


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Served:
    """Return the site of the frozen records as a reader gets it."""
    return fill_once(request.config.stash[SHARED]["frozen"], build_frozen)


@pytest.fixture(scope="session")
def site(server: Served) -> Path:
    """Return the folder of that site."""
    return server.folder


@pytest.fixture(scope="session")
def pages(site: Path) -> "Pages":
    return Pages(site)


class Pages(dict[str, BuiltPage]):
    """The pages of a built site by their addresses, each read when it is asked for."""

    def __init__(self, site: Path) -> None:
        super().__init__()
        self.site = site

    def __missing__(self, address: str) -> BuiltPage:
        return self.setdefault(address, read_page(self.site, address))


def open_quietly(page: Tab, address: str) -> None:
    """Open a page and wait until all has come: on a busy machine nothing is asked for a while before.

    The tab is one of its own: where a cache answers, the browser may not tell that it has.
    """
    page.goto(address)
    page.wait_for_load_state("networkidle")


def add_style(page: Tab, rule: str) -> None:
    """Plant a rule of style; a page's policy lets in no element with one."""
    page.evaluate("rule => document.styleSheets[0].insertRule(rule)", rule)


@pytest.fixture(scope="session")
def made(request: pytest.FixtureRequest) -> Served:
    """Return the site of the small project as `make build` makes it; beside it lies `project`."""
    return fill_once(request.config.stash[SHARED]["small"], build_small)


@pytest.fixture(scope="session")
def proposed(request: pytest.FixtureRequest) -> Served:
    """Return a site served beneath a name: the small project with all that is proposed to it."""
    return fill_once(request.config.stash[SHARED]["proposed"], build_proposed)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser that `make test` has found or installed."""
    with open_browser() as running:
        yield running


@pytest.fixture(scope="session")
def served_search(archive: Archive) -> Iterator[str]:
    """Serve the search of the frozen records alone, without a site; return its address."""
    with serve_search(archive) as address:
        yield address


@pytest.fixture(scope="session")
def modules(browser: Browser, served_search: str) -> Iterator[Modules]:
    """Return the modules of the search, whose models of both languages are made once."""
    with open_modules(browser, served_search) as modules:
        yield modules


@pytest.fixture(scope="session")
def ask(modules: Modules) -> Ask:
    return modules.ask


@pytest.fixture
def settings() -> Settings:
    """Return what a tab is beside a phone's; modules and tests say otherwise."""
    return {}


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def watch(
    request: pytest.FixtureRequest, settings: Settings, browser: Browser, tabs: Tabs, server: Served
) -> Iterator[Watch]:
    """Return a tab that is at no page yet; what a reader should never meet there is a fault.

    It is one that other tests have used before, but for those that are marked `own_tab`.
    """
    own = request.node.get_closest_marker("own_tab")
    watch = (
        open_tab(browser, server.address, settings) if own else tabs.find(server.address, settings)
    )
    set_up(watch.tab, settings)
    yield watch
    if own:
        watch.tab.context.close()
    else:
        clean(watch)
    findings, watch.findings = watch.findings, []
    assert [finding for finding in findings if "ERR_FAILED" not in finding.found] == []


@pytest.fixture
def page(watch: Watch) -> Tab:
    """Return a tab that is at no page yet."""
    return watch.tab
