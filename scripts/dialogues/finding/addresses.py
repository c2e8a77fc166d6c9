"""List the addresses of all pages, and of what on them is cited."""

from collections.abc import Iterator

from dialogues.finding.finds import find_all
from dialogues.model.addresses import (
    BY_HAND,
    INDEXES,
    address_of,
    card_address,
    session_address,
)
from dialogues.model.archive import Archive


def list_addresses(archive: Archive) -> list[str]:
    """Return the addresses of all pages and cards, and of all passages and contributions on pages."""
    return sorted({*BY_HAND, *INDEXES.values(), *_list_pages(archive), *_list_anchors(archive)})


def _list_pages(archive: Archive) -> Iterator[str]:
    yield from (f"events/{event}/" for event in archive.events)
    yield from (session_address(event, session) for event, session in archive.sessions)
    yield from (address_of(entity.path) for entity in archive.entities)
    yield from (f"records/{record}/" for record in archive.records)
    yield from (card_address(session, passage) for session, passage in archive.passages)
    yield from (address_of(path) for path in find_all(archive).parts.paths)


def _list_anchors(archive: Archive) -> Iterator[str]:
    for event, session in archive.sessions:
        page = session_address(event, session)
        yield from (f"{page}#{passage.id}" for passage in session.passages)
        yield from (f"{page}#{contribution.id}" for contribution in session.contributions)
