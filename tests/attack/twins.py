"""Two sites of one shape, one of hostile texts: the same elements, and each text as it is."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from attack.attempts import Attempt
from browsing import open_browser
from building import build_site
from payloads import pack
from payloads.project import settle_project, write_project
from payloads.reading import find_changed, read_site
from payloads.texts import WORD, Texts
from projects import copy_bare_project

OF_TEXT = {"a href", "span class"}
"""Elements that texts rightly become."""


def try_twins(_: int) -> Iterator[Attempt]:
    """Count each text of each field: whether it is shown as it was given, and makes no element."""
    hostile = pack()
    with tempfile.TemporaryDirectory() as folder:
        roots = [copy_bare_project(Path(folder, name)) for name in ("hostile", "harmless")]
        texts, refused = settle_project(roots[0], hostile)
        write_project(roots[1], Texts(["Harmless §"] * len(hostile)))
        sites = [root / "site" for root in roots]
        with ThreadPoolExecutor() as pool:
            list(pool.map(build_site, roots, sites))
        with open_browser() as browser:
            pages, twin = (read_site(browser, site) for site in sites)
    shown = [text for page in pages.values() for text in page["texts"]]
    changed = {word for text in find_changed(shown, texts.given) for word in WORD.findall(text)}
    for word, given in texts.given.items():
        if word not in refused:
            yield Attempt(f"{given.field}, {given.number}", "changed" if word in changed else "")
    for path, page in pages.items():
        own, harmless = (
            {shape: n for shape, n in seen["elements"].items() if shape not in OF_TEXT}
            for seen in (page, twin[path])
        )
        yield Attempt(path, "" if own == harmless else "other elements than the harmless one")
