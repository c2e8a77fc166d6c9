"""Render a page at each address that is gone: it leads to where that went, without a script."""

from collections.abc import Iterator

from dialogues.model.archive import Redirect
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.templating import render_file


def render_redirects(site: Site) -> Iterator[PageText]:
    """Yield a small page for each page that is gone."""
    for redirect in site.archive.redirects:
        page, _, anchor = redirect.address.partition("#")
        if not anchor:
            yield f"{site.language}/{page}index.html", _redirect(site, page, redirect)


def _redirect(site: Site, page: str, redirect: Redirect) -> str:
    """Return a page that leads on at once; its anchors are links to where each of them went."""
    anchors = [
        (other.address.partition("#")[2], other)
        for other in site.archive.redirects
        if other.address.startswith(f"{page}#")
    ]
    up = "../" * page.count("/")
    return render_file("redirect.html", view=site.view, up=up, redirect=redirect, anchors=anchors)
