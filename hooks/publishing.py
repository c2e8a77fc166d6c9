"""Publish scripts and data under addresses with a hash of their content: no cache keeps an old one."""

import hashlib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

CODE = ("search", "citing")
"""Folders of scripts under docs/assets."""
DATA = (
    *("zh/search/index.json", "zh/search/other.json", "en/search/index.json"),
    *("en/search/other.json", "zh/citing/citations.json"),
)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each folder of scripts, which load each other, one hash, and each file of data its own."""
    addresses = {}
    for name in CODE:
        code = [file for file in files if file.src_uri.startswith(f"assets/{name}/")]
        if not code:
            raise Abort(f"the site needs the scripts in docs/assets/{name}, and there are none")
        addresses[name] = f"assets/{name}-{_digest(code)}/"
        for file in code:
            file.dest_uri = addresses[name] + Path(file.src_uri).name
    for source in DATA:
        data = files.get_file_from_path(source)
        if data is None:
            raise Abort(f"the site needs docs/{source}, which the conversion writes")
        data.dest_uri = source.replace(".json", f".{_digest([data])}.json")
        addresses[source] = data.dest_uri.removeprefix("zh/")
    config.extra["published"] = addresses
    return files


def _digest(files: list[File]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.src_uri):
        digest.update(Path(str(file.abs_src_path)).read_bytes())
    return digest.hexdigest()[:12]
