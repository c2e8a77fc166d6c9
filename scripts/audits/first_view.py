"""Weigh the first view of a page: all that is fetched before anybody touches it.

Compressed as GitHub Pages does (`gzip -9`); 1 kB is 1000 bytes.
"""

from dataclasses import dataclass
from pathlib import Path

from browsing import compress, file_at

LIMIT = 65
LIMIT_OF_SCRIPTS = 6.3


@dataclass(frozen=True)
class Weight:
    """Kilobytes of one page."""

    whole: float
    scripts: float


def weigh(site: Path, asked: dict[str, str]) -> Weight:
    """Weigh what a page asked for: addresses below the root, and the browser's types of them."""
    bytes_of = {
        address: len(compress(file))
        for address in asked
        if (file := file_at(f"{site}/{address}")).is_file()
    }
    scripts = sum(size for address, size in bytes_of.items() if asked[address] == "script")
    return Weight(sum(bytes_of.values()) / 1000, scripts / 1000)
