"""The files of the built site: no fault, nothing lost, nothing that is not to be published."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest

from audits.exceptions import apply_exceptions, read_exceptions
from audits.files import check_pages
from audits.links import BuiltPage, list_cards, list_pages, text_of
from browsing import Served
from building import REPOSITORY
from copying import find_faults_of_copy
from dialogues.model.archive import Archive
from dialogues.rendering.addresses import list_addresses
from projects import ROOT

INLINE = re.compile(r"<script(?![^>]*(?:src=|json))[^>]*>(.*?)</script>", re.DOTALL)
HANDLER = re.compile(r"<[^>]*\son[a-z]+=")


def test_no_page_has_a_fault(server: Served, pages: Mapping[str, BuiltPage]) -> None:
    """The rules of the audit that need no browser: metadata, links, nothing from another host."""
    found = check_pages(server.folder, list(pages.values()), server.address)
    kept, _ = apply_exceptions(found, read_exceptions(ROOT / "tests/audit/exceptions.yml"))

    assert kept == []


def test_ids_are_unique_on_each_page(pages: Mapping[str, BuiltPage]) -> None:
    for page in pages.values():
        assert len(page.ids) == len(set(page.ids)), page.address


def test_sources_are_published_byte_for_byte(site: Path, archive: Archive) -> None:
    for record in archive.records.values():
        published = site / "records" / record.key / "source.txt"
        assert published.read_bytes() == (ROOT / record.source.path).read_bytes()


def test_no_file_of_the_registry_and_nothing_partial_is_published(site: Path) -> None:
    suffixes = {path.suffix for path in site.rglob("*") if path.is_file()}

    pages = {".css", ".html", ".js", ".json", ".md", ".png", ".svg", ".txt", ".xml"}
    assert suffixes == pages | {".csv", ".sqlite", ".epub", ".cff"}
    texts = {"source.txt", "llms.txt", "city-dialogues.zh.txt", "city-dialogues.en.txt"}
    assert {path.name for path in site.rglob("*.txt")} == texts
    assert {path.name for path in site.rglob("*.md")} == {"index.html.md"}


def test_the_edit_button_opens_the_file_that_a_page_comes_from(
    pages: Mapping[str, BuiltPage],
) -> None:
    found = {}
    for page in pages.values():
        for button in page.html.cssselect("a.md-content__button"):
            path = button.get("href").removeprefix(f"{REPOSITORY}/edit/main/")
            assert (ROOT / path).is_file(), page.address
            found[page.address] = path

    made = [address for address in pages if re.match(r"(en/)?(events|cities|themes)/.", address)]
    assert {*made, "about/", "en/correct/"} <= found.keys()


def test_no_mark_of_markdown_is_left_on_a_page(pages: Mapping[str, BuiltPage]) -> None:
    for page in pages.values():
        text = text_of(page.html.find(".//article"))
        assert not re.search(r"```|\]\([\w./#-]+\)|\{ [.#]\w", text), page.address


@pytest.mark.parametrize("folder", ["cities", "themes", "events"])
def test_a_file_has_the_passages_of_its_page(
    site: Path, server: Served, pages: Mapping[str, BuiltPage], folder: str
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


def test_every_page_has_a_copy_with_its_passages(
    site: Path, server: Served, pages: Mapping[str, BuiltPage]
) -> None:
    for page in pages.values():
        (link,) = page.html.cssselect('link[type="text/markdown"]')
        assert link.get("href") == "index.html.md"
        copy = (site / page.address / "index.html.md").read_text(encoding="utf-8")
        assert find_faults_of_copy(page, copy, server.address + page.address) == []


def test_every_copy_has_a_page(site: Path) -> None:
    copies = [path for path in site.rglob("*.md") if not path.with_suffix("").exists()]

    assert copies == []


def test_llms_txt_leads_somewhere(site: Path, server: Served) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    links = re.findall(r"^- \[[^\]]+\]\((\S+)\)(?:: .+)?$", text, re.MULTILINE)

    assert text.startswith("# 城市對話錄 City Dialogues\n\n> ")
    assert len(links) > 30
    for link in links:
        assert link.startswith(server.address)
        assert (site / link.removeprefix(server.address)).is_file(), link
    for words in ("並非逐字稿", "not verbatim", "unofficial machine translation"):
        assert words in text


def test_what_machines_read_agrees_with_the_page(
    server: Served, pages: Mapping[str, BuiltPage]
) -> None:
    kinds = set()
    for page in pages.values():
        scripts = page.html.cssselect('script[type="application/ld+json"]')
        nodes = [node for script in scripts for node in json.loads(script.text)["@graph"]]
        check_nodes(nodes, page, server.address + page.address)
        own = {node["@type"] for node in nodes}
        assert own & {"BreadcrumbList", "WebSite"}, page.address
        kinds |= own
    assert kinds >= {"BreadcrumbList", "WebSite", "Dataset", "Event", "CreativeWork"}


def test_a_page_has_one_script_in_it_before_its_styles(site: Path) -> None:
    """It shows the colours; after the styles a browser would wait for them and read no further."""
    files = [site / page for page in list_pages(site)]
    pages = [(file / "index.html" if file.is_dir() else file).read_text("utf-8") for file in files]

    (script,) = {script for page in pages for script in INLINE.findall(page)}
    assert "dataset.colours" in script
    begins = [page.partition('<link rel="stylesheet"')[0] for page in pages]
    assert [begin for begin in begins if begin.count(script) != 1] == []
    assert [tag for page in pages for tag in HANDLER.findall(page)] == []


def test_the_list_is_that_of_the_built_site(
    archive: Archive, pages: Mapping[str, BuiltPage], site: Path
) -> None:
    built = {address for address in pages if not address.startswith("en/")}
    anchors = {f"{page.address}#{key}" for page in pages.values() for key in page.ids}

    listed = set(list_addresses(archive))
    cards = {address for address in list_cards(site) if not address.startswith("en/")}
    assert {address for address in listed if "#" not in address} == built | cards
    assert {address for address in listed if "#" in address} <= anchors


def _is_asked(passage: dict[str, str]) -> bool:
    return passage["kind"] == "question"


def _addresses_of(address: str, told: dict[str, list[dict[str, str]]]) -> list[str]:
    """Return the address of a page, or of those of an event's sessions."""
    language = "en" if address.startswith("en/") else "zh"
    sessions = [session[f"url_{language}"] for session in told.get("sessions", [])]
    return [re.sub(r"^http://[^/]+/", "", url) for url in sessions] or [address]


def _permalinks(page: BuiltPage, server: Served) -> list[str]:
    links = page.html.cssselect("a.permalink, .lines li > a, .lines li > p > a")
    return [urljoin(server.address + page.address, link.get("href")) for link in links]


def check_nodes(nodes: list[dict[str, object]], page: BuiltPage, address: str) -> None:
    """Fail where a node says what the page does not."""
    title, head = (text_of(page.html.find(f".//{name}")) for name in ("h1", "title"))
    for node in nodes:
        url, name = str(node.get("url", "")), str(node.get("name", ""))
        if node["@type"] == "BreadcrumbList":
            assert node["itemListElement"][-1]["item"] == address  # type: ignore[index]
        elif node["@type"] == "Question":
            assert name in text_of(page.html.get_element_by_id(url.rpartition("#")[2]))
        else:
            assert url == address
            assert name in head or name in title
