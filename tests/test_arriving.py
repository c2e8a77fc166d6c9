"""A page that arrives bit by bit, as on a slow phone."""

import functools
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from audits.layout import observe_shifts
from browsing import Handler, Server, serve
from conftest import open_quietly

HALTS = (
    *(b'class="bar"', b'class="search-open find"', b'class="languages"', b'class="about"'),
    *(
        b'class="tools"',
        b'class="permalink"',
        b'class="other"',
        b'class="turn-themes"',
        b'class="foot"',
        b'class="colours"',
    ),
)
"""Where a page halts: what comes behind it could change the height of these."""
LONG = 0.4
"""Seconds; more than a browser takes to draw what it has."""


class Halting(Handler):
    """Sends what it sends in pieces."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        rest = source.read()
        for halt in HALTS:
            place = rest.find(b">", rest.find(halt)) + 1 if halt in rest else 0
            outputfile.write(rest[:place])
            outputfile.flush()
            time.sleep(LONG if place else 0)
            rest = rest[place:]
        outputfile.write(rest)


@pytest.fixture
def halting(site: Path) -> Iterator[Server]:
    with serve(site) as server:
        directory = str(server.folder)
        server.RequestHandlerClass = functools.partial(Halting, directory=directory)
        yield server


@pytest.mark.parametrize(
    "address", ["404.html", "initiatives/whatsapp/", "en/events/2021-mayors-summit/"]
)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_does_not_move_while_it_arrives(
    browser: Browser, halting: Server, width: int, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        extra_http_headers={"Accept-Encoding": "identity"},  # what is packed comes at once
    )
    page = context.new_page()
    observe_shifts(page)
    start = time.monotonic()
    open_quietly(page, halting.address + address)

    assert time.monotonic() - start > LONG
    assert page.evaluate("shifts") == []
    context.close()
