"""A policy on every page: scripts are those of the site, whatever text of a record may hold."""

import base64
import hashlib
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Pictures may be data because the theme's styles draw its icons so."""
PLACE = '<meta charset="utf-8">'
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Allow the inline script of the frame by its hash, and none that came with the content."""
    return add_policy(output, page.content or "")


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for pages that are not made of Markdown."""
    is_page = template_name.endswith(".html") and output_content
    return add_policy(output_content, "") if is_page else output_content


def add_policy(html: str, content: str) -> str:
    """Return a page with its policy as the first thing after its encoding."""
    frame = html.replace(content, "", 1) if content else html
    hashes = dict.fromkeys(f" 'sha256-{_digest(script)}'" for script in INLINE.findall(frame))
    policy = POLICY.format(hashes="".join(hashes))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert PLACE in html, "overrides/main.html must begin with the encoding"
    return html.replace(PLACE, PLACE + meta, 1)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
