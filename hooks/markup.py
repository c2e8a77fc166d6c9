"""Mend in each page what the theme's templates have wrong."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from dialogues.finishing.mending import mend


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
