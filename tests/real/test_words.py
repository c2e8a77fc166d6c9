"""Every word of the records is on the built site, in both languages, with its anchors and tools."""

import re
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup, Tag

from audits.links import Page
from conftest import REPOSITORY
from dialogues.model.archive import Archive
from dialogues.model.sessions import Session
from dialogues.parsing.structure import Element, Item, excerpts_of
from dialogues.reading.records import read_folder
from projects import ROOT


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
                links = [str(link["href"]) for link in tools.select(".row > a")]
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
                others = page.html.select(".passage > .other")
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
    for other in article.select(".other, .context"):
        other.decompose()
    return article.get_text()


def words_of(element: Element, session: Session) -> list[str]:
    """Return the words of an element in the order of a page, its corrections made."""
    shown = {passage.original: passage.zh for passage in session.passages}
    words = [shown.get(str(part), str(part)) for part in excerpts_of(element)]
    if isinstance(element, Item) and element.kind != "statement":
        number, label, *passages = words
        return [number.rstrip("."), label, *passages]
    return words


def squeeze(text: str) -> str:
    return "".join(text.split())


def test_the_page_of_a_source_has_each_of_its_lines(
    pages: Mapping[str, Page], archive: Archive
) -> None:
    for record in archive.records.values():
        page = pages[f"records/{record.key}/"]
        lines = [tag.get_text() for tag in page.html.select("ol.source-lines > li > span")]
        assert lines == record.source.text.split("\n")


def address_of(archive: Archive, session: Session) -> str:
    several = len(archive.events[session.event].sessions) > 1
    return f"events/{session.event}/" + (f"{session.id}/" if several else "")
