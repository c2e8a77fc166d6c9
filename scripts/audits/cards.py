"""What the card of a passage must be: a small page that others preview, and that runs nothing."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import Tag

from audits.findings import Finding
from audits.links import Page
from audits.metadata import check_preview, language_of

LIMIT_OF_PICTURE = 40_000
"""Bytes."""


def check_card(site: Path, card: Page, root: str) -> Iterator[Finding]:
    """Yield what is wrong with one card of a site that is served at the absolute address `root`."""
    html = card.html
    if (lang := html.html.get("lang") if html.html else None) != language_of(card.address):
        yield Finding(card.address, "card lang", f"html must be in its language, and says {lang}")
    if not html.find("meta", attrs={"http-equiv": "Content-Security-Policy"}):
        yield Finding(card.address, "card policy", "must be there")
    for tag in html.select("script, iframe, style, [style], meta[http-equiv=refresh]"):
        yield Finding(card.address, "card", f"runs or loads nothing, and has {tag.name}")
    places = [str(tag["href"]) for tag in html.select("link[rel=canonical]")]
    if len(places) != 1 or not places[0].startswith(f"{root}") or "#" not in places[0]:
        yield Finding(card.address, "card canonical", f"must be a passage on its page: {places}")
    yield from check_preview(site, card, root)
    image = html.find("meta", property="og:image")
    picture = str(image["content"]) if isinstance(image, Tag) else ""
    file = site / picture.removeprefix(root)
    if file.name == "card.png" and file.is_file() and file.stat().st_size >= LIMIT_OF_PICTURE:
        yield Finding(card.address, "card picture", f"is too heavy: {file.stat().st_size} bytes")
