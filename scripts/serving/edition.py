"""Keep the newest pages of a project: what was read of it, and each page built when it is asked for.

A page is written anew for whoever asks, at once; all other pages and the data follow after, so that
search, citations and lists are right some seconds later. Where something is wrong, the last good
pages stay, and the problems are told.
"""

import re
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from mkdocs.structure.files import File

from dialogues.cards.files import list_files
from dialogues.data.files import render_data
from dialogues.loading import read_archive
from dialogues.model.addresses import INDEX_FOLDERS
from dialogues.model.entities import LANGUAGES
from dialogues.problems import Problem
from dialogues.publishing import FOLDERS, write_if_changed, write_pages
from dialogues.reading.guides import read_guides
from dialogues.reading.history import read_version
from dialogues.rendering.pages import list_kinds, list_pages, render_page
from dialogues.rendering.site import Site
from serving.frames import Frame
from serving.mistakes import collect_warnings, describe_error, describe_warning

DATA = re.compile(r"docs/(?:records|registry)/|docs/addresses\.txt$|.*\.jinja$")
"""What pages are rendered from; all else is for MkDocs."""
OF_LANGUAGE = re.compile(rf"(?:zh|en)/(?:{'|'.join(INDEX_FOLDERS)})/")
"""Pages that are rendered."""
CARD = re.compile(r"(?:en/)?p/")
"""Pages that MkDocs does not know."""
NONE = "-"
"""What is the path of no page."""
SNIPPET = re.compile(r'^--8<-- "(.+)"$', re.MULTILINE)
PATIENCE = 60
"""Seconds in which the first pages have to be there."""


class Edition:
    """What is served. One thread works at a time, and who waits for a page goes before the rest."""

    def __init__(self, root: Path, folder: Path, address: str, repository: str = "") -> None:
        self.root, self.address, self.repository = root, address, repository
        self.version = read_version(root)
        self.docs, self.site = folder / "docs", folder / "site"
        self.known: Site | None = None
        self.frames: list[Frame] = []
        self.framed = False
        """Whether the frames are of the newest files by hand."""
        self.problems: list[Problem] = []
        self.of_pages: dict[str, list[Problem]] = {}
        self.pages: set[str] = set()
        """The paths of all pages that are made, below the language."""
        self.built: dict[str, int] = {}
        """The contents that each page was built of, by its address."""
        self.contents = 0
        self.behind = False
        """Whether files under docs/ are older than what is known."""
        self.number = time.time_ns()
        """What a browser is told when it has to look again; no other process has it."""
        self.working = threading.RLock()
        self.changed = threading.Condition()

    @property
    def mistakes(self) -> list[Problem]:
        """All that is wrong now."""
        return sorted({*self.problems, *(p for found in self.of_pages.values() for p in found)})

    def refresh(self, paths: Iterable[str]) -> None:
        """Read what was changed, given its paths in the project, and tell those who wait."""
        paths = set(paths)
        with self.working:
            try:
                self.framed = self.framed and all(map(DATA.match, paths))
                self._read()
                if self.frames and not self.framed:
                    self._frame()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is shown
                self.problems = [describe_error(error, self.root, next(iter(paths), "mkdocs.yml"))]
            self.contents += 1
            for path in paths | self.of_pages.keys():
                self._look_at(path)
        self._tell()

    def _look_at(self, path: str) -> None:
        """Build a page by hand that was saved, or one that had a fault: it says at once what is wrong."""
        self.of_pages.pop(path, None)
        for frame in self.frames:
            file = frame.files.src_uris.get(path.removeprefix("docs/"))
            if file and file.page and file.src_uri.startswith(frame.language):
                self._build(frame, file)

    def show(self, problems: Sequence[Problem]) -> None:
        """Show what was found wrong elsewhere, beside what else is."""
        if problems:
            self.problems = [*self.problems, *problems]
            self._tell()

    def finish(self, stop: Callable[[], bool]) -> None:
        """Write all other pages and the data, until somebody has changed something again."""
        if not self.behind or self.known is None:
            return
        files: dict[str, str | bytes] = {}
        try:
            for made in (list_pages(self.known), render_data(self.known)):
                while not stop():
                    with self.working:
                        file = next(made, None)
                    if file is None:
                        break
                    files[file[0]] = file[1]
                    time.sleep(0.001)  # or this thread would have the lock again before any other
            if stop():
                return
            with self.working:
                self.framed = self.framed and set(files) == self._list_written()
                write_pages(self.docs, files)
                self.behind = False
                if not self.framed:
                    self._frame()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is shown
            self.problems = [describe_error(error, self.root, "mkdocs.yml")]
            self.behind = False
        self._tell(new=bool(self.problems))

    def answer(self, address: str) -> Path | None:
        """Return the file to be sent for an address below the site; None where there is none."""
        with self.changed:
            self.changed.wait_for(lambda: self.frames or self.problems, PATIENCE)
        return self._find(address)

    def _read(self) -> None:
        archive, problems = read_archive(self.root)
        self.problems = sorted(set(problems))
        if problems:
            return
        self.known = Site.of(
            archive, self.repository, self.address, self.version, read_guides(self.root)
        )
        self.behind = True
        pages = {page.path for page in list_kinds(self.known)}
        if self.frames and pages != self.pages:
            self._place(self.known)
            self.framed = False
        self.pages = pages

    def _place(self, known: Site) -> None:
        """Have a file for each page and no other, from which MkDocs lists them; texts follow."""
        made = {path for path, _ in list_pages(replace(known, only=NONE))}
        there = {path for path in self._list_written() if OF_LANGUAGE.match(path)}
        for path in made - there:
            write_if_changed(self.docs / path, "")
        for path in there - made:
            (self.docs / path).unlink()

    def _frame(self) -> None:
        self._link()
        pages: dict[str, list[File]] = {}
        with collect_warnings():
            self.frames = [
                Frame(name, self.root, self.site, self.address, pages) for name in LANGUAGES
            ]
        self.framed = True
        for address in self.built.keys() - {*self.frames[0].addresses, *self.frames[1].addresses}:
            del self.built[address]
            (self.site / address).unlink(missing_ok=True)

    def _link(self) -> None:
        """Put what is written by hand, as links, beside the pages to be made."""
        made = {self.docs / folder for folder in FOLDERS}
        for folder in ("", *LANGUAGES):
            (self.docs / folder).mkdir(parents=True, exist_ok=True)
            for path in self.docs.joinpath(folder).iterdir():
                if path.is_symlink():
                    path.unlink()
            for path in self.root.joinpath("docs", folder).iterdir():
                place = self.docs / folder / path.name
                if place not in made and path.name not in (*LANGUAGES, "addresses.txt"):
                    place.symlink_to(path.resolve())

    def _find(self, address: str) -> Path | None:
        with self.working:
            for frame in self.frames:
                file = frame.find(address) or frame.find(address.removesuffix(".md"))
                if file and file.page:
                    return self._give(frame, file, address)
                if file:
                    return Path(str(file.abs_src_path))
                if address in frame.config.theme.static_templates:
                    with collect_warnings():
                        frame.build_template(address)
            found = self.site / address
            if self.known and CARD.match(address):
                style = self.frames[0].config.extra["published"]["assets/card.css"]
                for _, card in list_files(replace(self.known, only=address), style):
                    write_if_changed(found, card)
            return found if found.is_file() else None

    def _give(self, frame: Frame, file: File, address: str) -> Path | None:
        """Return a page as it is now, or as it was when it was last without fault."""
        if self.built.get(file.dest_uri) != self.contents and not self._build(frame, file):
            return None
        return self.site / address

    def _build(self, frame: Frame, file: File) -> bool:
        """Build a page; return whether there is such a page."""
        path = file.src_uri
        source = Path("docs", path).as_posix()
        self.built[file.dest_uri] = self.contents
        self.of_pages.pop(source, None)
        try:
            if self.behind and not self._write(path):
                del self.built[file.dest_uri]
                return False
            with collect_warnings() as said:
                frame.build(file)
            problems = [describe_warning(message, self.root, source) for message in said]
        except Exception as error:  # noqa: BLE001 - whatever it is, it is shown
            problems = [describe_error(error, self.root, source)]
        if problems:
            self.of_pages[source] = problems
        return True

    def _write(self, path: str) -> bool:
        """Render a page, and the parts of it that are; return whether there still is one."""
        assert self.known is not None
        text = render_page(self.known, path) if OF_LANGUAGE.match(path) else ""
        if text:
            write_if_changed(self.docs / path, text)
        elif text == "":
            with suppress(OSError):
                for part in SNIPPET.findall((self.docs / path).read_text(encoding="utf-8")):
                    self._write(part)
        return text is not None

    def _list_written(self) -> set[str]:
        folders = [self.docs / folder for folder in FOLDERS]
        files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(self.docs).as_posix() for path in files}

    def _tell(self, *, new: bool = True) -> None:
        with self.changed:
            self.number += new
            self.changed.notify_all()
