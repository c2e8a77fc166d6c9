"""Before each build, write the pages from the records; where the data is wrong, stop there."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from dialogues.commands import convert
from dialogues.problems import ProblemsFound


def on_pre_build(config: MkDocsConfig) -> None:
    """Convert once for both languages, which are two builds to MkDocs."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    try:
        convert(Path(config.config_file_path).parent, config.repo_url or "")
    except ProblemsFound as found:
        raise Abort(f"\n{found}; the site stays as it was") from None
