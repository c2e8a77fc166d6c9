"""Serve the search alone, without a site: its scripts and the indexes of an archive."""

import gzip
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from browsing import serve
from dialogues.finishing.scripts import BOX, WORKER, finish_scripts
from dialogues.model.archive import Archive
from dialogues.model.entities import LANGUAGES
from dialogues.model.sessions import Contribution, Part, Passage, Session
from dialogues.reading.guides import read_guides
from dialogues.rendering.search import render_search
from dialogues.rendering.site import Site

ASSETS = Path(__file__).parents[2] / "docs/assets"


@contextmanager
def serve_search(archive: Archive) -> Iterator[str]:
    """Serve the scripts of the search and the indexes of an archive; yield their address."""
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder)
        (docs / "assets").symlink_to(ASSETS)
        for path, text in render_indexes(archive):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text(text, encoding="utf-8")
        with serve(docs) as served:
            yield served.address


def render_indexes(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the files of both languages by their paths."""
    site = Site.of(archive, guides=read_guides(ASSETS.parents[1]))
    for language in LANGUAGES:
        yield from render_search(replace(site, language=language))


def weigh(archive: Archive) -> dict[str, dict[str, int]]:
    """Return, for each language, the compressed bytes of what a first search needs, by its name.

    The texts of the other language, which a query in its script needs too, are `other`.
    """
    scripts = _weigh_scripts()
    sizes = {language: dict(scripts) for language in LANGUAGES}
    for path, text in render_indexes(archive):
        sizes[path.partition("/")[0]][Path(path).stem] = _compress(text)
    return sizes


def _weigh_scripts() -> dict[str, int]:
    """Return the bytes of the scripts that are fetched for a search, as they are published."""
    folder = ASSETS / "scripts"
    texts = {
        PurePosixPath(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.js")
    }
    finished = finish_scripts(texts)
    return {path.stem: _compress(finished[path]) for path in (WORKER, BOX)}


def _compress(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def multiply(archive: Archive, times: int) -> Archive:
    """Return an archive of so many times the events, the real ones among them."""
    chance = random.Random(1)  # noqa: S311 - the same records at every run
    events = dict(archive.events)
    for number in range(1, times):
        for event in archive.events.values():
            sessions = tuple(_shuffle(session, chance) for session in event.sessions)
            key = f"{event.key}-{number}"
            moved = tuple(replace(session, event=key) for session in sessions)
            events[key] = replace(event, key=key, sessions=moved)
    return replace(archive, events=events)


def _shuffle(session: Session, chance: random.Random) -> Session:
    """Return a session with the sentences of its passages dealt out anew."""
    chinese = _sentences((p.zh for p in session.passages), "。", chance)
    english = _sentences((p.en or "" for p in session.passages), ". ", chance)

    def deal(passage: Passage) -> Passage:
        zh, en = passage.zh.count("。") + 1, (passage.en or "").count(". ") + 1
        texts = (
            "。".join(next(source) for _ in range(n))
            for source, n in ((chinese, zh), (english, en))
        )
        original, translated = texts
        return replace(passage, original=original, en=translated, corrections=())

    def shuffle(part: Part) -> Part:
        if isinstance(part, Contribution):
            return replace(part, passages=tuple(map(deal, part.passages)), question=None)
        return part

    return replace(session, parts=tuple(map(shuffle, session.parts)))


def _sentences(texts: Iterator[str], end: str, chance: random.Random) -> Iterator[str]:
    sentences = [sentence for text in texts for sentence in text.split(end)]
    while True:
        chance.shuffle(sentences)
        yield from sentences
