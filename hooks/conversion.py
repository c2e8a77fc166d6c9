"""Before each build, write the pages from the records; where the data is wrong, stop there.

After it, write the cards: MkDocs does not know them, so neither the sitemap nor the search has them.
"""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from dialogues.cards.files import list_files
from dialogues.cards.fonts import find_fonts
from dialogues.commands import read_site, write_site
from dialogues.contributing.explaining import tell
from dialogues.memory import open_memory
from dialogues.problems import ProblemsFound
from dialogues.publishing import write_if_changed
from dialogues.reading.history import read_version
from dialogues.rendering.site import Site

if TYPE_CHECKING:
    from dialogues.cards.album import Album

log = get_plugin_logger("dialogues")
READ: dict[str, Site] = {}
"""What the pages were made of, by the place of the site."""
PLAIN = re.compile(
    r"https?://(?:[\w.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:/(?!\.{1,2}(?:/|$))[\w.~%-]+)*/?", re.ASCII
)
"""A host and folders, to which addresses of pages can be added; no query, no anchor, no user."""


def on_config(config: MkDocsConfig) -> None:
    """Take the address of the repository with or without a slash at its end."""
    config.extra["repository"] = (config.extra["repository"] or "").rstrip("/")


def check_address(name: str, what: str, address: str) -> None:
    """Stop the build where a setting is no address that others can begin with."""
    if not PLAIN.fullmatch(address):
        rule = f"must be the address of {what}, or not be set"
        raise Abort(f"{name} {rule}, and is {repr(address) if address else 'empty'}")


def on_pre_build(config: MkDocsConfig) -> None:
    """Convert once for both languages, which are two builds to MkDocs."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    repository = config.extra["repository"]
    address = config.site_url or ""
    check_address("SITE_URL", "the site", address)
    if repository:
        check_address("REPOSITORY_URL", "the repository", repository)
    docs, project = Path(config.docs_dir), Path(config.config_file_path).parent
    try:
        site = read_site(docs.parent, repository, address, read_version(project))
        write_site(docs.parent, site, open_memory(project))
        READ[config.site_dir] = site
    except ProblemsFound as found:
        raise Abort(f"\n{tell(found.problems)}; the site stays as it was") from None
    except OSError as error:
        raise Abort(f"the pages could not be written: {error}") from None


def on_post_build(config: MkDocsConfig) -> None:
    """Write the cards of both languages, with pictures where what draws them is installed."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    site, style = READ.pop(config.site_dir), config.extra["published"]["assets/card.css"]
    album = open_album(Path(config.config_file_path).parent / ".cache/cards")
    for path, content in list_files(site, style, album.find_picture if album else None):
        write_if_changed(Path(config.site_dir, path), content)
    if album is None:
        log.info("cards have the site's picture: `make cards` installs what draws their own")
    else:
        log.info("%d pictures of cards, %d drawn anew", len(album.used), album.drawn)
        album.forget_others()


def open_album(folder: Path) -> "Album | None":
    """Return what finds and draws pictures; None where `make cards` has not installed what it needs."""
    packages = str(folder / "packages")
    if packages not in sys.path:
        sys.path.append(packages)
    if not (fonts := find_fonts()):
        return None
    from dialogues.cards.album import Album  # noqa: PLC0415 - it needs what not every build has

    return Album(folder / "pictures", fonts)
