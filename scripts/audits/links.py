"""Read a built site: its pages, their links, and which of these lead nowhere."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement, document_fromstring

from audits.findings import Finding

SHOWN = "descendant::text()[not(ancestor::script or ancestor::style or ancestor::template)]"


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file, its address below the site's root, and what it holds."""

    address: str
    html: HtmlElement

    @cached_property
    def ids(self) -> list[str]:
        return [str(id_) for id_ in self.html.xpath("//@id")]

    @cached_property
    def links(self) -> list[str]:
        """What the page leads to or loads, as it is written there."""
        tags = self.html.iter("a", "link", "script", "img")
        return [target for tag in tags if (target := tag.get("href") or tag.get("src"))]


def read_pages(site: Path) -> list[BuiltPage]:
    """Read all pages of a site, by their addresses."""
    return [read_page(site, address) for address in list_pages(site) if address != "404.html"]


def list_pages(site: Path) -> list[str]:
    """Return the addresses of all pages below the site's root: "" is the home page."""
    return [page for page in _list_html(site) if not is_card(page)]


def list_cards(site: Path) -> list[str]:
    """Return the addresses of all cards, which are pages of another sort (audits.cards)."""
    return [page for page in _list_html(site) if is_card(page)]


def is_card(address: str) -> bool:
    """Return whether an address below the site's root is that of a card of a passage."""
    return address.removeprefix("en/").startswith("p/")


def _list_html(site: Path) -> list[str]:
    pages = [path for path in site.rglob("*.html") if not is_redirect(path)]
    files = sorted(path.relative_to(site).as_posix() for path in pages)
    return [file.removesuffix("index.html") for file in files]


def is_redirect(path: Path) -> bool:
    """Return whether a file is none for searches: it only leads on, or has again, to print, what pages have."""
    return b'<meta name="robots" content="noindex">' in path.read_bytes()[:1000]


def read_page(site: Path, address: str) -> BuiltPage:
    file = site / address if address.endswith(".html") else site / address / "index.html"
    return BuiltPage(address, document_fromstring(file.read_text(encoding="utf-8")))


def text_of(element: HtmlElement) -> str:
    """Return the text that an element shows: scripts, styles and templates show none."""
    return "".join(element.xpath(SHOWN))


def find_broken_links(site: Path, pages: list[BuiltPage], root: str) -> list[Finding]:
    """Return each link to the site's host whose page, file or anchor is not there.

    `root` is the absolute address at which the site is served; on that host nothing else is.
    """
    anchors = {page.address: {*page.ids, ""} for page in pages}
    host = urljoin(root, "/")
    return [
        Finding(page.address, "link", f"{link} leads nowhere")
        for page in pages
        for link in dict.fromkeys(page.links)
        for absolute in [urljoin(root + page.address, link)]
        if absolute.startswith(host) and not _leads_somewhere(site, anchors, absolute, root)
    ]


def find_foreign_loads(pages: list[BuiltPage]) -> list[Finding]:
    """Return what pages load by an absolute address, which none may."""
    return [
        Finding(page.address, "request", f"to another place: {target}")
        for page in pages
        for tag in page.html.iter("link", "script", "img", "iframe")
        if tag.get("rel", "").split() != ["canonical"] and not tag.get("hreflang")
        for target in [tag.get("href") or tag.get("src") or ""]
        if target.startswith(("http:", "https:", "//"))
    ]


def _leads_somewhere(site: Path, anchors: dict[str, set[str]], link: str, root: str) -> bool:
    if not link.startswith(root):
        return False
    parts = urlsplit(link.removeprefix(root))
    address = unquote(parts.path)
    if address in anchors:
        return unquote(parts.fragment) in anchors[address]
    return (site / address).is_file()
