"""Link what the text of a passage names, all of it escaped."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from dialogues.finding.mentions import Gazetteer
from dialogues.model.entities import Entity
from dialogues.rendering.escaping import begin_paragraph, escape_inline

ADDRESS = re.compile(r"https?://[\w\-.~:/?#@!$&'*+,;=%]+", re.ASCII)
FindAddress = Callable[[Entity], Markup | None]
"""Tells where the page of something is; None where it is not to be linked."""


def link_text(text: str, gazetteer: Gazetteer, find_address: FindAddress) -> Markup:
    """Return a text for Markdown, with links to what it names and to the addresses it prints."""
    return begin_paragraph(Markup("").join(_link(text, gazetteer, find_address)))


def _link(text: str, gazetteer: Gazetteer, find_address: FindAddress) -> Iterator[Markup]:
    """Yield the pieces of a text; an address is one link, whatever it contains."""
    start = 0
    for found in ADDRESS.finditer(text):
        yield from _link_names(text[start : found.start()], gazetteer, find_address)
        words = escape(found[0]), escape_inline(found[0])
        yield Markup('<a href="{}">{}</a>').format(*words)
        start = found.end()
    yield from _link_names(text[start:], gazetteer, find_address)


def _link_names(text: str, gazetteer: Gazetteer, find_address: FindAddress) -> Iterator[Markup]:
    for segment in gazetteer.split(text):
        words = escape_inline(segment.text)
        address = find_address(segment.entity) if segment.entity else None
        yield Markup("[{}]({})").format(words, address) if address else words
