"""Write llms.txt: what the site is and where its parts are, for programs (llmstxt.org)."""

from dataclasses import replace

from dialogues.data.words import statements
from dialogues.finishing.copies import ADDED, escape
from dialogues.model.addresses import INDEXES, session_address
from dialogues.model.entities import LANGUAGES
from dialogues.rendering.site import Site
from dialogues.rendering.templating import render_file
from dialogues.rendering.view import View

Link = tuple[str, str]
"""A title and an address."""


def render_guide(site: Site) -> str:
    """Return the file, in both languages."""
    parts = [(view, _list(replace(site, language=view.language))) for view in _views(site)]
    return render_file("llms.txt", said=statements(), site=site.address, parts=parts)


def _views(site: Site) -> list[View]:
    return [replace(site, language=language).view for language in LANGUAGES]


def _list(site: Site) -> tuple[list[Link], list[Link]]:
    """Return the index pages and the sessions, each with the address of its copy."""
    view = site.view
    indexes = [(view.plain(name), _copy(site, address)) for name, address in INDEXES.items()]
    sessions = [
        (escape(view.session_title(event, session)), _copy(site, session_address(event, session)))
        for event, session in site.archive.sessions
    ]
    return indexes, sessions


def _copy(site: Site, address: str) -> str:
    return f"{site.home}{address}index.html{ADDED}"
