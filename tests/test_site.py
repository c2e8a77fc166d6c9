"""The built site: every word of the records is on it, in both languages, with its anchors and tools."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from audits.links import Page
from bare import copy_small_project
from conftest import REPOSITORY, ROOT, build_site
from dialogues.archive import Archive
from dialogues.parsing.structure import Element, Item, excerpts_of
from dialogues.records import read_folder
from dialogues.sessions import Session


def address_of(archive: Archive, session: Session) -> str:
    several = len(archive.events[session.event].sessions) > 1
    return f"events/{session.event}/" + (f"{session.id}/" if several else "")


def test_ids_are_unique_on_each_page(pages: Mapping[str, Page]) -> None:
    for page in pages.values():
        assert len(page.ids()) == len(set(page.ids())), page.address


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_passage_has_its_anchor_and_tools(
    pages: Mapping[str, Page], archive: Archive, language: str
) -> None:
    for record in archive.records.values():
        for session in record.sessions:
            page = pages[language + address_of(archive, session)]
            for passage in session.passages:
                assert passage.id in page.ids()
                found = page.html.find(id=passage.id)
                tools = found.find_next(class_="tools") if isinstance(found, Tag) else None
                assert isinstance(tools, Tag)
                links = [str(link["href"]) for link in tools.select(":scope > a, .source a")]
                assert links[0] == f"#{passage.id}" or links[0].endswith(f"/#{passage.id}")
                for link, line in zip(links[1:-1], passage.lines, strict=True):
                    assert link.endswith(f"records/{record.key}/#L{line}")
                assert links[-1] == (
                    f"{REPOSITORY}/edit/main/docs/records/{record.key}/passages.yml"
                    f"#L{passage.entry_line}"
                )


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_speakers_stand_in_the_order_in_which_they_speak_each_once(
    pages: Mapping[str, Page], archive: Archive, language: str
) -> None:
    for record in archive.records.values():
        for session in record.sessions:
            page = pages[language + address_of(archive, session)]
            first: dict[object, str] = {}
            for contribution in session.contributions:
                if who := contribution.speaker:
                    first.setdefault(who.person or who.label, f"#{contribution.id}")
            links = [str(link["href"]) for link in page.html.select("details.speakers li > a")]
            assert links == list(first.values())


def test_chinese_on_an_english_page_is_marked(pages: Mapping[str, Page]) -> None:
    quoting = {"facts"}
    for page in pages.values():
        if not page.address.startswith("en/") or not page.html.article:
            continue
        for text in page.html.article.find_all(string=re.compile(r"[\u4e00-\u9fff]")):
            above = [tag for tag in text.parents if isinstance(tag, Tag)]
            marked = next((tag["lang"] for tag in above if tag.get("lang")), "en") == "zh-Hant"
            quoted = any(quoting & set(tag.get("class") or ()) for tag in above)
            code = any(tag.name in ("code", "pre", "script") for tag in above)
            assert marked or quoted or code, f"{page.address}: {text}"


def test_every_passage_that_has_english_has_both_languages_on_every_page(
    pages: Mapping[str, Page], archive: Archive
) -> None:
    for record in archive.records.values():
        for session in record.sessions:
            for language, tag in (("", "en"), ("en/", "zh-Hant")):
                both = [passage for passage in session.passages if passage.en]
                page = pages[language + address_of(archive, session)]
                others = page.html.select("details.other > p:first-of-type")
                assert [str(other["lang"]) for other in others] == [tag] * len(both)
                texts = [passage.en if tag == "en" else passage.zh for passage in both]
                shown = [other.get_text() for other in others]
                assert [squeeze(text) for text in shown] == [squeeze(str(t)) for t in texts]


def test_every_word_of_the_records_is_on_the_pages_in_order(
    pages: Mapping[str, Page], archive: Archive
) -> None:
    """Look for what the sources have, element by element, behind the element before it."""
    for record in archive.records.values():
        folder, _ = read_folder(ROOT, record.key)
        assert folder is not None
        sections = {section.session: section.elements for section in folder.parsed.sections}
        for session in record.sessions:
            page = pages[address_of(archive, session)]
            text, place = squeeze(text_in_own_language(page)), 0
            for element in sections[session.id]:
                for words in words_of(element, session):
                    found = text.find(squeeze(words), place)
                    assert found >= 0, f"{page.address}: {words}"
                    place = found + len(squeeze(words))


def text_in_own_language(page: Page) -> str:
    article = BeautifulSoup(str(page.html.article), "html.parser")
    for other in article.select("details.other"):
        other.decompose()
    return article.get_text()


def words_of(element: Element, session: Session) -> list[str]:
    """Return the words of an element in the order of a page, its corrections made."""
    shown = {passage.original: passage.zh for passage in session.passages}
    words = [shown.get(str(part), str(part)) for part in excerpts_of(element)]
    if isinstance(element, Item) and element.kind != "statement":
        number, label, *passages = words
        return [label, number.rstrip("."), *passages]
    return words


def squeeze(text: str) -> str:
    return "".join(text.split())


def test_sources_are_published_byte_for_byte(site: Path, archive: Archive) -> None:
    for record in archive.records.values():
        published = site / "records" / record.key / "source.txt"
        assert published.read_bytes() == (ROOT / record.source.path).read_bytes()


def test_the_page_of_a_source_has_each_of_its_lines(
    pages: Mapping[str, Page], archive: Archive
) -> None:
    for record in archive.records.values():
        page = pages[f"records/{record.key}/"]
        lines = [tag.get_text() for tag in page.html.select("ol.source-lines > li > span")]
        assert lines == record.source.text.split("\n")


def test_no_file_of_the_registry_and_nothing_partial_is_published(site: Path) -> None:
    suffixes = {path.suffix for path in site.rglob("*") if path.is_file()}

    pages = {".css", ".gz", ".html", ".js", ".json", ".map", ".md", ".png", ".svg", ".txt", ".xml"}
    assert suffixes == pages | {".csv", ".sqlite"}
    assert {path.name for path in site.rglob("*.txt")} == {"source.txt", "llms.txt"}
    assert {path.name for path in site.rglob("*.md")} == {"index.html.md"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_broken_link_stops_the_build_in_either_language(tmp_path: Path, language: str) -> None:
    project = copy_small_project(tmp_path / "project")
    page = project / f"docs/{language}/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")

    with pytest.raises(AssertionError, match=r"nowhere\.md"):
        build_site(project, tmp_path / "site")


def test_a_problem_in_the_data_leaves_the_last_good_site(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site")
    cities = project / "docs/registry/cities.yml"
    text = cities.read_text(encoding="utf-8")
    cities.write_text(re.sub(r"\n  country: \w\w", "\n  country: XX", text, count=1))

    command = [sys.executable, "scripts/build.py"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert re.search(r"cities\.yml:\d+: \S+\.country must be an ISO 3166-1 code", done.stdout)
    assert (project / "site/index.html").read_text() == "the last good site"


def test_the_edit_button_opens_the_file_that_a_page_comes_from(pages: Mapping[str, Page]) -> None:
    found = {}
    for page in pages.values():
        for button in page.html.select("a.md-content__button"):
            path = str(button["href"]).removeprefix(f"{REPOSITORY}/edit/main/")
            assert (ROOT / path).is_file(), page.address
            found[page.address] = path

    assert found["events/2022-industry-forum/"] == "docs/records/2022-industry-forum/passages.yml"
    assert found["en/about/"] == "docs/en/about.md"
    assert found["cities/prague/"] == "docs/registry/cities.yml"
    assert len(found) > 500


def test_no_mark_of_markdown_is_left_on_a_page(pages: Mapping[str, Page]) -> None:
    for page in pages.values():
        text = page.html.article.get_text() if page.html.article else ""
        assert not re.search(r"```|\]\([\w./#-]+\)|\{ [.#]\w", text), page.address
