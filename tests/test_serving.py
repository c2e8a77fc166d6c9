"""The site while somebody edits it: `make serve`, tried with a small project and a real browser."""

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from audits.requests import Watch
from conftest import BUILT, PHONE, build_site
from mistakes.planting import RECORD, REGISTRY, replace
from projects import copy_small_project
from searching import ask
from test_reproducible import read_files

pytestmark = pytest.mark.builds

ADDED = re.compile(rb'<link rel="stylesheet" href="/serving.*?></script>', re.DOTALL)
SCRIPTS = re.compile(r"assets/scripts-[0-9a-f]{12}/")
PASSAGES = f"{RECORD}/passages.yml"
GAMMA = """\
gamma:
  zh: 丙鎮
  en: Gamma
  kind: city
  country: TW
  latitude: 24.0
  longitude: 121.0
"""
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
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve a small project at a free port."""
    project = copy_small_project(tmp_path_factory.mktemp("serving") / "project")
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
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())


def as_written(project: Path, name: str, data: bytes) -> bytes:
    """Return a file of a build; of a script the source, which is served with all its remarks."""
    script = SCRIPTS.match(name)
    return (project / "docs/assets/scripts" / name[script.end() :]).read_bytes() if script else data


def test_each_file_is_that_of_a_build_and_none_is_written(serving: Serving, tmp_path: Path) -> None:
    before = read_files(serving.project / "docs")
    build_site(copy_small_project(tmp_path / "project"), tmp_path / "site", serving.address)
    built = read_files(tmp_path / "site")

    different = [
        name
        for name, data in built.items()
        if not name.endswith(".gz")
        and ADDED.sub(b"", read(serving.address + name)) != as_written(serving.project, name, data)
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


def test_a_mistake_in_a_page_by_hand_is_shown_too(serving: Serving, page: Page) -> None:
    page.goto("en/about/")
    about = serving.project / "docs/en/about.md"
    about.write_text('# About\n\n[x](nowhere.md)\n\n--8<-- "no-part.md"\n', encoding="utf-8")

    box = page.get_by_role("alert")
    expect(box.locator("code")).to_have_text("docs/en/about.md:5")
    expect(page.locator("h1")).to_have_text("About")
    assert serving.hear()[1].startswith("docs/en/about.md:5: a build stops here: ")

    about.write_text("# About us\n\n[x](nowhere.md)\n", encoding="utf-8")
    expect(box.locator("code")).to_have_text("docs/en/about.md:3")
    expect(page.locator("h1")).to_have_text("About us")

    about.write_text("# About\n", encoding="utf-8")
    expect(box).not_to_be_attached()


def test_a_page_comes_and_goes(serving: Serving, page: Page) -> None:
    cities, passages = (serving.project / f for f in (f"{REGISTRY}/cities.yml", PASSAGES))
    before = {path: path.read_text(encoding="utf-8") for path in (cities, passages)}
    page.goto("en/cities/")
    cities.write_text(before[cities] + GAMMA, encoding="utf-8")
    replace(PASSAGES, "Our city has", "Gamma and we have")(serving.project)
    expect(page.get_by_role("link", name="Gamma").first).to_be_visible()

    page.goto("en/cities/gamma/")
    expect(page.locator("h1")).to_contain_text("Gamma")

    for path, text in before.items():
        path.write_text(text, encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Page not found")


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


def test_an_address_in_use_is_said_in_a_sentence(serving: Serving) -> None:
    command = [sys.executable, "-P", "-m", "serving", urlsplit(serving.address).netloc]
    done = subprocess.run(
        command, cwd=serving.project, capture_output=True, text=True, check=False, timeout=30
    )

    assert done.returncode == 1
    assert done.stderr == f"{serving.address} cannot be served: Address already in use\n"
