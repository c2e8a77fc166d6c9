"""Open data on the built site: the page's examples run, and the files say what the pages show."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from audits.links import Page
from browsing import Server
from dialogues.archive import Archive
from dialogues.rendering.site import Site

EXAMPLES = ("city", "json", "csv", "sqlite", "package")


def read_examples(site: Path, language: str) -> dict[str, tuple[str, str]]:
    """Return the language and the code of each example on a page, by its anchor."""
    html = (site / language / "data/index.html").read_text(encoding="utf-8")
    found = {}
    for block in BeautifulSoup(html, "html.parser").select("div.highlight"):
        heading = block.find_previous("h3")
        assert heading is not None
        (kind,) = [c for c in block.get_attribute_list("class") if c.startswith("language-")]
        found[str(heading["id"])] = kind.removeprefix("language-"), block.get_text()
    return found


def run_example(site: Path, name: str, folder: Path) -> str:
    """Run an example as it stands on the page; return what it prints."""
    kind, code = read_examples(site, "")[f"example-{name}"]
    command = {"sh": ["sh", "-e", "-c"], "python": [sys.executable, "-c"]}[kind]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "NO_PROXY": "127.0.0.1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*command, code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_both_pages_have_the_same_examples(site: Path) -> None:
    examples = read_examples(site, "")

    assert list(examples) == [f"example-{name}" for name in EXAMPLES]
    assert read_examples(site, "en") == examples


def test_the_example_of_a_city_shows_its_file(site: Path, tmp_path: Path) -> None:
    city = json.loads(run_example(site, "city", tmp_path))
    path = site / f"data/cities/{city['city']['city']}.json"
    assert city == json.loads(path.read_text(encoding="utf-8"))

    told = run_example(site, "json", tmp_path)
    for passage in city["said"]:
        assert passage["zh"] in told
        assert f"{passage['en_unofficial']} {passage['state_en']}" in told


def test_the_example_of_themes_counts_as_the_site_does(
    site: Path, tmp_path: Path, archive: Archive
) -> None:
    printed = dict(line.split() for line in run_example(site, "csv", tmp_path).splitlines())

    assert len(printed) == 5
    for theme, count in printed.items():
        passages = [p for _, p in archive.passages if archive.themes[theme] in p.themes]
        assert len(passages) == int(count)


def test_the_example_of_cities_counts_as_the_site_does(
    site: Path, tmp_path: Path, archive: Archive
) -> None:
    counts = {
        (city.name.en, theme.name.en): count
        for city, themes in Site.of(archive).themes.counts.items()
        for theme, count in themes.items()
    }
    lines = [line.split("\t") for line in run_example(site, "sqlite", tmp_path).splitlines()]

    assert [int(count) for *_, count in lines] == sorted(counts.values(), reverse=True)[:5]
    assert all(counts[city, theme] == int(count) for city, theme, count in lines)


def test_the_example_of_the_package_finds_it_valid(site: Path, tmp_path: Path) -> None:
    assert "INVALID" not in run_example(site, "package", tmp_path)


@pytest.mark.parametrize("folder", ["cities", "themes", "events"])
def test_a_file_has_the_passages_of_its_page(
    site: Path, server: Server, pages: Mapping[str, Page], folder: str
) -> None:
    for path in sorted((site / "data" / folder).glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        lists = [told.get(name, []) for name in ("passages", "said", "pictured", "mentioned")]
        passages = [passage for group in lists for passage in group]
        for language in ("", "en/"):
            shown = {
                link
                for address in _addresses_of(f"{language}{folder}/{path.stem}/", told)
                for link in _permalinks(pages[address], server)
            }
            listed = {p["url_en" if language else "url_zh"] for p in passages}
            asked = {p["url_en" if language else "url_zh"] for p in passages if _is_asked(p)}
            assert shown in (listed, listed - asked)


def _is_asked(passage: dict[str, str]) -> bool:
    return passage["kind"] == "question"


def _addresses_of(address: str, told: dict[str, list[dict[str, str]]]) -> list[str]:
    """Return the address of a page, or of those of an event's sessions."""
    language = "en" if address.startswith("en/") else "zh"
    sessions = [session[f"url_{language}"] for session in told.get("sessions", [])]
    return [re.sub(r"^http://[^/]+/", "", url) for url in sessions] or [address]


def _permalinks(page: Page, server: Server) -> list[str]:
    links = page.html.select("a.permalink")
    return [urljoin(server.address + page.address, str(link["href"])) for link in links]


def find_faults(page: Page, copy: str, address: str) -> list[str]:
    """Return what a copy lacks of its page, and what it has that no Markdown should."""
    links = [urljoin(address, str(link["href"])) for link in page.html.select("a.permalink")]
    wanted = [f"[{link.partition('#')[2]}]({link})" for link in links]
    begins = copy.startswith(f"> {address}\n") and re.search("並非逐字稿|not verbatim", copy)
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", copy, flags=re.DOTALL)  # code may show tags
    strange = re.findall(r"<(?:button|svg|details|div|span|p)\b|\{ [.#:]", prose)
    return [*(["head"] * (not begins)), *(link for link in wanted if link not in copy), *strange]


def test_every_page_has_a_copy_with_its_passages(
    site: Path, server: Server, pages: Mapping[str, Page]
) -> None:
    for page in pages.values():
        link = page.html.find("link", type="text/markdown")
        assert link is not None
        assert link["href"] == "index.html.md"
        copy = (site / page.address / "index.html.md").read_text(encoding="utf-8")
        assert find_faults(page, copy, server.address + page.address) == []


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        ("[q1-1-1](", "[#](", "[q1-1-1]("),
        ("並非逐字稿", "", "head"),
        ("## ", "<div>", "<div"),
        ("## ", "{ .contribution }", "{ ."),
    ],
)
def test_a_fault_in_a_copy_is_found(
    server: Server, pages: Mapping[str, Page], was: str, now: str, fault: str
) -> None:
    page = pages["events/2022-industry-forum/"]
    file = server.folder / page.address / "index.html.md"
    copy = file.read_text(encoding="utf-8").replace(was, now)

    (found,) = {*find_faults(page, copy, server.address + page.address)}
    assert found.startswith(fault)


def test_every_copy_has_a_page(site: Path) -> None:
    copies = [path for path in site.rglob("*.md") if not path.with_suffix("").exists()]

    assert copies == []


def test_llms_txt_leads_somewhere(site: Path, server: Server) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    links = re.findall(r"^- \[[^\]]+\]\((\S+)\)(?:: .+)?$", text, re.MULTILINE)

    assert text.startswith("# 城市對話錄 City Dialogues\n\n> ")
    assert len(links) > 30
    for link in links:
        assert link.startswith(server.address)
        assert (site / link.removeprefix(server.address)).is_file(), link
    for words in ("並非逐字稿", "not verbatim", "unofficial machine translation"):
        assert words in text
