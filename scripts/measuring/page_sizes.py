"""Weigh the heaviest page of each kind in HTML, without a build: what it says and the frame around."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import markdown

LIMIT = 150_000
"""Bytes of HTML that a page has at most, but an event's own."""
FRAME, HEADING = 20_000, 450
"""Bytes that header, navigation and foot add; that a heading has in the list of these."""
EXTENSIONS = ("attr_list", "md_in_html", "toc", "meta", "pymdownx.details")
HEAVIEST = 2
"""Pages of a kind that are weighed: those with the longest texts."""


def weigh_kinds(pages: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    """Yield each kind with the bytes of its heaviest page, and the path of that, the heaviest first."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for path in pages:
        if kind := kind_of(path):
            kinds[kind].append(path)
    found = []
    for kind, paths in kinds.items():
        longest = sorted(paths, key=lambda path: len(pages[path].encode()))[-HEAVIEST:]
        weighed = [(weigh(pages[path]), path) for path in longest]
        found.append((kind, *max(weighed)))
    yield from sorted(found, key=lambda one: -one[1])


def kind_of(path: str) -> str:
    """Return the kind of a page by its path under docs/; nothing of an event's own and of no page."""
    _, folder, *names = path.split("/")
    if not path.endswith(".md") or (folder == "events" and names != ["index.md"]):
        return ""
    if names[-1] == "index.md" or names[-1].startswith("_"):
        return f"{folder}/{names[-1]}"
    return "/".join([folder, *("in" if name == "in" else "*" for name in names)])


def weigh(text: str) -> int:
    """Return the bytes of a page's HTML, from its Markdown."""
    html = markdown.markdown(text, extensions=EXTENSIONS)
    return len(html.encode()) + FRAME + HEADING * (html.count("<h2") + html.count("<h3"))
