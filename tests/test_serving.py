"""The site while somebody edits it: `make serve`, tried with a small project and a real browser."""

import io
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import pytest
from lxml.html import HtmlElement, document_fromstring
from playwright.sync_api import Browser, Page, expect

from audits.links import text_of
from audits.requests import Watch
from browsing import Served
from building import BUILT
from mistakes.planting import RECORD, REGISTRY, replace
from projects import read_files, share_templates
from searching import ask
from serving.__main__ import main
from tabs import PHONE

pytestmark = pytest.mark.builds

ADDED = re.compile(rb'<link rel="stylesheet" href="/serving.*?></script>', re.DOTALL)
RELOADS = re.compile(rb"/serving/reload\.js\?(\d+)")
SCRIPTS = re.compile(r"assets/scripts-[0-9a-f]{12}/")
PASSAGES = f"{RECORD}/passages.yml"
GAMMA = "gamma: {zh: 丙鎮, en: Gamma, kind: city, country: TW, latitude: 24.0, longitude: 121.0}\n"
MINUTE = 12
"""Lines of those that come every ten seconds while nothing is new."""
EVENT = "en/events/2030-harbour/"


@dataclass
class Serving:
    """A small project, and what serves it."""

    project: Path
    address: str
    said: "SimpleQueue[str]"
    """What stands in the terminal, line by line."""

    def hear(self) -> list[str]:
        """Return what is said next in the terminal, up to the count of problems."""
        lines = [self.said.get(timeout=60)]
        while "problem" not in lines[-1]:
            lines.append(self.said.get(timeout=60))
        return lines


@pytest.fixture(scope="module")
def serving(made: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve the small project that was built, without that build, at a free port."""
    project = tmp_path_factory.mktemp("serving") / "project"
    shutil.copytree(
        made.folder.parent / "project", project, ignore=shutil.ignore_patterns(".cache")
    )
    share_templates(project)
    command = [sys.executable, "-P", "-m", "serving", "127.0.0.1:0"]
    said: SimpleQueue[str] = SimpleQueue()
    pipe, environment = subprocess.PIPE, os.environ | BUILT
    with subprocess.Popen(command, cwd=project, env=environment, stdout=pipe, text=True) as running:
        assert running.stdout
        address = running.stdout.readline().split()[0]
        hearing = Thread(target=lambda lines: [*map(said.put, lines)], args=[running.stdout])
        hearing.start()
        yield Serving(project, address, said)
        running.terminate()
        hearing.join()
    assert running.returncode == 0


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Wait for what follows as long as a busy machine may need."""
    expect.set_options(timeout=60_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def page(browser: Browser, serving: Serving) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=serving.address)
    watch = Watch(context.new_page(), serving.address)
    yield watch.tab
    expected = "404|CONNECTION_(REFUSED|RESET)"  # while what serves is loaded anew
    faults = [f for f in watch.finish() if not re.search(expected, f.found)]
    assert faults == []
    context.close()


def read(address: str) -> bytes:
    """Return what the server answers, be it that there is no such page."""
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return bytes(error.read())


def read_when(serving: Serving, path: str, is_there: Callable[[HtmlElement], object]) -> None:
    """Ask for a page anew with each change that is told of, as a browser does, until it has something."""
    while not is_there(document_fromstring(page := read(serving.address + path))):
        (number,) = RELOADS.findall(page)
        changes = f"{serving.address}serving/changes?{number.decode()}"
        with urllib.request.urlopen(changes) as lines:  # noqa: S310 - our own server
            assert b"data: new\n" in islice(lines, MINUTE), f"nothing new at {path}"


def as_written(project: Path, name: str, data: bytes) -> bytes:
    """Return a file of a build; of a script the source, which is served with all its remarks."""
    script = SCRIPTS.match(name)
    return (project / "docs/assets/scripts" / name[script.end() :]).read_bytes() if script else data


def unpack(data: bytes) -> bytes:
    """Return a file as it is, or all that a book holds."""
    if not data.startswith(b"PK"):
        return data
    book = zipfile.ZipFile(io.BytesIO(data))
    return b"".join(name.encode() + book.read(name) for name in book.namelist())


def test_each_file_is_that_of_a_build_and_none_is_written(serving: Serving, made: Served) -> None:
    """But for the address, in which ports are of the same length."""
    before = read_files(serving.project / "docs")
    here, there = serving.address.encode(), made.address.encode()

    different = [
        name
        for name, data in read_files(made.folder).items()
        if unpack(ADDED.sub(b"", read(serving.address + name)))
        != unpack(as_written(serving.project, name, data)).replace(there, here)
    ]
    assert different == []
    assert read_files(serving.project / "docs") == before


def test_a_page_its_search_and_its_citations_follow_what_is_saved(
    serving: Serving, page: Page
) -> None:
    page.goto(EVENT)
    expect(page.locator("#talk-1-2")).to_contain_text("reaches the whole port area")

    replace(PASSAGES, "reaches the whole", "spans the whole")(serving.project)
    expect(page.locator("#talk-1-2")).to_contain_text("spans the whole port area")

    page.goto("en/cities/alpha/")
    expect(page.locator("main")).to_contain_text("spans the whole port area")
    while b"spans the whole" not in read(f"{serving.address}en/search/index.json"):
        page.wait_for_timeout(100)
    page.goto("en/")
    ask(page, "spans")
    expect(page.locator(".search-results section li")).to_have_count(1)
    page.goto(EVENT)
    page.locator("#talk-1-2 > .text").click()
    page.locator("#talk-1-2").get_by_role("button", name="Cite", exact=True).click()
    expect(page.locator("dialog.citing pre").first).to_contain_text(f"{serving.address}en/events/")


def test_a_mistake_stands_above_the_last_good_page_in_both_languages(
    serving: Serving, page: Page
) -> None:
    page.goto(EVENT)
    replace(f"{REGISTRY}/cities.yml", "country: PL", "country: XX")(serving.project)

    box = page.get_by_role("alert")
    expect(box).to_contain_text("1 個問題 problem")
    expect(box.locator("code")).to_have_text("docs/registry/cities.yml:13")
    expect(box.locator("[lang=zh-Hant]")).to_contain_text("國碼")
    expect(box.locator("[lang=en]")).to_contain_text("must be an ISO 3166-1 code")
    expect(page.locator("#talk-1-2")).to_contain_text("port area")
    _, line, explained, count = serving.hear()
    assert line.startswith("docs/registry/cities.yml:13: ")
    assert "國碼" in explained
    assert count == "1 個問題 problem\n"

    replace(f"{REGISTRY}/cities.yml", "country: XX", "country: PL")(serving.project)
    expect(box).not_to_be_attached()
    assert serving.hear() == ["沒有問題 no problem\n"]


def shown(page: HtmlElement) -> tuple[str, list[str]]:
    """Return the heading of a page, and the lines that the problems above it name."""
    heading, lines = page.cssselect("h1"), page.cssselect("[role=alert] code")
    return " ".join(map(text_of, heading)), [*map(text_of, lines)]


def test_a_mistake_in_a_page_by_hand_is_shown_too(serving: Serving) -> None:
    about = serving.project / "docs/en/about.md"
    about.write_text('# About\n\n[x](nowhere.md)\n\n--8<-- "no-part.md"\n', encoding="utf-8")
    read_when(serving, "en/about/", lambda p: shown(p) == ("About", ["docs/en/about.md:5"]))
    assert serving.hear()[1].startswith("docs/en/about.md:5: a build stops here: ")

    about.write_text("# About us\n\n[x](nowhere.md)\n", encoding="utf-8")
    read_when(serving, "en/about/", lambda p: shown(p) == ("About us", ["docs/en/about.md:3"]))

    about.write_text("# About\n", encoding="utf-8")
    read_when(serving, "en/about/", lambda page: shown(page) == ("About", []))


def test_a_page_comes_and_goes(serving: Serving) -> None:
    cities, passages = (serving.project / f for f in (f"{REGISTRY}/cities.yml", PASSAGES))
    before = {path: path.read_text(encoding="utf-8") for path in (cities, passages)}
    cities.write_text(before[cities] + GAMMA, encoding="utf-8")
    replace(PASSAGES, "Our city has", "Gamma and we have")(serving.project)
    read_when(serving, "en/cities/", lambda page: page.cssselect("main a[href='gamma/']"))
    read_when(serving, "en/cities/gamma/", lambda page: shown(page)[0].startswith("Gamma"))

    for path, text in before.items():
        path.write_text(text, encoding="utf-8")
    read_when(serving, "en/cities/gamma/", lambda page: "Page not found" in shown(page)[0])


def test_a_change_of_code_loads_it_anew(serving: Serving, page: Page) -> None:
    """Where Python can read it; what it cannot is a mistake like any other."""
    page.goto(EVENT)
    hook = serving.project / "hooks/markup.py"
    text = hook.read_text(encoding="utf-8")
    hook.write_text(f"{text}\n)", encoding="utf-8")
    box = page.get_by_role("alert")
    expect(box.locator("code")).to_have_text(f"hooks/markup.py:{len(text.splitlines()) + 2}")

    hook.write_text(text.replace("return mend(output)", "return mend(output) + ' '"), "utf-8")
    expect(box).not_to_be_attached()
    assert read(serving.address + EVENT).endswith(b" ")


def test_an_address_in_use_is_said_in_a_sentence(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["serving", urlsplit(serving.address).netloc])

    assert main() == 1
    said = f"{serving.address} cannot be served: Address already in use\n"
    assert capsys.readouterr().err == said
