"""Where pages stand: their files below the language, and the addresses that these are built into."""

from dialogues.model.archive import Event
from dialogues.model.sessions import Session

BY_HAND = ("", "about/", "accessibility/", "correct/", "data/")
"""The addresses of the pages that are written by hand."""
INDEXES = {
    **{name: f"{name}/" for name in ("events", "themes", "cities", "people", "organizations")},
    **{name: f"{name}/" for name in ("initiatives", "records", "corrections", "glossary")},
    "cited": "records/cited/",
}
"""The index pages: their names among the words of the interface, and their addresses."""


def event_path(event: Event, session: Session | None = None) -> str:
    """Return a page's file below the language: an event of one session is one page."""
    if session is None or len(event.sessions) == 1:
        return f"events/{event.key}/index.md"
    return f"events/{event.key}/{session.id}.md"


def address_of(path: str) -> str:
    """Return the address of a page's folder: `cities/bath/` of `cities/bath.md`."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    steps = (folder, name if name != "index" else "")
    return "".join(f"{step}/" for step in steps if step)


def session_address(event: Event, session: Session) -> str:
    """Return the address of a session's page, from the language's home page."""
    return address_of(event_path(event, session))
