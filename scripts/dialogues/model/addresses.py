"""The files of pages below the language, and the addresses that these are built into."""

from collections.abc import Collection, Iterable, Iterator

from dialogues.model.archive import Archive, Event
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

CARDS = "p"
"""The folder of the cards: their addresses are sent around, and short."""


def event_path(event: Event, session: Session | None = None) -> str:
    """Return a page's file below the language: an event of one session is one page.

    Sessions that are added later have pages of their own, and no address moves.
    """
    if session is None or len(event.sessions) == 1 or session.id == event.first:
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


def card_address(session: Session, passage: Passage) -> str:
    """Return the address of the card of a passage, from the language's home page."""
    return f"{CARDS}/{session.record}/{passage.id}/"


def find_first(key: str, sessions: Iterable[Session], published: Collection[str]) -> str:
    """Return the session whose anchors were published on the page of its event, or nothing."""
    page = f"events/{key}/"
    shares = {
        session.id: sum(f"{page}#{passage.id}" in published for passage in session.passages)
        for session in sessions
        if f"{page}{session.id}/" not in published
    }
    first = max(shares, key=lambda id_: shares[id_], default="")
    return first if shares.get(first) else ""


def list_addresses(archive: Archive) -> list[str]:
    """Return the addresses of all pages and cards, and of all passages and contributions on pages."""
    return sorted({*BY_HAND, *INDEXES.values(), *_list_pages(archive), *_list_anchors(archive)})


def _list_pages(archive: Archive) -> Iterator[str]:
    yield from (f"events/{event}/" for event in archive.events)
    yield from (session_address(event, session) for event, session in archive.sessions)
    yield from (address_of(entity.path) for entity in archive.entities)
    yield from (f"records/{record}/" for record in archive.records)
    yield from (card_address(session, passage) for session, passage in archive.passages)


def _list_anchors(archive: Archive) -> Iterator[str]:
    for event, session in archive.sessions:
        page = session_address(event, session)
        yield from (f"{page}#{passage.id}" for passage in session.passages)
        yield from (f"{page}#{contribution.id}" for contribution in session.contributions)
