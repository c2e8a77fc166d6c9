"""The text of a passage with what it names made links, all of it escaped."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from dialogues.archive import City
from dialogues.mentions import Gazetteer
from dialogues.rendering.escaping import begin_paragraph, escape_inline

ADDRESS = re.compile(r"https?://[\w\-.~:/?#@!$&'*+,;=%]+", re.ASCII)
FindAddress = Callable[[City], Markup | None]
"""Tells where a city's page is; None where it is not to be linked."""


def link_text(text: str, gazetteer: Gazetteer, find_address: FindAddress) -> Markup:
    """Return a text for Markdown, with links to cities and to the addresses that it prints."""
    return begin_paragraph(Markup("").join(_link_cities(text, gazetteer, find_address)))


def _link_cities(text: str, gazetteer: Gazetteer, find_address: FindAddress) -> Iterator[Markup]:
    for segment in gazetteer.split(text):
        address = find_address(segment.city) if segment.city else None
        if address:
            yield Markup("[{}]({})").format(escape_inline(segment.text), address)
        else:
            yield from _link_addresses(segment.text)


def _link_addresses(text: str) -> Iterator[Markup]:
    start = 0
    for found in ADDRESS.finditer(text):
        yield escape_inline(text[start : found.start()])
        words = escape(found[0]), escape_inline(found[0])
        yield Markup('<a href="{}">{}</a>').format(*words)
        start = found.end()
    yield escape_inline(text[start:])
