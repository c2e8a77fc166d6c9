"""A policy on every page: scripts are those of the site, whatever text of a record may hold."""

import base64
import functools
import hashlib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

POLICY = (
    "default-src 'none'; script-src 'self' '{hash}'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Pictures may be data because the theme's styles draw its icons so."""
INLINE = Path(__file__).parent.parent / "overrides/partials/colours.html"
"""Holds the one script that stands in a page itself. It alone may run: its hash is made from this
file, never from a page, on which a script may have come with a content or a title."""
PLACE = '<meta charset="utf-8">'


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a page its policy."""
    return add_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for pages that are not made of Markdown."""
    is_page = template_name.endswith(".html") and output_content
    return add_policy(output_content) if is_page else output_content


def add_policy(html: str) -> str:
    """Return a page with its policy as the first thing after its encoding."""
    assert PLACE in html, "overrides/main.html must begin with the encoding"
    return html.replace(PLACE, PLACE + make_policy(), 1)


@functools.cache
def make_policy() -> str:
    """Return the element that holds the policy."""
    _, _, script = INLINE.read_text(encoding="utf-8").partition("<script>")
    digest = hashlib.sha256(script.partition("</script>")[0].encode()).digest()
    policy = POLICY.format(hash=f"sha256-{base64.b64encode(digest).decode()}")
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
