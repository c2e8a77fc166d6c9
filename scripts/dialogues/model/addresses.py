"""The files of pages below the language, and the addresses that these are built into."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who needs but the folders waits for no more
    from dialogues.model.archive import Event
    from dialogues.model.sessions import Passage, Session

BY_HAND = ("", "about/", "accessibility/", "correct/", "data/", "find/")
"""The addresses of the pages that are written by hand."""
INDEXES = {
    **{name: f"{name}/" for name in ("events", "themes", "cities", "people", "organizations")},
    **{name: f"{name}/" for name in ("initiatives", "records", "corrections", "glossary")},
    "cited": "records/cited/",
}
"""The index pages: their names among the words of the interface, and their addresses."""
INDEX_FOLDERS = tuple(dict.fromkeys(address.partition("/")[0] for address in INDEXES.values()))
"""The folders of generated pages that have an index."""

OF_COUNTRIES = "in"
"""The folder below an index for what it has of each country."""

CARDS = "p"
"""The folder of the cards: their addresses are sent around, and short."""


def event_path(event: "Event", session: "Session | None" = None) -> str:
    """Return a page's file below the language: an event of one session is one page.

    Sessions that are added later have pages of their own, and no address moves.
    """
    if session is None or len(event.sessions) == 1 or session.id == event.first:
        return f"events/{event.key}/index.md"
    return f"events/{event.key}/{session.id}.md"


def part_path(whole: str, event: "Event") -> str:
    """Return the file of what a page, given by its own file without the suffix, has of an event."""
    return f"{whole}/{event.key}.md"


def country_path(folder: str, code: str) -> str:
    """Return the file of what an index has of a country: `cities/in/fr.md`."""
    return f"{folder}/{OF_COUNTRIES}/{code.lower()}.md"


def address_of(path: str) -> str:
    """Return the address of a page's folder: `cities/bath/` of `cities/bath.md`."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    steps = (folder, name if name != "index" else "")
    return "".join(f"{step}/" for step in steps if step)


def session_address(event: "Event", session: "Session") -> str:
    """Return the address of a session's page, from the language's home page."""
    return address_of(event_path(event, session))


def card_address(session: "Session", passage: "Passage") -> str:
    """Return the address of the card of a passage, from the language's home page."""
    return f"{CARDS}/{session.record}/{passage.id}/"


def find_first(key: str, sessions: "Iterable[Session]", published: Collection[str]) -> str:
    """Return the session whose anchors were published on the page of its event, or nothing."""
    page = f"events/{key}/"
    shares = {
        session.id: sum(f"{page}#{passage.id}" in published for passage in session.passages)
        for session in sessions
        if f"{page}{session.id}/" not in published
    }
    first = max(shares, key=lambda id_: shares[id_], default="")
    return first if shares.get(first) else ""
