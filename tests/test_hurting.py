"""No text of the data becomes markup or script, whatever it is and wherever it stands.

Two sites are built from projects of one shape: each field of one has half of the hostile texts, its
English the other half; the other has harmless ones. A browser reads both; the pages must have the
same elements. (`make attack` gives each field all of them.)
"""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page, expect

from audits.requests import Watch
from browsing import Served, serve
from building import build_site
from dialogues.loading import read_archive
from dialogues.problems import Problem
from payloads import PAYLOADS, UNSEEN, pack
from payloads.project import settle_project, write_project
from payloads.reading import Seen, find_changed, open_pages, read_site, strings_of
from payloads.texts import WORD, Texts
from projects import copy_bare_project
from tabs import DESK, Settings

HOSTILE = pack()
HALF = len(HOSTILE) // 2
OF_TEXT = {"a href", "span class"}
"""Elements that texts rightly become: links to what they name or print, and printed numbers."""
IN_SOURCE = {
    *("heading", "label", "passage", "question", "left_out", "glossary", "synonyms", "synonyms.en"),
    *("cited", "fact.zh", "fact.value.zh", "headings.zh", "begins", "statement", "pictured"),
}
"""Fields that quote a source, where a tag that is none of a table's is refused."""
NOT_SHOWN = {
    *("columns", "themes.terms", "proposed", "accept", "accept.numbers", "also"),
}
"""Fields that no page shows."""


@dataclass(frozen=True)
class Hostile:
    """A site full of hostile texts, and what a browser made of it and of its harmless twin."""

    server: Served
    site: Path
    texts: Texts
    refused: dict[str, Problem]
    pages: dict[str, Seen]
    harmless: dict[str, Seen]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Hostile]:
    """Build both sites; they hold no rule that would keep a script from running."""
    folder = tmp_path_factory.mktemp("hostile")
    roots = [copy_bare_project(folder / name) for name in ("hostile", "harmless")]
    texts, refused = settle_project(roots[0], HOSTILE, HALF)
    write_project(roots[1], Texts(["Harmless §"] * HALF))
    sites = [root / "site" for root in roots]
    with serve(sites[0]) as server:
        with ThreadPoolExecutor() as pool:
            list(pool.map(build_site, roots, sites, [server.address] * 2))
        pages, harmless = (read_site(browser, site) for site in sites)
        yield Hostile(
            Served(server.folder, server.address), sites[0], texts, refused, pages, harmless
        )


def test_all_payloads_are_tried() -> None:
    assert len(PAYLOADS) >= 60
    assert [text for text in PAYLOADS.values() if not any(text in each for each in HOSTILE)] == []


def test_a_hostile_text_is_accepted_or_refused_at_its_line(hostile: Hostile) -> None:
    fields: dict[str, set[int]] = {}
    for given in hostile.texts.given.values():
        fields.setdefault(given.field, set()).add(given.number)
    assert len(fields) >= 90
    for field, numbers in fields.items():
        assert field == "accept.numbers" or len(numbers) >= HALF, field
        if field.endswith(".zh"):
            assert len(numbers | fields[field.replace(".zh", ".en")]) == len(HOSTILE), field
    refused = {hostile.texts.given[word].field for word in hostile.refused}
    assert refused <= IN_SOURCE
    paths = {problem.path.rpartition("/")[2] for problem in hostile.refused.values()}
    assert paths <= {"source.txt", "record.yml", "passages.yml", "glossary.yml", "synonyms.yml"}


def test_a_character_that_nobody_sees_is_refused_in_every_field(tmp_path: Path) -> None:
    texts = Texts(list(UNSEEN.values()))
    write_project(tmp_path, texts)
    rule = "characters must be visible, and has U+"
    told = {(p.path, p.line) for p in read_archive(tmp_path)[1] if p.message.startswith(rule)}

    lines = {
        (path.relative_to(tmp_path).as_posix(), number)
        for path in tmp_path.glob("docs/*/**/*.*")
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if WORD.search(line)
    }
    assert len(lines) > len(texts.given) * 0.9
    assert sorted(lines - told) == []


def test_pages_have_the_same_elements_as_with_harmless_texts(hostile: Hostile) -> None:
    assert hostile.pages.keys() == hostile.harmless.keys()
    for path, page in hostile.pages.items():
        own, other = (
            {shape: count for shape, count in seen["elements"].items() if shape not in OF_TEXT}
            for seen in (page, hostile.harmless[path])
        )
        assert own == other, path


def test_an_address_in_a_text_is_a_link_that_shows_it_and_nothing_else_is(hostile: Hostile) -> None:
    ours = {
        (what, urlsplit(address).scheme, urlsplit(address).hostname)
        for page in hostile.harmless.values()
        for what, address, _ in page["links"]
    }
    for page in hostile.pages.values():
        for what, address, shown in page["links"]:
            parts = urlsplit(address)
            if re.fullmatch(r"#[\w-]+", address):  # the id of a heading is made of its letters
                continue
            if WORD.search(address) or (what, parts.scheme, parts.hostname) not in ours:
                assert (what, address) == ("a href", shown)
                assert parts.scheme in ("http", "https")


def test_each_text_is_shown_as_it_is(hostile: Hostile) -> None:
    texts = [text for page in hostile.pages.values() for text in page["texts"]]
    found = {word for text in texts for word in WORD.findall(text)}
    given = hostile.texts.given

    assert find_changed(texts, given) == set()
    shown = {given[word].field for word in found}
    assert {known.field for known in given.values()} - shown == NOT_SHOWN


def test_data_and_feeds_hold_each_text_as_it_is(hostile: Hostile) -> None:
    site, given = hostile.site, hostile.texts.given
    data = [*site.rglob("search/index.*.json"), *site.rglob("citations.*.json")]
    texts = [text for path in data for text in strings_of(json.loads(path.read_bytes()))]
    feeds = list(site.rglob("feed.xml"))
    for feed in feeds:
        texts += ET.fromstring(feed.read_bytes()).itertext()  # noqa: S314 - what is tested

    assert (len(data), len(feeds) > 2) == (3, True)
    assert find_changed(texts, given) == set()
    fields = {given[word].field for text in texts for word in WORD.findall(text)}
    assert {"cities.zh", "synonyms.en", "also", "en", "why.zh", "now", "record.title.en"} <= fields


@pytest.fixture(scope="module")
def server(hostile: Hostile) -> Served:
    """Have tabs opened on the hostile site."""
    return hostile.server


@pytest.fixture
def settings() -> Settings:
    return {"viewport": DESK}


@pytest.fixture
def watch(watch: Watch) -> Iterator[Watch]:
    """Look for what hostile texts do where they run: set a name, open a dialog."""
    dialogs: list[str] = []
    watch.tab.on("dialog", lambda dialog: dialogs.append(dialog.message))
    yield watch
    assert watch.tab.evaluate("window.__hurt") is None
    assert dialogs == []


def test_nothing_runs_when_pages_are_opened(hostile: Hostile, page: Page) -> None:
    indexes = [path for path in hostile.pages if not any(sign.isdigit() for sign in path)]
    some = [path for path in hostile.pages if path not in indexes][::24]

    assert len(indexes) > 20
    page.goto("")
    assert open_pages(page, [hostile.server.address + path for path in indexes + some]) == []


def test_nothing_runs_in_the_search(hostile: Hostile, page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    results = page.locator("dialog.search .search-results")

    names = []
    for word, given in hostile.texts.given.items():
        if given.field == "people.zh":
            page.get_by_role("searchbox").fill(given.text)
            expect(results).to_contain_text(word)
            names += results.locator(".search-pages a").all_inner_texts()
    assert len({word for name in names for word in WORD.findall(name)}) >= HALF
    assert find_changed(names, hostile.texts.given) == set()


def is_balanced(entry: str) -> bool:
    """Return whether no brace closes what none has opened, and none stays open, as BibTeX counts."""
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in entry))
    return min(depths) >= 0 and depths[-1] == 0 and entry.count("\n}") == 1


def test_nothing_runs_in_the_box_of_a_passage(hostile: Hostile, page: Page) -> None:
    page.goto("en/themes/common/")

    shown, bibtex = [], []
    for tools in page.locator("details.tools").all()[::2]:
        tools.locator("summary").press("Enter")
        tools.get_by_role("button", name="Cite").click()
        texts = page.locator("dialog.citing pre").all_inner_texts()
        shown += texts[:2]
        bibtex += texts[2:]
        page.locator("dialog.citing .citing-close").click()
    assert len(shown) > HALF
    assert any("textbraceleft" in entry for entry in bibtex)
    assert [entry for entry in bibtex if not is_balanced(entry)] == []
    assert all(WORD.search(text) for text in shown)
    assert find_changed(shown, hostile.texts.given) == set()
