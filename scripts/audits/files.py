"""What the files of the pages show, all of them at once and without a browser."""

from pathlib import Path

from audits.findings import Finding
from audits.links import Page, find_broken_links, find_foreign_loads
from audits.metadata import check_metadata


def check_pages(site: Path, pages: list[Page], root: str) -> list[Finding]:
    """Check pages of a site that is served at the absolute address `root`."""
    return [
        *check_metadata(site, pages, root),
        *find_broken_links(site, pages, root),
        *find_foreign_loads(pages),
    ]
