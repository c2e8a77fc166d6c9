"""Keep the site as MkDocs knows it, in one language, ready to build any page that is asked for.

This does what `mkdocs build` does, in its order, but a page at a time.
"""

import re
from pathlib import Path

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

HASH = re.compile(r"[-.][0-9a-f]{12}(?=[./])")
"""In an address, what changes with the content of a file."""


class Frame:
    """All but the pages' own texts: settings, templates, navigation, addresses of all files."""

    def __init__(
        self, language: str, project: Path, site: Path, address: str, pages: dict[str, list[File]]
    ) -> None:
        """Read the project's settings and list its files; `pages` is one for all languages."""
        self.language = language
        config = load_config(
            str(project / "mkdocs.yml"), site_dir=str(site), site_url=address, strict=True
        )
        languages = config.plugins["i18n"]
        languages.current_language = language  # type: ignore[attr-defined]
        languages.i18n_files_per_language = pages  # type: ignore[attr-defined]
        languages.building = True  # type: ignore[attr-defined]  # or it would build the other one
        self.config = config.plugins.on_config(config)
        env = config.theme.get_env()
        files = get_files(config)
        files.add_files_from_theme(env, config)
        self.files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        nav = get_navigation(self.files, config)
        self.nav = config.plugins.on_nav(nav, config=config, files=self.files)
        for file in self.files.documentation_pages():
            if file.page is None:
                Page(None, file, config)
        self.env = config.plugins.on_env(env, config=config, files=self.files)
        config.plugins.on_post_build(config=config)  # writes the styles
        self.addresses = {HASH.sub("", file.dest_uri): file for file in self.files}

    def find(self, address: str) -> File | None:
        """Return the file that is published at an address, or was before its content changed."""
        return self.addresses.get(HASH.sub("", address))

    def build(self, file: File) -> None:
        """Build a page, with its copy in Markdown."""
        assert file.page is not None
        _populate_page(file.page, self.config, self.files)
        pages = self.files.documentation_pages()
        _build_page(file.page, self.config, pages, self.nav, self.env)

    def build_template(self, name: str) -> None:
        """Build a page that is made of a template alone."""
        _build_theme_template(name, self.env, self.files, self.config, self.nav)
