"""Give each page the policy that only the site's own scripts run."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dialogues.finishing.policies import add_policy

INLINE = Path(__file__).parent.parent / "overrides/partials/colours.html"
"""Holds the one script that stands in a page itself."""


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a page its policy."""
    return add_policy(output, INLINE.read_text(encoding="utf-8"))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for pages that are not made of Markdown."""
    is_page = template_name.endswith(".html") and output_content
    return (
        add_policy(output_content, INLINE.read_text(encoding="utf-8"))
        if is_page
        else output_content
    )
