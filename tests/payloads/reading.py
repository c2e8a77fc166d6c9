"""What a browser makes of a built site, and whether texts stand there as they were given."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from playwright.sync_api import Browser, Page

from dialogues.parsing.blocks import parse_block
from dialogues.parsing.characters import read_characters
from dialogues.parsing.excerpts import Excerpt
from payloads.texts import WORD, Given

HERE = Path(__file__).parent
READ = {"passage", "question"}
"""Fields that are words of a source."""
POLICY = re.compile(r"<meta[^>]*Content-Security-Policy[^>]*>", re.IGNORECASE)


class Seen(TypedDict):
    """A page as a browser parses it."""

    elements: dict[str, int]
    """How often it has each element with the same attributes."""
    links: list[tuple[str, str, str]]
    """Element and attribute of each address, the address, the text of the element."""
    texts: list[str]
    """Its whole text, and the attributes that hold a given text."""


def read_site(browser: Browser, site: Path) -> dict[str, Seen]:
    """Return what a browser makes of each page, by the path of its file.

    The rule of a page that scripts of its own alone may run is taken out first, to stay so.
    """
    pages = {}
    for path in sorted(site.rglob("*.html")):
        html = POLICY.sub("", path.read_text(encoding="utf-8"))
        path.write_text(html, encoding="utf-8")
        pages[path.relative_to(site).as_posix()] = html
    tab = browser.new_page()
    seen = json.loads(tab.evaluate(_script("reading.js"), [*pages.values()]))
    tab.close()
    return dict(zip(pages, seen, strict=True))


def open_pages(page: Page, addresses: Sequence[str]) -> list[str]:
    """Open pages with their scripts; return those that ran a text, or went elsewhere."""
    hurt: list[str] = page.evaluate(_script("opening.js"), addresses)
    return hurt


def _script(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def find_changed(texts: Iterable[str], given: Mapping[str, Given]) -> set[str]:
    """Return the given texts that stand somewhere otherwise than as given, white space aside."""
    expected = {word: _forms(known) for word, known in given.items()}
    return {
        f"{given[found[0]].field}: {whole[max(0, found.start() - 60) : found.end() + 60]}"
        for whole in (" ".join(text.split()) for text in texts)
        for found in WORD.finditer(whole)
        if not any(_stands_in(whole, found, form) for form in expected[found[0]])
    }


def _forms(known: Given) -> set[str]:
    """Return a text as it may be shown.

    In a source, a bullet or a number before it is no part of it, and entities are read.
    """
    texts = [Excerpt.of(known.text)]
    if known.field in READ:
        texts.append(read_characters(known.text, {})[0])
    forms = [form for text in texts for form in (text, parse_block(text).body)]
    return {" ".join(form.text.split()) for form in forms}


def _stands_in(whole: str, found: "re.Match[str]", form: str) -> bool:
    """Return whether a word found in a text is there as a part of the whole form."""
    starts = (found.start() - place.start() for place in re.finditer(found[0], form))
    return any(start >= 0 and whole.startswith(form, start) for start in starts)


def strings_of(value: object) -> Iterator[str]:
    """Yield all strings in what JSON holds, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (key, *strings_of(part))
    elif isinstance(value, list):
        for part in value:
            yield from strings_of(part)
