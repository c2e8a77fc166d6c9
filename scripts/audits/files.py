"""Check the files of all pages, without a browser."""

from pathlib import Path

from audits.cards import check_card
from audits.findings import Finding
from audits.links import BuiltPage, find_broken_links, find_foreign_loads, list_cards, read_page
from audits.metadata import check_metadata


def check_pages(site: Path, pages: list[BuiltPage], root: str) -> list[Finding]:
    """Check pages, and all cards, of a site that is served at the absolute address `root`."""
    cards = [read_page(site, address) for address in list_cards(site)]
    return [
        *check_metadata(site, pages, root),
        *(finding for card in cards for finding in check_card(site, card, root)),
        *find_broken_links(site, [*pages, *cards], root),
        *find_foreign_loads([*pages, *cards]),
    ]
