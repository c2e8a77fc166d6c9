"""Make books (EPUB 3) of an event, of a theme and of the whole: both languages one above the other, or one.

What is in them is what the pages show: who speaks, the passages, doubts, notes and corrections. The
same content gives the same bytes: the day of a book is that of the newest thing in it.
"""

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from dialogues.data.words import statements
from dialogues.finding.crosslinks import Crosslinks, find_resumed
from dialogues.finding.themes import group_by_session
from dialogues.memory import NOTHING, Memory
from dialogues.model.addresses import session_address
from dialogues.model.archive import Event
from dialogues.model.entities import LANGUAGES, Bilingual
from dialogues.model.kinds import RecordKind
from dialogues.model.sessions import Contribution, Fact, Heading, Passage, Question, Session
from dialogues.rendering.site import Site
from dialogues.rendering.templating import render_file
from dialogues.rendering.view import View

EDITIONS: Sequence[Sequence[str]] = (LANGUAGES, *((language,) for language in LANGUAGES))
"""The languages of the books that there are of the same content."""
NO_CROSSLINKS = Crosslinks({}, {}, {}, {}, {}, {})
BEGIN = (1980, 1, 1, 0, 0, 0)
"""The time of each file in a book: none."""
Turn = tuple[Heading | Question | Contribution, Sequence[Passage]]
"""A heading, a question or what somebody says, with those of its passages that belong in."""


@dataclass(frozen=True)
class Chapter:
    """What a book has of one session."""

    event: Event
    session: Session
    """Neither has parts, and no turn has passages of its own: a chapter has what it shows alone."""
    kind: RecordKind
    issuer: Bilingual
    added: datetime.date
    """What and whose the record is, and when this site took it in."""
    turns: Sequence[Turn]

    @property
    def file(self) -> str:
        return f"{self.event.key}-{self.session.id}.xhtml"

    @property
    def entries(self) -> Sequence[Question | Contribution]:
        """What the table of contents has: the questions, and the turns of those who speak."""
        turns = [turn for turn, _ in self.turns if not isinstance(turn, Heading)]
        return [turn for turn in turns if isinstance(turn, Question) or turn.speaker]

    @property
    def resumed(self) -> set[str]:
        """The ids of turns in which a release goes on by itself behind somebody's words."""
        return find_resumed(turn for turn, _ in self.turns)


@dataclass(frozen=True)
class Book:
    """What is told of an event or a theme, or all."""

    key: str
    """The path of the page that it is made of, or what it is called."""
    title: Bilingual
    chapters: Sequence[Chapter]
    languages: Sequence[str] = LANGUAGES

    @property
    def name(self) -> str:
        """Its path below data/, with the language where there is but one."""
        return self.key if self.languages == LANGUAGES else f"{self.key}.{self.languages[0]}"

    @property
    def day(self) -> datetime.date:
        """The day of the newest record or correction in it."""
        days = [one.added for one in self.chapters]
        for chapter in self.chapters:
            for _, passages in chapter.turns:
                days += [made.date for passage in passages for made in passage.corrections]
        return max(days)


def render_books(site: Site, memory: Memory = NOTHING) -> Iterator[tuple[str, bytes]]:
    """Yield each book with its path under docs/; those that were made of the same are remembered."""
    known = memory.hash(site.address, site.gazetteer.owners)
    for book in list_books(site):
        content = memory.hash(known, book)
        for languages in EDITIONS:
            edition = replace(book, languages=languages)
            made = memory.take(memory.hash(content, languages), partial(_make_book, site, edition))
            yield f"data/{edition.name}.epub", made


def _make_book(site: Site, book: Book) -> bytes:
    return pack_book(write_book(site, book))


def list_books(site: Site) -> Iterator[Book]:
    """Yield the book of the whole, those of events, and those of themes on which anybody speaks."""
    chapters = [_take_session(site, *pair) for pair in site.archive.sessions]
    yield Book("city-dialogues", statements()["title"], chapters)
    for event in site.archive.events.values():
        own = [chapter for chapter in chapters if chapter.event.key == event.key]
        yield Book(f"events/{event.key}", event.title, own)
    for theme, treatments in site.themes.treatments.items():
        own = [
            _begin_chapter(
                site,
                group[0].place.event,
                group[0].place.session,
                [(one.place.contribution, one.passages) for one in group],
            )
            for group in group_by_session(treatments)
        ]
        yield Book(f"themes/{theme.key}", theme.name, own)


def _begin_chapter(site: Site, event: Event, session: Session, turns: Sequence[Turn]) -> Chapter:
    """Return a chapter that has of its event and session nothing but what is said of them."""
    record = site.archive.records[session.record]
    bare = replace(event, sessions=tuple(replace(one, parts=()) for one in event.sessions))
    own = replace(session, parts=())
    told = [
        (replace(turn, passages=()) if isinstance(turn, Contribution) else turn, passages)
        for turn, passages in turns
    ]
    return Chapter(bare, own, record.kind, record.issuer.name, record.added, told)


def _take_session(site: Site, event: Event, session: Session) -> Chapter:
    turns: list[Turn] = []
    for part in session.parts:
        match part:
            case Question(passage):
                turns.append((part, (passage,)))
            case Contribution():
                turns.append((part, part.passages))
            case Heading():
                turns.append((part, ()))
            case Fact():
                continue
    return _begin_chapter(site, event, session, turns)


def render_prints(site: Site) -> Iterator[tuple[str, str]]:
    """Yield a page to print of each event of several sessions, in each language, and their style.

    An event of one session and a theme have all on their own page, which prints as it is.
    """
    for book in list_books(site):
        if not book.key.startswith("events/") or len(book.chapters) < 2:
            continue
        for language in LANGUAGES:
            edition = replace(book, languages=(language,))
            page = render_file("book/print.html", page=f"{book.key}/", **_tell(site, edition))
            yield f"data/{edition.name}.html", page
    yield "data/book.css", render_file("book/style.css")


def write_book(site: Site, book: Book) -> Mapping[str, str]:
    """Return the files of a book by their names in it."""
    values = _tell(site, book)
    chapters = {
        chapter.file: render_file(
            "book/chapter.xhtml",
            chapter=chapter,
            address=values["addresses"][chapter.file],
            **values,
        )
        for chapter in book.chapters
    }
    return {
        "META-INF/container.xml": render_file("book/container.xml"),
        "book/package.opf": render_file("book/package.opf", **values),
        "book/contents.xhtml": render_file("book/contents.xhtml", **values),
        "book/about.xhtml": render_file("book/about.xhtml", **values),
        "book/style.css": render_file("book/style.css"),
        **{f"book/{name}": text for name, text in chapters.items()},
    }


def _tell(site: Site, book: Book) -> dict[str, Any]:
    """Return what the templates ask for: the book, names that are known, nothing else of the archive."""
    views = {
        language: View(language, "", {}, "", site.gazetteer, NO_CROSSLINKS)
        for language in LANGUAGES
    }
    own = [views[language] for language in book.languages]
    home = "" if "zh" in book.languages else "en/"
    return {
        "book": book,
        "title": getattr(book.title, book.languages[0]),
        "site": site.address,
        "views": own,
        "first": own[0],
        "tag": own[0].tag,
        **views,
        "said": statements(),
        "home": home,
        "addresses": {
            one.file: home + session_address(one.event, one.session) for one in book.chapters
        },
        "day": book.day,
    }


def pack_book(files: Mapping[str, str]) -> bytes:
    """Return files as a book; what kind of file it is stands first, and is not compressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        for name, text, kind in _list_files(files):
            info = zipfile.ZipInfo(name, BEGIN)
            info.compress_type, info.create_system, info.external_attr = kind, 3, 0o644 << 16
            book.writestr(info, text)
    return packed.getvalue()


def _list_files(files: Mapping[str, str]) -> Iterable[tuple[str, str, int]]:
    yield "mimetype", "application/epub+zip", zipfile.ZIP_STORED
    for name, text in files.items():
        yield name, text, zipfile.ZIP_DEFLATED
