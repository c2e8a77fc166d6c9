"""What a built site is made of: its pages, their links, and which of them lead nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag


@dataclass(frozen=True)
class Page:
    """One HTML file, its address below the site's root, and what it holds."""

    address: str
    html: BeautifulSoup

    def ids(self) -> list[str]:
        return [str(tag["id"]) for tag in self.html.find_all(id=True)]

    def links(self) -> Iterator[str]:
        """Yield the addresses that the page leads to or loads, below the site's root or absolute."""
        for tag in self.html.find_all(["a", "link", "script", "img"]):
            assert isinstance(tag, Tag)
            target = tag.get("href") or tag.get("src")
            if target and tag.get("rel") != ["canonical"] and not tag.get("hreflang"):
                yield urljoin(f"/{self.address}", str(target))


def read_pages(site: Path) -> list[Page]:
    """Read all pages of a site, by their addresses."""
    return [
        Page(
            path.relative_to(site).as_posix().removesuffix("index.html"),
            BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser"),
        )
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    ]


def find_broken_links(site: Path, pages: list[Page]) -> list[str]:
    """Return a line for each link within the site whose page, file or anchor is not there."""
    anchors = {page.address: {*page.ids(), ""} for page in pages}
    return [
        f"{page.address}: {link}"
        for page in pages
        for link in page.links()
        if link.startswith("/") and not _leads_somewhere(site, anchors, link)
    ]


def _leads_somewhere(site: Path, anchors: dict[str, set[str]], link: str) -> bool:
    parts = urlsplit(link)
    address = unquote(parts.path).removeprefix("/")
    if address in anchors:
        return unquote(parts.fragment) in anchors[address]
    return (site / address).is_file()
