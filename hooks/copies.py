"""Publish a copy in Markdown beside each page, and llms.txt at the root, for programs that read."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from dialogues.data.words import statements
from dialogues.finishing.copies import ADDED, copy_page

GUIDE = "data/llms.txt"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish the guide where programs look for it."""
    guide = files.get_file_from_path(GUIDE)
    if guide is None:
        raise Abort(f"the site needs docs/{GUIDE}, which the conversion writes")
    guide.dest_uri = "llms.txt"
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the copy of a page; the page itself stays as it is."""
    said = statements()
    language = "en" if page.url.startswith("en/") else "zh"
    notice = " ".join(said[name].in_language(language) for name in ("not_verbatim", "unofficial"))
    copy = copy_page(page.content or "", page.canonical_url or page.url, notice)
    path = Path(config.site_dir, page.file.dest_uri + ADDED)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(copy, encoding="utf-8", newline="\n")
    return output
