"""List the addresses of all pages, and of what on them is cited."""

from collections.abc import Iterator

from dialogues.model.addresses import BY_HAND, address_of, card_address, session_address
from dialogues.model.archive import Archive
from dialogues.rendering.pages import list_kinds
from dialogues.rendering.site import Site


def list_addresses(archive: Archive) -> list[str]:
    """Return the addresses of all pages and cards, and of all passages and contributions on pages."""
    pages = (address_of(page.path) for page in list_kinds(Site.of(archive)))
    cards = (card_address(session, passage) for session, passage in archive.passages)
    return sorted({*BY_HAND, *pages, *cards, *_list_anchors(archive)})


def _list_anchors(archive: Archive) -> Iterator[str]:
    for event, session in archive.sessions:
        page = session_address(event, session)
        yield from (f"{page}#{passage.id}" for passage in session.passages)
        yield from (f"{page}#{contribution.id}" for contribution in session.contributions)
