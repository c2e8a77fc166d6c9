"""Check what others read of a page: its language, addresses, title and description."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from audits.findings import Finding
from audits.links import BuiltPage
from dialogues.finding.characters import HAN

CHINESE = re.compile(f"[{HAN}]")
PREVIEW = ("og:title", "og:description", "og:image", "og:url")
LENGTHS = {"title": 60, "description": 160}
"""Characters that searches show."""
ONCE = {"description": "meta[name=description]", "h1": "h1"}
"""What a page has one of."""
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def check_metadata(site: Path, pages: list[BuiltPage], root: str) -> list[Finding]:
    """Check each page, then that no two of a language say the same, then the sitemap."""
    found = [finding for page in pages for finding in _check_page(site, page, root)]
    return [*found, *_find_repeated(pages), *_check_sitemap(site, pages, root)]


def language_of(address: str) -> str:
    """Return the language that the page at an address below the root has to be in."""
    return "en" if address.startswith("en/") else "zh-Hant"


def alternates_of(address: str, root: str) -> dict[str, str]:
    """Return the absolute addresses that every page names, by `hreflang`."""
    bare = root + address.removeprefix("en/")
    return {"zh-Hant": bare, "en": f"{root}en/{address.removeprefix('en/')}", "x-default": bare}


def _check_page(site: Path, page: BuiltPage, root: str) -> Iterator[Finding]:
    language = language_of(page.address)
    if (lang := page.html.get("lang")) != language:
        yield _found(page.address, "lang", f"html must say {language}, and says {lang}")
    canonical = [tag.get("href") for tag in page.html.cssselect("link[rel~=canonical]")]
    if canonical != [root + page.address]:
        yield _found(page.address, "canonical", f"must be the page's own address: {canonical}")
    if _alternates(page) != alternates_of(page.address, root):
        yield _found(page.address, "hreflang", f"must name both languages: {_alternates(page)}")
    yield from _check_words(page, language)
    for name, selector in ONCE.items():
        if (count := len(page.html.cssselect(selector))) != 1:
            yield _found(page.address, name, f"must be there once: {count} times")
    yield from check_preview(site, page, root)
    for script in page.html.cssselect('script[type="application/ld+json"]'):
        try:
            json.loads(script.text or "")
        except ValueError as error:
            yield _found(page.address, "json-ld", f"must be JSON: {error}")


def _check_words(page: BuiltPage, language: str) -> Iterator[Finding]:
    """Check what searches show."""
    for name, text in (("title", _title(page)), ("description", read_meta(page, "description"))):
        if not text or bool(CHINESE.search(text)) != (language != "en"):
            yield _found(page.address, name, f"must be in the page's language: {text!r}")
        if len(text) > LENGTHS[name]:
            yield _found(
                page.address, name, f"must have {LENGTHS[name]} characters at most: {text!r}"
            )


def check_preview(site: Path, page: BuiltPage, root: str) -> Iterator[Finding]:
    """Yield what a preview on another site would lack."""
    preview = {name: read_meta(page, name) for name in PREVIEW}
    for name, text in preview.items():
        if not text:
            yield _found(page.address, name, "must be there")
    if (url := preview["og:url"]) and url != root + page.address:
        yield _found(page.address, "og:url", f"must be the page's own address: {url}")
    image = preview["og:image"]
    if image and not (image.startswith(root) and (site / image.removeprefix(root)).is_file()):
        yield _found(page.address, "og:image", f"must be a picture of the site: {image}")


def _find_repeated(pages: list[BuiltPage]) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], str] = defaultdict(str)
    for page in pages:
        for name, text in (
            ("title", _title(page)),
            ("description", read_meta(page, "description")),
        ):
            key = (language_of(page.address), name, text)
            if text and key in seen:
                yield _found(page.address, name, f"must be its own, and is that of /{seen[key]}")
            seen.setdefault(key, page.address)


def _check_sitemap(site: Path, pages: list[BuiltPage], root: str) -> Iterator[Finding]:
    listed = {}
    for entry in ET.parse(site / "sitemap.xml").iterfind("s:url", SITEMAP):  # noqa: S314 - our own file
        links = entry.iterfind("x:link", SITEMAP)
        listed[entry.findtext("s:loc", "", SITEMAP)] = {
            link.attrib["hreflang"]: link.attrib["href"] for link in links
        }
    for page in pages:
        named = listed.get(root + page.address)
        if named is None:
            yield _found(page.address, "sitemap", "must list the page")
        elif named != alternates_of(page.address, root):
            yield _found(page.address, "sitemap", f"must name what the page names: {named}")
    for address in listed.keys() - {root + page.address for page in pages}:
        yield _found(address, "sitemap", "lists what is not there")


def _found(page: str, name: str, found: str) -> Finding:
    """Name the rule after what it is about; all that lack one thing are of one kind."""
    return Finding(page, f"metadata {name}", found, found.partition(":")[0])


def _alternates(page: BuiltPage) -> dict[str, str]:
    """Return what the head of a page names as the same in other languages."""
    return {tag.get("hreflang"): tag.get("href") for tag in page.html.cssselect("link[hreflang]")}


def _title(page: BuiltPage) -> str:
    return (page.html.findtext(".//title") or "").strip()


def read_meta(page: BuiltPage, name: str) -> str:
    """Return the content of a `meta`, named by `name` or, in previews, by `property`."""
    named = (page.html.xpath(f"//meta[@{by}=$name]", name=name) for by in ("name", "property"))
    return next((str(tag.get("content", "")).strip() for tags in named for tag in tags), "")
