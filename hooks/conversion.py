"""Before each build, write the pages from the records; where the data is wrong, stop there."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from dialogues.commands import convert
from dialogues.contributing.explaining import tell
from dialogues.problems import ProblemsFound
from dialogues.reading.history import read_version


def on_pre_build(config: MkDocsConfig) -> None:
    """Convert once for both languages, which are two builds to MkDocs."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    if not config.site_url:
        raise Abort("SITE_URL must be the address of the site, or not be set, and is empty")
    docs, project = Path(config.docs_dir), Path(config.config_file_path).parent
    repository = config.extra["repository"] or ""
    try:
        convert(docs.parent, repository, config.site_url, read_version(project))
    except ProblemsFound as found:
        raise Abort(f"\n{tell(found.problems)}; the site stays as it was") from None
    except OSError as error:
        raise Abort(f"the pages could not be written: {error}") from None
