"""Every word of the records is on the built site, in both languages, with its anchors and tools."""

from collections.abc import Mapping
from copy import deepcopy

import pytest

from audits.links import BuiltPage, text_of
from audits.metadata import CHINESE
from building import REPOSITORY
from dialogues.model.addresses import card_address
from dialogues.model.archive import Archive
from dialogues.model.sessions import Session
from dialogues.parsing.structure import Element, Item, excerpts_of
from dialogues.reading.records import read_folder
from projects import ROOT

TOOLS = "contains(concat(' ', @class, ' '), ' tools ')"
NEXT_TOOLS = f"descendant::*[{TOOLS}][1] | following::*[{TOOLS}][1]"
"""Those within an element, and those behind it."""
UNMARKED = """
    .//text()[not(ancestor::*[@lang != ''][1]/@lang = 'zh-Hant')]
    [not(ancestor::*[contains(concat(' ', @class, ' '), ' facts ')])]
    [not(ancestor::code or ancestor::pre or ancestor::script)]
"""
"""Texts that claim to be English: but for what quotes a source, and for code."""


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_passage_has_its_anchor_and_tools(
    pages: Mapping[str, BuiltPage], archive: Archive, language: str
) -> None:
    for record in archive.records.values():
        for session in record.sessions:
            page = pages[language + address_of(archive, session)]
            for passage in session.passages:
                found = page.html.get_element_by_id(passage.id)
                tools = found.xpath(NEXT_TOOLS)[0]
                links = [link.get("href") for link in tools.cssselect(".row > a")]
                assert links[0] == f"#{passage.id}" or links[0].endswith(f"/#{passage.id}")
                assert links[1].endswith(f"/{card_address(session, passage)}")
                for link, line in zip(links[2:-1], passage.lines, strict=True):
                    assert link.endswith(f"records/{record.key}/#L{line}")
                assert links[-1] == (
                    f"{REPOSITORY}/edit/main/docs/records/{record.key}/passages.yml"
                    f"#L{passage.entry_line}"
                )


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_speakers_stand_in_the_order_in_which_they_speak_each_once(
    pages: Mapping[str, BuiltPage], archive: Archive, language: str
) -> None:
    for record in archive.records.values():
        for session in record.sessions:
            page = pages[language + address_of(archive, session)]
            first: dict[object, str] = {}
            for contribution in session.contributions:
                if who := contribution.speaker:
                    first.setdefault(who.person or who.label, f"#{contribution.id}")
            speakers = page.html.cssselect("details.speakers li > a")
            links = [link.get("href") for link in speakers]
            assert links == list(first.values())


def test_chinese_on_an_english_page_is_marked(pages: Mapping[str, BuiltPage]) -> None:
    for page in pages.values():
        if page.address.startswith("en/"):
            unmarked = page.html.find(".//article").xpath(UNMARKED)
            assert [text for text in unmarked if CHINESE.search(text)] == [], page.address


def test_every_passage_that_has_english_has_both_languages_on_every_page(
    pages: Mapping[str, BuiltPage], archive: Archive
) -> None:
    for record in archive.records.values():
        for session in record.sessions:
            for language, tag in (("", "en"), ("en/", "zh-Hant")):
                both = [passage for passage in session.passages if passage.en]
                page = pages[language + address_of(archive, session)]
                others = page.html.cssselect(".passage > .other")
                assert [other.get("lang") for other in others] == [tag] * len(both)
                texts = [passage.en if tag == "en" else passage.zh for passage in both]
                shown = [text_of(other) for other in others]
                assert [squeeze(text) for text in shown] == [squeeze(str(t)) for t in texts]


def test_every_word_of_the_records_is_on_the_pages_in_order(
    pages: Mapping[str, BuiltPage], archive: Archive
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


def text_in_own_language(page: BuiltPage) -> str:
    article = deepcopy(page.html.find(".//article"))
    for other in article.cssselect(".other, .context"):
        other.drop_tree()
    return text_of(article)


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
    pages: Mapping[str, BuiltPage], archive: Archive
) -> None:
    for record in archive.records.values():
        page = pages[f"records/{record.key}/"]
        lines = [text_of(tag) for tag in page.html.cssselect("ol.source-lines > li > span")]
        assert lines == record.source.text.split("\n")


def address_of(archive: Archive, session: Session) -> str:
    several = len(archive.events[session.event].sessions) > 1
    return f"events/{session.event}/" + (f"{session.id}/" if several else "")
