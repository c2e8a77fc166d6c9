"""Mend what is not valid HTML in parts of the theme's templates that no block or partial holds."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

UNTITLED = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
SHAM = re.compile(
    r'(<label class="md-nav__link[^<>]*) tabindex="0"|(<nav [^<>]*) aria-expanded="\w+"'
)
"""A label is no button, nor can a list say that it is open: buttons come by navigation.js."""
VOID = re.compile(r"(<(?:img|br|hr|input)\b[^<>]*?) />")
"""Elements without an end, as Markdown writes them."""


@event_priority(10)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend a page."""
    return mend(output)


@event_priority(10)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend the page for unknown addresses, which is that of the first language for both."""
    if template_name != "404.html":
        return output_content
    return mend(output_content) if config.plugins["i18n"].is_default_language_build else ""  # type: ignore[attr-defined]


def mend(html: str) -> str:
    """Return a page without attributes that its elements cannot have, and labels of nothing."""
    html = html.replace(
        ' type="checkbox" id="__drawer" autocomplete="off"', ' type="checkbox" id="__drawer"'
    )
    html = html.replace(
        ' type="checkbox" id="__search" autocomplete="off"', ' type="checkbox" id="__search"'
    )
    html = VOID.sub(r"\1>", SHAM.sub(r"\1\2", html.replace(' tabindex=""', "")))
    if 'id="__toc"' not in html:
        html = UNTITLED.sub(r'<span class="md-nav__title">\1</span>', html)
    return html
