"""Check the card of a passage: a small page that others preview, and that runs nothing."""

from collections.abc import Iterator
from pathlib import Path

from audits.findings import Finding
from audits.links import BuiltPage
from audits.metadata import check_preview, language_of, read_meta

LIMIT_OF_PICTURE = 40_000
"""Bytes."""


def check_card(site: Path, card: BuiltPage, root: str) -> Iterator[Finding]:
    """Yield what is wrong with one card of a site that is served at the absolute address `root`."""
    html = card.html
    if (lang := html.get("lang")) != language_of(card.address):
        yield Finding(card.address, "card lang", f"html must be in its language, and says {lang}")
    if not html.cssselect("meta[http-equiv=Content-Security-Policy]"):
        yield Finding(card.address, "card policy", "must be there")
    for tag in html.cssselect("script, iframe, style, [style], meta[http-equiv=refresh]"):
        yield Finding(card.address, "card", f"runs or loads nothing, and has {tag.tag}")
    places = [tag.attrib["href"] for tag in html.cssselect("link[rel=canonical]")]
    if len(places) != 1 or not places[0].startswith(f"{root}") or "#" not in places[0]:
        yield Finding(card.address, "card canonical", f"must be a passage on its page: {places}")
    yield from check_preview(site, card, root)
    file = site / read_meta(card, "og:image").removeprefix(root)
    if file.name == "card.png" and file.is_file() and file.stat().st_size >= LIMIT_OF_PICTURE:
        yield Finding(card.address, "card picture", f"is too heavy: {file.stat().st_size} bytes")
