"""Before each build, write the pages from the records; where the data is wrong, stop there."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from dialogues.commands import convert
from dialogues.problems import ProblemsFound
from dialogues.reading.history import read_version

log = get_plugin_logger("dialogues")


def on_pre_build(config: MkDocsConfig) -> None:
    """Convert once for both languages, which are two builds to MkDocs.

    While somebody edits (`make serve`), a mistake leaves the last good pages and is only reported:
    MkDocs would keep the reader waiting until it is mended.
    """
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    if not config.site_url:
        raise Abort("SITE_URL must be the address of the site, or not be set, and is empty")
    docs, project = Path(config.docs_dir), Path(config.config_file_path).parent
    repository = config.extra["repository"] or ""
    try:
        convert(docs.parent, repository, config.site_url, read_version(project))
    except ProblemsFound as found:
        served = "serve" in sys.argv and (docs / "zh/events/index.md").exists()
        if not served:
            raise Abort(f"\n{found}; the site stays as it was") from None
        log.error("the pages stay as they were\n%s", found)  # noqa: TRY400 - its lines say all
    except OSError as error:
        raise Abort(f"the pages could not be written: {error}") from None
